-- The tables of PowerSchool that every state has. A date is an Oracle DATE, which has a time of day.
create table students (
  dcid numeric(10,0) primary key,
  id numeric(10,0) not null unique,
  student_number numeric,
  enroll_status numeric(10,0) default 0,
  grade_level numeric(10,0) default 9,
  schoolid numeric(10,0) default 17,
  fteid numeric(10,0) default 1,
  entrydate timestamp(0) default '2026-08-17',
  lunchstatus varchar(10),
  simple_gpa numeric
);
create table terms (
  id numeric(10,0),
  schoolid numeric(10,0),
  isyearrec numeric(10,0),
  firstday timestamp(0),
  lastday timestamp(0)
);
create table ps_adaadm_daily_ctod (
  studentid numeric(10,0),
  schoolid numeric(10,0),
  calendardate timestamp(0),
  fteid numeric(10,0),
  attendancevalue numeric,
  membershipvalue numeric
);
create table u_def_ext_students0 (
  studentsdcid numeric(10,0),
  simple_gpa varchar(100),
  weighted_gpa varchar(100)
);
create table spenrollments (
  dcid numeric(10,0),
  studentid numeric(10,0),
  programid numeric(10,0),
  enter_date timestamp(0),
  exit_date timestamp(0)
);
create table gen (
  id numeric(10,0),
  cat varchar(20),
  name varchar(80)
);
