create table s_in_stu_x (
  studentsdcid numeric(10,0),
  special_education_tf numeric(1,0),
  section_504_plan_tf numeric(1,0),
  high_ability varchar(10)
);

-- The newer table, with dates whose columns are called otherwise.
create table s_in_stu_section504_c (studentsdcid numeric(10,0), begins timestamp(0), ends timestamp(0));
