-- Those of PowerSchool's tables and columns that extract and its examples read,
-- with the types of PowerSchool's data dictionary. In PowerSchool,
-- PS_ADAADM_DAILY_CTOD is a view, which makes no difference to a reader.
whenever sqlerror exit failure
alter session set container = FREEPDB1;

create table ps.schools (
  dcid number(10) primary key,
  id number(10) not null,
  school_number number(10) not null,
  name varchar2(60) not null
);
create table ps.terms (
  dcid number(10) primary key,
  id number(10) not null,
  schoolid number(10) not null,
  yearid number(10) not null,
  isyearrec number(10) not null,
  name varchar2(30) not null,
  firstday date not null,
  lastday date not null
);
create table ps.students (
  dcid number(10) primary key,
  id number(10) not null unique,
  student_number float(126),
  enroll_status number(10),
  grade_level number(10),
  schoolid number(10),
  fteid number(10),
  first_name varchar2(60),
  last_name varchar2(60),
  dob date,
  gender varchar2(2),
  entrydate date,
  exitdate date
);
create table ps.u_def_ext_students0 (
  studentsdcid number(10) primary key,
  simple_gpa varchar2(100),
  weighted_gpa varchar2(100)
);
create table ps.s_il_stu_x (studentsdcid number(10) primary key, iep number, lep number, lii number);
create table ps.s_il_stu_plan504_x (studentsdcid number(10) primary key, participant number);
create table ps.s_stu_crdc_x (studentsdcid number(10) primary key, giftedtalentedprograms_yn varchar2(10));
create table ps.ps_adaadm_daily_ctod (
  studentid number(10) not null,
  schoolid number(10),
  calendardate date not null,
  fteid number(10),
  grade_level number(10),
  attendancevalue number,
  membershipvalue number,
  potential_attendancevalue number
);
create index ps.ctod_student on ps.ps_adaadm_daily_ctod (studentid, fteid, calendardate);

-- The tables can be named without PS, as PowerSchool's own PSNAVIGATOR can.
begin
  for t in (select table_name from all_tables where owner = 'PS') loop
    execute immediate 'grant select on ps.' || t.table_name || ' to psnavigator';
    execute immediate 'create synonym psnavigator.' || t.table_name || ' for ps.' || t.table_name;
  end loop;
end;
/
