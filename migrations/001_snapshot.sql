-- +goose Up

-- The snapshots: what PowerSchool said, night by night. A run of extract
-- writes one in one transaction; the row in snapshot seals it.

create sequence snapshot_number;

create table snapshot (
  number             bigint primary key check (number > 0),
  run                text unique not null,
  attendance_through timestamp not null,
  taken_at           timestamptz not null,
  spec               json not null,
  source_rows        bigint not null check (source_rows >= 0),
  students           bigint not null check (students > 0),
  leavers            bigint not null check (leavers >= 0),
  findings           json not null,
  digest             bytea not null check (octet_length(digest) = 32)
);
comment on table snapshot is 'One row a sealed snapshot. Its students and leavers are complete and never change.';
comment on column snapshot.run is 'The id of the run that took it, as in its log lines.';
comment on column snapshot.attendance_through is 'Attendance up to and including this, by the wall clock of the district.';
comment on column snapshot.spec is 'The extract settings that made it.';
comment on column snapshot.source_rows is 'Joined rows read from PowerSchool.';
comment on column snapshot.findings is 'Of how many students each finding was made.';
comment on column snapshot.digest is 'SHA-256 over all of it; see schema.Digest.';

create table student (
  snapshot      bigint not null,
  dcid          bigint not null,
  id            bigint not null,
  number        text,
  enroll_status bigint not null,
  grade_level   bigint not null,
  schoolid      bigint not null,
  first_name    text,
  last_name     text,
  days_present  numeric,
  days_enrolled numeric,
  days_unknown  bigint not null,
  simple_gpa    text,
  weighted_gpa  text,
  facts         json not null,
  findings      text[] not null,
  primary key (snapshot, dcid)
);
create index student_number on student (number, snapshot);
comment on table student is 'The students of each snapshot, once each.';
comment on column student.dcid is 'PowerSchool STUDENTS.DCID.';
comment on column student.id is 'PowerSchool STUDENTS.ID.';
comment on column student.number is 'PowerSchool STUDENTS.STUDENT_NUMBER in digits; null where it is missing or not whole.';
comment on column student.days_present is 'Sum of ATTENDANCEVALUE, exact.';
comment on column student.days_enrolled is 'Sum of MEMBERSHIPVALUE, exact.';
comment on column student.days_unknown is 'Days whose ATTENDANCEVALUE is null.';
comment on column student.simple_gpa is 'A decimal in its one canonical text; null where absent or unusable.';
comment on column student.facts is 'Demographic values as PowerSchool wrote them. Kept as text: equal facts are equal text.';
comment on column student.findings is 'What a person should know of the source data, by name.';

create table leaver (
  snapshot      bigint not null,
  dcid          bigint not null,
  number        text,
  enroll_status bigint,
  grade_level   bigint,
  schoolid      bigint,
  primary key (snapshot, dcid)
);
comment on table leaver is 'Students of the snapshot before who are not in this one, with what PowerSchool says of them now.';

create table pin (
  snapshot bigint primary key references snapshot,
  reason   text not null check (reason <> ''),
  by       text not null,
  at       timestamptz not null
);
comment on table pin is 'Snapshots that are kept for good.';

-- Sealing. A row may only carry the number that its own session drew from
-- snapshot_number, and no row may follow once that number has its row in
-- snapshot. So a sealed snapshot is out of reach of every other session, and
-- nobody pays for a look-up a row: the row trigger's condition is all that
-- COPY evaluates.

-- +goose StatementBegin
create function refuse_foreign_number() returns trigger language plpgsql as $$
begin
  raise exception 'table %: the snapshot number was not drawn by this session', tg_table_name
    using errcode = '55000';
end $$;
-- +goose StatementEnd

-- +goose StatementBegin
create function refuse_sealed() returns trigger language plpgsql as $$
begin
  if exists (select from snapshot where number = currval('snapshot_number')) then
    raise exception 'table %: the snapshot is sealed', tg_table_name using errcode = '55000';
  end if;
  return null;
end $$;
-- +goose StatementEnd

create trigger own_number after insert on snapshot for each row
  when (new.number is distinct from currval('snapshot_number')) execute function refuse_foreign_number();
create trigger own_number after insert on student for each row
  when (new.snapshot is distinct from currval('snapshot_number')) execute function refuse_foreign_number();
create trigger own_number after insert on leaver for each row
  when (new.snapshot is distinct from currval('snapshot_number')) execute function refuse_foreign_number();

-- Before and after: the number could be drawn in the middle of the statement.
create trigger not_sealed_before before insert on student execute function refuse_sealed();
create trigger not_sealed_after after insert on student execute function refuse_sealed();
create trigger not_sealed_before before insert on leaver execute function refuse_sealed();
create trigger not_sealed_after after insert on leaver execute function refuse_sealed();

-- A temporary table of the caller must not stand in for one of ours.
-- +goose StatementBegin
do $$
begin
  execute format('alter function refuse_sealed() set search_path = %I, pg_temp', current_schema());
end $$;
-- +goose StatementEnd
