create table demographic (
  studentid numeric(10,0),
  gifted_yn varchar(10),
  lim_eng_prof numeric,
  homeless_yn numeric
);
