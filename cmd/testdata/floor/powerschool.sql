-- What one would write by hand: no duplicates in the extension tables, no
-- finding out what is missing.
\o students.tsv
copy (
  select s.dcid, s.student_number, s.schoolid, s.grade_level, g.simple_gpa, g.weighted_gpa, a.present, a.enrolled,
         i.iep, i.lep, i.lii, p.participant, c.giftedtalentedprograms_yn
  from students s
  left join (select d.studentid, sum(d.attendancevalue) present, sum(d.membershipvalue) enrolled
             from ps_adaadm_daily_ctod d
             join students t on t.id = d.studentid and t.fteid = d.fteid
             where t.enroll_status = 0 and t.grade_level between 8 and 12 and t.schoolid <> 901
             and d.calendardate <= now()
             group by d.studentid) a on a.studentid = s.id
  left join u_def_ext_students0 g on g.studentsdcid = s.dcid
  left join s_il_stu_x i on i.studentsdcid = s.dcid
  left join s_il_stu_plan504_x p on p.studentsdcid = s.dcid
  left join s_stu_crdc_x c on c.studentsdcid = s.dcid
  where s.enroll_status = 0 and s.grade_level between 8 and 12 and s.schoolid <> 901
) to stdout;
