-- +goose Up

-- The extract settings get the same name everywhere. The program, not the tables,
-- knows which kinds of files there are and what a limit of the guard measures.

alter table snapshot rename column spec to settings;
alter table publication rename column spec to settings;

alter table publication rename column kind to origin;

alter table publication_file drop constraint publication_file_kind_check;

alter table tally rename column gone to "left";
comment on column tally."left" is 'Removed rows whose students left: they are not in the snapshot.';

alter table tally add column figures json not null default '{}';
comment on column tally.figures is 'What the limits of the guard measured, by name; a figure of 0 is left out.';

-- JSON has no infinity.
update tally set figures = json_strip_nulls(json_build_object(
  'moved', nullif(moved, 0),
  'measured', nullif(measured, 0),
  'shift', nullif(greatest(least(shift, 1.7976931348623157e308), -1.7976931348623157e308), 0)));

alter table tally drop column moved, drop column measured, drop column shift;
