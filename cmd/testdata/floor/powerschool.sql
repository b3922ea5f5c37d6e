-- What one would write by hand: the same days count, but there are no duplicates in the
-- extension tables, and nobody finds out what is missing.
\o students.tsv
copy (
  select s.dcid, s.student_number, s.schoolid, s.grade_level, g.simple_gpa, g.weighted_gpa,
         case when a.newest >= a.newest_of_school - interval '30 days' then a.present end,
         case when a.newest >= a.newest_of_school - interval '30 days' then a.enrolled end,
         i.iep, i.lep, i.lii, p.participant, c.giftedtalentedprograms_yn
  from students s
  left join (select t.id, sum(d.attendancevalue) present, sum(d.membershipvalue) enrolled, max(d.calendardate) newest,
                    max(max(d.calendardate)) over (partition by t.schoolid) newest_of_school
             from ps_adaadm_daily_ctod d
             join students t on t.id = d.studentid and t.fteid = d.fteid
             where t.enroll_status = 0 and t.grade_level between 8 and 12 and t.schoolid <> 901
             and d.calendardate <= now() and d.calendardate >= now() - interval '400 days'
             and d.membershipvalue > 0 and d.attendancevalue is not null
             group by t.id, t.schoolid) a on a.id = s.id
  left join u_def_ext_students0 g on g.studentsdcid = s.dcid
  left join s_il_stu_x i on i.studentsdcid = s.dcid
  left join s_il_stu_plan504_x p on p.studentsdcid = s.dcid
  left join s_stu_crdc_x c on c.studentsdcid = s.dcid
  where s.enroll_status = 0 and s.grade_level between 8 and 12 and s.schoolid <> 901
) to stdout;
