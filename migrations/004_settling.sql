-- +goose Up

-- What is known not to have been sent, and what is not known. A delivery is
-- released right before the first file can get its final name. Before that,
-- nothing was sent; after it, a file was sent, or the server refused it, or
-- nobody knows. Where a publication stands is read from these rows alone.

create table store (
  id text primary key check (id ~ '^[0-9a-f]{8}$')
);
create unique index store_only on store ((true));
insert into store (id) values (left(gen_random_uuid()::text, 8));
comment on table store is 'One row: which store this is. Its id is part of the names of staged files.';

alter table delivery
  add column released_at timestamptz,
  add column stage_directory text,
  add column swept_at timestamptz;
comment on column delivery.released_at is 'Right before the first file could get its final name; null where nothing was sent.';
comment on column delivery.stage_directory is 'Where its files were staged; null of an older version''s delivery.';
comment on column delivery.swept_at is 'When none of its staged files was left on the server.';

alter table delivery_file add column refused_at timestamptz;
comment on column delivery_file.refused_at is 'When it was known that a released delivery did not send it.';

alter table decision
  add column expires_at timestamptz,
  add column met json,
  drop constraint decision_kind_check,
  add constraint decision_kind_check check (kind in ('approve', 'discard', 'supersede', 'resend', 'hold'));
comment on column decision.expires_at is 'Of an approval: until when it can be used.';
comment on column decision.met is 'Of a hold: the SHA-256 of what was under the final names, by name.';

-- The deliveries of older versions.
update delivery d
set released_at = coalesce((select min(f.sent_at) from delivery_file f where f.delivery = d.number), d.started_at)
where outcome in ('delivered', 'partial', 'unknown')
or outcome is null and (
  exists (select from delivery_file f where f.delivery = d.number and (f.sent_at is not null or f.staged_as = f.name))
  or not exists (select from delivery_file f where f.delivery = d.number and f.staged_at is null));
update delivery_file f
set refused_at = d.ended_at
from delivery d
where d.number = f.delivery and d.outcome = 'partial' and f.sent_at is null;
update delivery set swept_at = ended_at where outcome <> 'unknown';
update decision c
set expires_at = p.planned_at + interval '96 hours'
from publication p
where p.number = c.publication and c.kind = 'approve';

alter table decision add check ((expires_at is not null) = (kind = 'approve'));
alter table decision add check ((met is not null) = (kind = 'hold'));

drop view snapshot_use;
drop view publication_state;
drop view live;
alter table delivery drop column outcome;

create view released_file as
select p.destination, p.number as publication, p.snapshot, f.name, f.sha256,
  max(d.released_at) as released_at,
  max(f.sent_at) as sent_at,
  bool_or(f.sent_at is null and f.refused_at is null) as unanswered
from delivery d
join delivery_file f on f.delivery = d.number
join publication p on p.number = d.publication
where d.released_at is not null
group by p.number, f.name, f.sha256;
comment on view released_file is 'The files that a publication was released for, and what is known of each.';

create view live as
select distinct on (destination, name) destination, name, sha256, publication, snapshot, sent_at
from released_file
where sent_at is not null
order by destination, name, publication desc;
comment on view live is 'Per destination and name, the file that is known to have been sent last.';

-- An approval is used up by a released delivery, and by nothing else.
create view publication_state as
with newest as (
  select destination, name, max(publication) as publication from released_file group by destination, name
), released as (
  select r.publication,
    bool_and(r.sent_at is not null) as sent,
    bool_and(r.sent_at is not null or r.publication < n.publication) as settled,
    bool_or(r.sent_at is null and r.unanswered) as unknown
  from released_file r join newest n using (destination, name)
  group by r.publication
), last_released as (
  select destination, max(publication) as publication from newest group by destination
), attempts as (
  select publication, bool_or(ended_at is null) as open,
    max(decision) filter (where released_at is not null) as used
  from delivery group by publication
), decisions as (
  select publication,
    max(number) filter (where kind = 'approve') as approval,
    max(number) filter (where kind = 'hold') as hold,
    max(expires_at) as expires_at,
    bool_or(kind = 'discard') as discarded,
    bool_or(kind = 'supersede') as superseded
  from decision group by publication
)
select p.number as publication, p.destination, d.expires_at, case
    when a.open then 'delivering'
    when r.sent then 'delivered'
    when d.discarded then 'discarded'
    when r.settled then 'superseded'
    when r.unknown then 'unknown'
    when r.publication is not null then 'partial'
    when d.superseded or p.number < l.publication then 'superseded'
    when d.approval > greatest(a.used, d.hold, 0) then 'approved'
    when p.verdict = 'hold' or d.hold is not null then 'held'
    when p.verdict = 'pause' then 'paused'
    when a.publication is not null then 'failed'
    else 'planned'
  end as state
from publication p
left join released r on r.publication = p.number
left join last_released l on l.destination = p.destination
left join attempts a on a.publication = p.number
left join decisions d on d.publication = p.number;
comment on view publication_state is 'Where each publication stands; the words of schema.State. An approval past expires_at is expired.';

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
