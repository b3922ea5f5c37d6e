-- +goose Up

-- One destination has one name: the host in lower case, an IPv6 address in brackets,
-- the directory without what it does not need, and with /~/ before one that begins
-- at the folder of the login. Before, automated, ./automated and automated/ were
-- three. Where several names become one, the newest file is live, as ever.

with recorded as (
  select destination as old, pg_catalog.regexp_match(
    destination,
    '^(.+?)@([^@/:]+|[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*(?:%[^@/:]+)?):([0-9]{1,5})((?![0-9]).*)$') as part
  from publication
  group by destination
), cleaned as (
  select old, part[1] as account, pg_catalog.lower(part[2]) as host, part[3] as port, part[4] as directory, (
    select pg_catalog.string_agg(folder, '/' order by position)
    from pg_catalog.regexp_split_to_table(part[4], '/') with ordinality as folders (folder, position)
    where folder not in ('', '.')) as folders
  from recorded
), named as (
  select old, account
    || '@' || case when host like '%:%' then '[' || host || ']' else host end
    || ':' || port
    || case when directory like '/%' then '/' || coalesce(folders, '') else '/~' || coalesce('/' || folders, '') end
    as new
  from cleaned
)
update publication
set destination = new
from named
where destination = old and new <> old;

comment on column publication.destination is
  'user@host:port/directory, or user@host:port/~/directory when it begins at the folder of the login.';
