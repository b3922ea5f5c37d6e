-- 60 invented students and 12 weeks of attendance, the same every time. Of the
-- 60 students, 3 transferred out, 3 graduated, 1 belongs to school 901, 1 has no
-- FTE, 1 has a GPA that is not a number, 1 has no GPA and 1 has a GPA of 0.
whenever sqlerror exit failure
alter session set container = FREEPDB1;

insert into ps.schools values (1, 1, 17, 'North High School');
insert into ps.schools values (2, 2, 18, 'South High School');
insert into ps.schools values (3, 3, 901, 'Outplaced Students');
insert into ps.terms values (1, 3500, 17, 35, 1, '2025-2026', date '2025-08-18', date '2026-06-05');
insert into ps.terms values (2, 3500, 18, 35, 1, '2025-2026', date '2025-08-18', date '2026-06-05');
insert into ps.terms values (3, 3500, 901, 35, 1, '2025-2026', date '2025-08-18', date '2026-06-05');

begin
  for n in 1 .. 60 loop
    insert into ps.students (dcid, id, student_number, enroll_status, grade_level, schoolid, fteid,
                             first_name, last_name, dob, gender, entrydate, exitdate)
    values (100 + 2 * n, n, 100000 + 7 * n,
            case mod(n, 20) when 18 then 2 when 19 then 3 else 0 end,
            case mod(n, 20) when 19 then 99 else 9 + mod(n, 4) end,
            case when n = 60 then 901 when mod(n, 20) = 19 then 999999 else 17 + mod(n, 2) end,
            case when n = 7 then null else 100 + mod(n, 2) end,
            'First' || n, 'Last' || n, date '2009-01-01' + 11 * n, case mod(n, 3) when 0 then 'M' else 'F' end,
            date '2025-08-18', date '2026-06-05');

    insert into ps.u_def_ext_students0 (studentsdcid, simple_gpa, weighted_gpa)
    values (100 + 2 * n,
            case n when 13 then 'N/A' when 14 then null when 15 then '0.0' else to_char(2 + mod(37 * n, 200) / 100, 'FM0.0000') end,
            case n when 14 then null when 15 then '0.0' else to_char(2.2 + mod(37 * n, 200) / 100, 'FM0.0000') end);

    insert into ps.s_il_stu_x (studentsdcid, iep, lep, lii)
    values (100 + 2 * n,
            case mod(n, 7) when 0 then 1 else 0 end,
            case mod(n, 11) when 0 then 1 else 0 end,
            case mod(n, 3) when 0 then 1 else 0 end);

    insert into ps.s_il_stu_plan504_x (studentsdcid, participant)
    values (100 + 2 * n, case mod(n, 13) when 0 then 1 else 0 end);

    insert into ps.s_stu_crdc_x (studentsdcid, giftedtalentedprograms_yn)
    values (100 + 2 * n, case mod(n, 9) when 0 then 'Y' else 'N' end);
  end loop;

  -- Days 0, 1, 2, 3, 4 of a week are Monday to Friday.
  for d in 0 .. 83 loop
    if mod(d, 7) < 5 then
      insert into ps.ps_adaadm_daily_ctod (studentid, schoolid, calendardate, fteid, grade_level,
                                           attendancevalue, membershipvalue, potential_attendancevalue)
      select s.id, s.schoolid, date '2025-08-18' + d, s.fteid, s.grade_level,
             case mod((7 + mod(s.id, 11)) * d + s.id, 40) when 0 then 0 when 1 then 0.5 else 1 end, 1, 1
      from ps.students s
      where s.enroll_status = 0;
    end if;
  end loop;
  commit;
end;
/
