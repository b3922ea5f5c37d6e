create table s_ca_stu_x (
  studentsdcid numeric(10,0),
  swdindicator varchar(10),
  program504indicator varchar(10),
  elastatus varchar(10)
);
