create table s_il_stu_x (studentsdcid numeric(10,0), iep numeric);
