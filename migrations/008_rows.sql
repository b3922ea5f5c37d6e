-- +goose Up

-- Which extension tables of PowerSchool had a row about a student: a row that is
-- missing is not the same as a value that is blank. A finding can say what
-- PowerSchool said.

alter table student add column rows bigint;
comment on column student.rows is
  'Bit i is set where the i-th extension table of the settings has a row; null in snapshots of older versions.';
comment on column student.findings is
  'What a person should know of the source data: a kind, and after a colon what PowerSchool says.';

alter table snapshot
  add column rows json,
  drop constraint snapshot_digest_version_check,
  add constraint snapshot_digest_version_check check (digest_version in (1, 2, 3));
comment on column snapshot.rows is
  'Of how many students each extension table has a row; null in snapshots of older versions.';
