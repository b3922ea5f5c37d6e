-- Functions that Oracle and PostgreSQL both have, as Oracle has them.
create schema oracle;
create function oracle.to_date(text, text) returns timestamp(0) language sql immutable
    return cast(to_timestamp($1, $2) at time zone 'UTC' as timestamp(0));
grant usage on schema oracle to public;
