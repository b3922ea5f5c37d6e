create table s_il_stu_x (studentsdcid numeric(10,0), iep numeric, lep numeric, lii numeric);
-- The end date of a plan has another name.
create table s_il_stu_plan504_x (studentsdcid numeric(10,0), participant numeric, plan_end timestamp(0));
create table s_stu_crdc_x (studentsdcid numeric(10,0), giftedtalentedprograms_yn varchar(10));
