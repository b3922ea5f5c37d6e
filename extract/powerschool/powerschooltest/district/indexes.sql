create index on u_def_ext_students0 (studentsdcid);
create index on s_il_stu_x (studentsdcid);
create index on s_il_stu_plan504_x (studentsdcid);
create index on s_stu_crdc_x (studentsdcid);
create index on ps_adaadm_daily_ctod (studentid, fteid, calendardate);
create index on attendance (att_date);
analyze;
