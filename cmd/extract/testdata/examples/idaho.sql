insert into gen (id, cat, name) values
  (1, 'specprog', 'SPE - Resource'),
  (2, 'specprog', 'SPE - X1'),
  (3, 'specprog', 'SPE - X2'),
  (4, 'specprog', 'SPE – Resource'),
  (5, 'specprog', '504 - Plan'),
  (6, 'specprog', 'GAT - Gifted'),
  (7, 'specprog', 'EL - Level 1'),
  (8, 'specprog', 'Secondary LEP - Newcomer'),
  (9, 'specprog', 'TIA - Title 1 A'),
  (10, 'specprog', ' spe - Speech'),
  (11, 'attcode', '504 - Plan'),
  (12, 'specprog', 'Secondary el - Newcomer');

-- What a row of SPENROLLMENTS has besides.
create table s_id_sen_x (spenrollmentsdcid numeric(10,0), spedeligible varchar(10));
insert into s_id_sen_x values (901, 'E'), (902, 'N'), (903, null);
