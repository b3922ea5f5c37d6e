-- PowerSchool's tables with the types of Oracle: NUMBER(10) is numeric(10,0),
-- NUMBER and FLOAT(126) are numeric, DATE is timestamp(0).
create table schools (
  dcid numeric(10,0) primary key,
  id numeric(10,0) not null,
  school_number numeric(10,0) not null,
  name varchar(60) not null
);
create table terms (
  dcid numeric(10,0) primary key,
  id numeric(10,0) not null,
  schoolid numeric(10,0) not null,
  yearid numeric(10,0) not null,
  isyearrec numeric(10,0) not null,
  name varchar(30) not null,
  firstday timestamp(0) not null,
  lastday timestamp(0) not null
);
create table students (
  dcid numeric(10,0) primary key,
  id numeric(10,0) not null unique,
  student_number numeric,
  enroll_status numeric(10,0),
  grade_level numeric(10,0),
  schoolid numeric(10,0),
  fteid numeric(10,0),
  first_name varchar(60),
  last_name varchar(60),
  dob timestamp(0),
  gender varchar(2),
  entrydate timestamp(0),
  exitdate timestamp(0)
);
create table u_def_ext_students0 (studentsdcid numeric(10,0) not null, simple_gpa varchar(100), weighted_gpa varchar(100));
create table s_il_stu_x (studentsdcid numeric(10,0) not null, iep numeric, lep numeric, lii numeric);
create table s_il_stu_plan504_x (studentsdcid numeric(10,0) not null, participant numeric);
create table s_stu_crdc_x (studentsdcid numeric(10,0) not null, giftedtalentedprograms_yn varchar(10));
create table ps_adaadm_daily_ctod (
  studentid numeric(10,0) not null,
  schoolid numeric(10,0),
  calendardate timestamp(0) not null,
  fteid numeric(10,0),
  grade_level numeric(10,0),
  attendancevalue numeric,
  membershipvalue numeric,
  potential_attendancevalue numeric
);
create table attendance (
  dcid numeric(10,0) primary key,
  studentid numeric(10,0) not null,
  schoolid numeric(10,0) not null,
  att_date timestamp(0) not null,
  att_mode_code varchar(20) not null
);
