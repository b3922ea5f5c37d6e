-- PowerSchool's tables with the types of Oracle, as far as the awkward students
-- need them.
create table students (
  dcid numeric(10,0) primary key,
  id numeric(10,0) not null,
  student_number numeric,
  state_studentnumber varchar(32),
  enroll_status numeric(10,0),
  grade_level numeric(10,0),
  schoolid numeric(10,0),
  fteid numeric(10,0),
  entrydate timestamp(0),
  lunchstatus varchar(4),
  simple_gpa varchar(20)
);
create table ps_adaadm_daily_ctod (
  studentid numeric(10,0) not null,
  schoolid numeric(10,0),
  fteid numeric(10,0),
  calendardate timestamp(0) not null,
  attendancevalue numeric,
  membershipvalue numeric
);
create table terms (
  schoolid numeric(10,0) not null,
  isyearrec numeric(10,0) not null,
  name varchar(80) not null,
  firstday timestamp(0),
  lastday timestamp(0)
);
insert into terms values
  (17, 1, 'last year', '2025-08-20', '2026-06-05'),
  (17, 1, 'this year', '2026-08-20', '2027-06-04'),
  (17, 0, 'quarter 2', '2026-10-26', '2027-01-15'),
  (17, 1, 'next year', '2027-08-19', '2028-06-02'),
  (18, 1, 'this year', '2026-08-24', '2027-06-04'),
  (19, 1, 'from today', '2026-11-23', '2027-06-04'),
  (20, 1, 'to today', '2026-08-20', '2026-11-23'),
  (21, 1, 'to yesterday', '2026-08-20', '2026-11-22'),
  (21, 0, 'a quarter', '2026-10-26', '2027-01-15'),
  (22, 1, 'this year', '2026-08-20', '2027-06-04'),
  (22, 1, 'this year again', '2026-08-24', '2027-06-05'),
  (23, 1, 'without dates', null, null);
create table u_def_ext_students0 (studentsdcid numeric(10,0) not null, simple_gpa varchar(100), weighted_gpa varchar(100));
create table s_nj_stu_x (studentsdcid numeric(10,0) not null, code varchar(10), begins timestamp(0), ends timestamp(0));
create table s_ca_stu_calpadsprograms_c (studentsdcid numeric(10,0) not null, programcode varchar(10), startdate timestamp(0), enddate timestamp(0));
create table gen (id numeric(10,0) not null, cat varchar(20), name varchar(80), value varchar(80));
insert into gen values
  (501, 'specprog', 'SPE - Resource room', null),
  (502, 'specprog', 'spe - speech', null),
  (503, 'specprog', '  SPE - Padded', null),
  (504, 'specprog', '504 - Plan', null),
  (505, 'specprog', 'Not SPE - after all', null),
  (506, 'specprog', 'SPE%', null),
  (506, 'ethnicity', 'SPE - of another category', null),
  (507, 'specprog', null, null),
  (508, 'specprog', 'SPE - X1', null),
  (509, 'specprog', 'SPE – RESOURCE', null);
create table s_id_sen_x (spenrollmentsid numeric(10,0), spedeligible varchar(4));
insert into s_id_sen_x values (501, 'E'), (502, 'N'), (508, 'E');
create table spenrollments (studentid numeric(10,0) not null, programid numeric(10,0), enter_date timestamp(0), exit_date timestamp(0), schoolid numeric(10,0));
create table classrank (studentid numeric(10,0) not null, schoolid numeric(10,0), gpamethod varchar(80), gpa varchar(80), dateranked timestamp(0), storecode varchar(10));
