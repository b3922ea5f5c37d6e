create table s_ma_stu_sped_x (
  studentsdcid numeric(10,0),
  primarydisability varchar(3),
  sec504planstatus varchar(2)
);
create table classrank (
  studentid numeric(10,0),
  gpamethod varchar(80),
  gpa varchar(80),
  dateranked timestamp(0),
  storecode varchar(10)
);
