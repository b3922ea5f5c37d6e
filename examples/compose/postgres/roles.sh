#!/bin/sh
# Creates the store's owner, the roles of the two programs, and the store, in which
# extract migrate creates the tables. The image runs this once, on an empty volume.
set -e
psql -v ON_ERROR_STOP=1 -U postgres -d postgres \
	-v owner="$SYNC_OWNER_PASSWORD" -v extract="$SYNC_EXTRACT_PASSWORD" -v publish="$SYNC_PUBLISH_PASSWORD" <<'SQL'
create role sync_owner login password :'owner';
create role sync_extract login password :'extract';
create role sync_publish login password :'publish';
create database schoolinks owner sync_owner;
SQL
