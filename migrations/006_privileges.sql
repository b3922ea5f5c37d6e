-- +goose Up

-- What neither program's role can do, even with SQL of its own: run a function of
-- somebody else in place of PostgreSQL's, rewrite what was recorded, or say when
-- and by whom a decision was recorded.

-- A snapshot's digest covers its number and its time too, from version 2 on. The
-- digest of the students alone is the same for the same students.
alter table snapshot
  add column digest_version int not null default 1 check (digest_version in (1, 2)),
  add column students_digest bytea check (pg_catalog.octet_length(students_digest) = 32),
  add check ((students_digest is null) = (digest_version = 1));
alter table snapshot alter column digest_version drop default;
comment on column snapshot.digest_version is 'What the digest covers; see schema.Digest.';
comment on column snapshot.students_digest is 'SHA-256 over the students alone; null of an older version''s snapshot.';

-- The database's own word, beside what the program says. Older rows have none.
alter table decision
  add column recorded_at timestamptz,
  add column db_user text;
alter table decision
  alter column recorded_at set default pg_catalog.clock_timestamp(),
  alter column db_user set default session_user;
comment on column decision.recorded_at is 'When it was recorded, by the database''s clock; no program can set it.';
comment on column decision.db_user is 'As which role it was recorded; no program can set it.';
alter table pin
  add column recorded_at timestamptz,
  add column db_user text;
alter table pin
  alter column recorded_at set default pg_catalog.clock_timestamp(),
  alter column db_user set default session_user;
comment on column pin.recorded_at is 'When it was recorded, by the database''s clock; no program can set it.';
comment on column pin.db_user is 'As which role it was recorded; no program can set it.';

-- What belongs to a publication, or to a delivery, is inserted together with it.

-- +goose StatementBegin
create function refuse_late() returns trigger language plpgsql as $$
begin
  if exists (
    select from added join publication p on p.number = added.publication
    where p.xmin <> pg_catalog.pg_current_xact_id()::pg_catalog.xid
  ) then
    raise exception 'table %: the publication was recorded earlier', tg_table_name using errcode = '55000';
  end if;
  return null;
end $$;
-- +goose StatementEnd

-- +goose StatementBegin
create function refuse_late_file() returns trigger language plpgsql as $$
begin
  if exists (
    select from added join delivery d on d.number = added.delivery
    where d.xmin <> pg_catalog.pg_current_xact_id()::pg_catalog.xid
  ) then
    raise exception 'table %: the delivery began earlier', tg_table_name using errcode = '55000';
  end if;
  return null;
end $$;
-- +goose StatementEnd

create trigger not_late after insert on publication_file
  referencing new table as added for each statement execute function refuse_late();
create trigger not_late after insert on tally
  referencing new table as added for each statement execute function refuse_late();
create trigger not_late after insert on delivery_file
  referencing new table as added for each statement execute function refuse_late_file();

-- What was recorded of a delivery stays: a column gets a value once. After its end
-- only these can still get one, when it is settled later. How a file was verified
-- is said when it is staged, and once more when it gets its final name.

-- +goose StatementBegin
create function refuse_rewriting() returns trigger language plpgsql as $$
declare
  before pg_catalog.jsonb := pg_catalog.to_jsonb(old);
  after pg_catalog.jsonb := pg_catalog.to_jsonb(new);
  ended pg_catalog.bool := pg_catalog.jsonb_extract_path_text(before, 'ended_at') is not null;
  later pg_catalog.text[] := array['swept_at'];
  free pg_catalog.text := '';
  changed pg_catalog.text;
begin
  if tg_table_name = 'delivery_file' then
    ended := (select d.ended_at is not null from delivery d where d.number = old.delivery);
    later := array['sent_at', 'verified'];
    if old.sent_at is null and new.sent_at is not null then
      free := 'verified';
    end if;
  end if;

  for changed in
    select key from pg_catalog.jsonb_object_keys(after) key
    where pg_catalog.jsonb_extract_path_text(before, key)
      is distinct from pg_catalog.jsonb_extract_path_text(after, key)
  loop
    if ended and changed <> all (later)
    or changed <> free and pg_catalog.jsonb_extract_path_text(before, changed) is not null then
      raise exception 'table %: what column % says stays', tg_table_name, changed using errcode = '55000';
    end if;
  end loop;
  return new;
end $$;
-- +goose StatementEnd

create trigger not_rewritten before update on delivery for each row execute function refuse_rewriting();
create trigger not_rewritten before update on delivery_file for each row execute function refuse_rewriting();

-- The functions and triggers of before, with the schema of all that they call. A
-- call whose types do not fit exactly would prefer a function of this schema that
-- fits better, and drop_snapshot runs as the owner.

-- +goose StatementBegin
create or replace function refuse_sealed() returns trigger language plpgsql as $$
begin
  if exists (
    select from snapshot where number = pg_catalog.currval('snapshot_number'::pg_catalog.regclass)
  ) then
    raise exception 'table %: the snapshot is sealed', tg_table_name using errcode = '55000';
  end if;
  return null;
end $$;
-- +goose StatementEnd

drop trigger own_number on snapshot;
drop trigger own_number on student;
drop trigger own_number on leaver;
create trigger own_number after insert on snapshot for each row
  when (new.number is distinct from pg_catalog.currval('snapshot_number'::pg_catalog.regclass))
  execute function refuse_foreign_number();
create trigger own_number after insert on student for each row
  when (new.snapshot is distinct from pg_catalog.currval('snapshot_number'::pg_catalog.regclass))
  execute function refuse_foreign_number();
create trigger own_number after insert on leaver for each row
  when (new.snapshot is distinct from pg_catalog.currval('snapshot_number'::pg_catalog.regclass))
  execute function refuse_foreign_number();

-- +goose StatementBegin
create or replace function drop_snapshot(dropped bigint) returns void language plpgsql security definer as $$
declare
  used record;
begin
  perform from snapshot where number = dropped for update;
  if not found then
    raise exception 'snapshot % does not exist', dropped using errcode = '55000';
  end if;
  if exists (select from pin where snapshot = dropped) then
    raise exception 'snapshot % is pinned', dropped using errcode = '55000';
  end if;
  if dropped = (select pg_catalog.max(number) from snapshot) then
    raise exception 'snapshot % is the newest', dropped using errcode = '55000';
  end if;
  select publication, state, live into used from snapshot_use where snapshot = dropped order by live desc limit 1;
  if used.live then
    raise exception 'snapshot % is where live files came from', dropped using errcode = '55000';
  elsif found then
    raise exception 'publication %, which is %, was built from snapshot %', used.publication, used.state, dropped
      using errcode = '55000';
  end if;
  delete from student where snapshot = dropped;
  delete from leaver where snapshot = dropped;
  delete from snapshot where number = dropped;
end $$;
-- +goose StatementEnd

alter function drop_snapshot(bigint) set lock_timeout = '2s';
revoke execute on function drop_snapshot, refuse_late, refuse_late_file, refuse_rewriting from public;

-- +goose StatementBegin
do $$
declare
  f text;
begin
  foreach f in array array['refuse_foreign_number()', 'refuse_sealed()', 'refuse_late()', 'refuse_late_file()',
    'refuse_rewriting()', 'drop_snapshot(bigint)']
  loop
    execute pg_catalog.format('alter function %s set search_path = %I, pg_temp'::text, f, pg_catalog.current_schema());
  end loop;
end $$;
-- +goose StatementEnd
