-- What a row of SPENROLLMENTS has besides.
create table s_tx_sen_esl_x (spenrollmentsdcid numeric(10,0), e0790_lep_indicator varchar(1));
create table s_tx_sen_gt_x (spenrollmentsdcid numeric(10,0), e0034_gt varchar(1));
