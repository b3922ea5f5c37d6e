create table s_ca_stu_calpadsprograms_c (
  id numeric(10,0),
  studentsdcid numeric(10,0),
  programcode varchar(10),
  startdate timestamp(0),
  enddate timestamp(0)
);
create table s_ca_stu_x (studentsdcid numeric(10,0), elastatus varchar(10));
