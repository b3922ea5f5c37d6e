create table s_mi_stu_gc_x (studentsdcid numeric(10,0), flagspeced numeric(1,0), flaglep numeric(1,0));
