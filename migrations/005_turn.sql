-- +goose Up

-- Whose turn it is. A program holds a row of its own table locked while it works:
-- unlike an advisory lock, only a role with rights on that table can take it, so
-- that neither another district nor the other program can stand in its way.

create table extract_turn (
  name text primary key check (name = 'extract')
);
insert into extract_turn (name) values ('extract');
comment on table extract_turn is 'Its row is locked while a snapshot is taken.';

create table publish_turn (
  name text primary key check (name in ('publish', 'publication'))
);
insert into publish_turn (name) values ('publish'), ('publication');
comment on table publish_turn is 'Row publish is locked by who may send; row publication while a publication gets its number.';
