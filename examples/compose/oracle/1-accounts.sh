#!/bin/bash
# Creates the accounts that PowerSchool has: PS owns the tables and cannot log in,
# and PSNAVIGATOR reads them. The image runs this folder once, on an empty volume.
set -e
sqlplus -s / as sysdba <<SQL
whenever sqlerror exit failure
set define off
alter session set container = FREEPDB1;
create user ps no authentication default tablespace users quota unlimited on users;
create user psnavigator identified by "$PSNAVIGATOR_PASSWORD";
grant create session to psnavigator;
exit
SQL
