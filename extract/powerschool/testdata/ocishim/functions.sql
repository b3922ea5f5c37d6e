-- Functions that Oracle and PostgreSQL both have, as Oracle has them.
create schema oracle;
create function oracle.to_date(text, text) returns timestamp(0) language sql immutable
    return cast(to_timestamp($1, $2) at time zone 'UTC' as timestamp(0));
grant usage on schema oracle to public;

-- The dictionary: all tables belong to PowerSchool's own PS.
create function oracle.sys_context(text, text) returns text language sql stable
    return upper(current_user);
create view oracle.all_tab_columns as
    select 'PS' owner, upper(table_name) table_name, upper(column_name) column_name,
           case
               when udt_name = 'numeric' and numeric_precision is null then 'FLOAT'
               when udt_name in ('numeric', 'int2', 'int4', 'int8') then 'NUMBER'
               when udt_name in ('varchar', 'text') then 'VARCHAR2'
               when udt_name = 'bpchar' then 'CHAR'
               when udt_name = 'float8' then 'BINARY_DOUBLE'
               when udt_name = 'timestamp' and datetime_precision = 0 then 'DATE'
               when udt_name = 'timestamp' then 'TIMESTAMP(6)'
               else upper(udt_name) end data_type
    from information_schema.columns where table_schema = 'public';
grant select on oracle.all_tab_columns to public;
