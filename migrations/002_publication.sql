-- +goose Up

-- The publications: what was built for SchooLinks, what was decided about it,
-- and what was sent. Rows are added, never taken away; only the progress of a
-- delivery is written into rows that exist.

create table content (
  sha256 bytea primary key check (octet_length(sha256) = 32),
  zstd   bytea not null,
  size   bigint not null check (size >= 0),
  rows   bigint not null check (rows >= 0)
);
comment on table content is 'The exact bytes of files, kept once each, compressed.';
comment on column content.sha256 is 'Of the bytes before they were compressed.';
comment on column content.size is 'Bytes, before they were compressed.';
comment on column content.rows is 'Lines, without the header.';

create table publication (
  number      bigint primary key check (number > 0),
  run         text unique not null,
  kind        text not null check (kind in ('plan', 'resend', 'adopt')),
  resends     bigint references publication,
  snapshot    bigint,
  spec        json not null,
  rules       json not null,
  version     text not null,
  destination text not null check (destination <> ''),
  roster      bytea not null references content,
  findings    json not null,
  guard       json not null,
  verdict     text not null check (verdict in ('pass', 'hold', 'pause')),
  trips       json not null,
  warnings    json not null,
  planned_at  timestamptz not null,
  check (snapshot is not null or kind <> 'plan'),
  check ((resends is not null) = (kind = 'resend'))
);
create index publication_destination on publication (destination, number);
comment on table publication is 'One set of files, built, compared with what is live, and judged.';
comment on column publication.kind is 'Built from a snapshot, the bytes of an earlier one again, or files that another program delivered.';
comment on column publication.resends is 'The publication whose bytes it has.';
comment on column publication.snapshot is 'What it was built from; of an adopted one, what its roster is from. The snapshot may be gone.';
comment on column publication.spec is 'That snapshot''s extract settings.';
comment on column publication.rules is 'The rules that made the files; {} of an adopted one.';
comment on column publication.destination is 'user@host:port/directory';
comment on column publication.roster is 'Who was in the snapshot; never sent.';
comment on column publication.guard is 'The limits that it was judged by.';
comment on column publication.trips is 'The limits of the guard that it exceeds.';
comment on column publication.warnings is 'The limits that it is more than half way to.';

create table publication_file (
  publication bigint not null references publication,
  position    int not null check (position > 0),
  kind        text not null check (kind in ('attendance', 'gpa', 'tags')),
  name        text not null check (name <> ''),
  sha256      bytea not null references content,
  baseline    bytea check (octet_length(baseline) = 32),
  baseline_of bigint references publication,
  check ((baseline is null) = (baseline_of is null)),
  primary key (publication, position),
  unique (publication, kind),
  unique (publication, name)
);
comment on column publication_file.position is 'The order in which files are sent.';
comment on column publication_file.baseline is 'The live file it was compared with; null where nothing was live.';
comment on column publication_file.baseline_of is 'The publication that delivered it.';

create table tally (
  publication bigint not null references publication,
  file        text not null,
  by          text not null check (by in ('file', 'tag', 'tag_in_school', 'column', 'school', 'grade')),
  value       text not null,
  school      text not null,
  rows        bigint not null,
  before      bigint not null,
  added       bigint not null,
  lost        bigint not null,
  gone        bigint not null,
  changed     bigint not null,
  moved       bigint not null,
  measured    bigint not null,
  shift       double precision not null,
  primary key (publication, file, by, value, school)
);
comment on table tally is 'Rows of a file against the live one, as a whole and by tag, school and grade, or the values of a column.';
comment on column tally.lost is 'Rows removed of students who are in the snapshot.';
comment on column tally.gone is 'Rows removed of students who are not.';
comment on column tally.moved is 'GPAs that moved by more than the guard''s gpa_jump.';
comment on column tally.measured is 'Students with enough days of attendance on both sides to be compared.';
comment on column tally.shift is 'By how many percentage points the mean of their attendance moved.';

create table decision (
  number      bigint generated always as identity primary key,
  publication bigint not null references publication,
  kind        text not null check (kind in ('approve', 'discard', 'supersede', 'resend')),
  by          text not null check (by <> ''),
  reason      text not null check (reason <> ''),
  at          timestamptz not null
);
create index decision_publication on decision (publication);
comment on table decision is 'What people, or newer publications, decided about a publication.';

