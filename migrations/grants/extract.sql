-- extract adds snapshots and pins; it takes a snapshot away only through drop_snapshot.
revoke all on goose_db_version, store, snapshot, student, leaver, pin, live, released_file, publication_state, snapshot_use, content, publication,
  publication_file, tally, decision, delivery, delivery_file, extract_turn, publish_turn from :role;
revoke all on sequence snapshot_number, fence from :role;
grant select on goose_db_version, snapshot_use to :role;
grant select, insert on snapshot, student, leaver to :role;
grant select, delete on pin to :role;
grant insert (snapshot, reason, by, at) on pin to :role;
grant usage on sequence snapshot_number to :role;
grant execute on function drop_snapshot to :role;
-- The right to update a column is the right to lock rows, and no whole table; no other name is allowed.
grant select on extract_turn to :role;
grant update (name) on extract_turn to :role;
