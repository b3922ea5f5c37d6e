-- PowerSchool has had the classification as a number too.
create table s_nj_stu_x (
  studentsdcid numeric(10,0),
  specialed_classification varchar(10),
  iep_begin_date timestamp(0),
  iep_end_date timestamp(0),
  lepbegindate timestamp(0),
  lependdate timestamp(0),
  gifted_and_talented varchar(10)
);
