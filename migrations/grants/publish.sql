-- publish reads snapshots and adds publications; of rows that exist it writes only how far a delivery came.
revoke all on goose_db_version, store, snapshot, student, leaver, pin, live, released_file, publication_state, snapshot_use, content,
  publication, publication_file, tally, decision, delivery, delivery_file, extract_turn, publish_turn from :role;
revoke all on sequence snapshot_number, fence from :role;
revoke all on function drop_snapshot from :role;
grant select on goose_db_version, store, snapshot, student, leaver, pin, live, released_file, publication_state to :role;
grant select, insert on content, publication, publication_file, tally, delivery, delivery_file to :role;
grant select on decision to :role;
grant insert (publication, kind, by, reason, at, expires_at, met) on decision to :role;
grant update (released_at, ended_at, host_key, swept_at) on delivery to :role;
grant update (staged_at, sent_at, refused_at, verified) on delivery_file to :role;
grant usage, select on sequence fence to :role;
-- The right to update a column is the right to lock rows, and no whole table; no other name is allowed.
grant select on publish_turn to :role;
grant update (name) on publish_turn to :role;
