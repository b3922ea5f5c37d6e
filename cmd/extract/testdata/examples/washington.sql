create table s_wa_stu_sped_x (studentsdcid numeric(10,0), iep_current numeric(1,0));