create sequence fence;
comment on sequence fence is 'Who holds the lock now has the highest number; it orders deliveries across a lost lock.';

create table delivery (
  number      bigint generated always as identity primary key,
  run         text unique not null,
  publication bigint not null references publication,
  decision    bigint references decision,
  fence       bigint not null,
  started_at  timestamptz not null,
  ended_at    timestamptz,
  outcome     text check (outcome in ('delivered', 'partial', 'failed', 'unknown')),
  host_key    text,
  check ((ended_at is null) = (outcome is null))
);
create index delivery_publication on delivery (publication);
comment on table delivery is 'One attempt to send a publication; written before the first byte leaves.';
comment on column delivery.decision is 'The approval that it uses up; null where the guard let it pass.';
comment on column delivery.host_key is 'SHA256 fingerprint of the server''s key.';

create table delivery_file (
  delivery  bigint not null references delivery,
  position  int not null check (position > 0),
  name      text not null,
  sha256    bytea not null references content,
  staged_as text not null,
  staged_at timestamptz,
  sent_at   timestamptz,
  verified  text,
  primary key (delivery, name)
);
comment on column delivery_file.staged_as is 'Its name on the server until it is renamed.';
comment on column delivery_file.sent_at is 'When it had its final name.';

create view live as
select distinct on (p.destination, f.name)
  p.destination, f.name, f.sha256, p.number as publication, p.snapshot, d.number as delivery, f.sent_at
from delivery_file f
join delivery d on d.number = f.delivery
join publication p on p.number = d.publication
where f.sent_at is not null
order by p.destination, f.name, d.number desc;
comment on view live is 'What SchooLinks holds: per destination and name, the file that was sent last.';

-- An approval is used up by the delivery that refers to it, and by nothing else.
create view publication_state as
with attempts as (
  select publication, max(decision) as used,
    bool_or(ended_at is null) as open,
    bool_or(outcome = 'delivered') as delivered,
    bool_or(outcome = 'partial') as partial,
    bool_or(outcome = 'unknown') as unknown
  from delivery group by publication
), decisions as (
  select publication,
    max(number) filter (where kind = 'approve') as approval,
    bool_or(kind = 'discard') as discarded,
    bool_or(kind = 'supersede') as superseded
  from decision group by publication
)
select p.number as publication, case
    when a.open then 'delivering'
    when a.delivered then 'delivered'
    when d.discarded then 'discarded'
    when d.superseded then 'superseded'
    when a.unknown then 'unknown'
    when a.partial then 'partial'
    when d.approval > coalesce(a.used, 0) then 'approved'
    when p.verdict = 'hold' then 'held'
    when p.verdict = 'pause' then 'paused'
    when a.publication is not null then 'failed'
    else 'planned'
  end as state
from publication p
left join attempts a on a.publication = p.number
left join decisions d on d.publication = p.number;
comment on view publication_state is 'Where each publication stands; the words of schema.State.';

-- What the dropping of snapshots has to know of publications, and no more.
create view snapshot_use as
select * from (
  select p.snapshot, p.number as publication, p.destination, s.state,
    p.number in (select publication from live) as live,
    s.state not in ('delivered', 'discarded', 'superseded') as waiting
  from publication p join publication_state s on s.publication = p.number
  where p.snapshot is not null
) publications
where live or waiting;
comment on view snapshot_use is 'The publications because of which their snapshot is kept: live, or not settled yet.';

-- Snapshots go through this alone: neither program may delete.
-- +goose StatementBegin
create function drop_snapshot(dropped bigint) returns void language plpgsql security definer as $$
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
  if dropped = (select max(number) from snapshot) then
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
comment on function drop_snapshot is 'Deletes a snapshot, unless it is pinned, the newest, where live files came from, or what a publication that is not settled was built from.';
revoke execute on function drop_snapshot from public;

-- What it has locked already, others wait for: it gives up soon.
alter function drop_snapshot(bigint) set lock_timeout = '2s';

-- +goose StatementBegin
do $$
begin
  execute format('alter function drop_snapshot(bigint) set search_path = %I, pg_temp', current_schema());
end $$;
-- +goose StatementEnd
