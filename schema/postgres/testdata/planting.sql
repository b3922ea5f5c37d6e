-- Only pairs and single arguments of the kinds below are covered in full; of longer
-- signatures one argument at a time is another.
create schema planted;
alter default privileges revoke execute on functions from public;

create function planted.everything(functions text[], tables text[], types text[]) returns void
language plpgsql set check_function_bodies = off set search_path = pg_catalog as $plant$
declare
  kinds text[] := array['int4', 'int8', 'numeric', 'bool', 'text', 'name', 'bytea', 'json', 'timestamptz', 'oid',
    'regclass', 'xid', '_text'];
  body text := $$ returns pg_catalog.%s language plpgsql as 'begin raise exception ''planted: it ran''; end' $$;
  f record;
  a text;
  b text;
  args text[];
  op text;
begin
  foreach a in array kinds loop
    foreach b in array kinds loop
      execute format('create function public.planted_op(pg_catalog.%s, pg_catalog.%s)' || body, a, b, 'bool');
      execute format('create function public.planted_text(pg_catalog.%s, pg_catalog.%s)' || body, a, b, 'text');
      foreach op in array array['=', '<>', '<', '>', '<=', '>=', '~', '!~', '||', '+', '*'] loop
        execute format('create operator public.%s (leftarg = pg_catalog.%s, rightarg = pg_catalog.%s, function = public.%s)',
          op, a, b, case when op in ('||', '->>') then 'planted_text' else 'planted_op' end);
      end loop;
    end loop;
  end loop;

  for f in
    select p.proname as name, array_agg(distinct p.pronargs::int) as counts,
      array_agg(distinct array_to_string(p.proargtypes::regtype[], ';')) filter (where p.pronargs > 2) as long
    from pg_proc p
    where p.pronamespace = 'pg_catalog'::regnamespace and p.proname = any(functions)
    group by p.proname
  loop
    if 0 = any(f.counts) then
      execute format('create function public.%I()' || body, f.name, 'text');
    end if;
    foreach a in array kinds loop
      if 1 = any(f.counts) or f.name = 'concat' then
        execute format('create function public.%I(pg_catalog.%s)' || body, f.name, a, 'text');
      end if;
      if 2 = any(f.counts) or f.name = 'concat' then
        foreach b in array kinds loop
          execute format('create function public.%I(pg_catalog.%s, pg_catalog.%s)' || body, f.name, a, b, 'text');
        end loop;
      end if;
    end loop;
    foreach a in array coalesce(f.long, '{}') loop
      args := string_to_array(a, ';');
      for i in 1..cardinality(args) loop
        foreach b in array kinds loop
          begin
            execute format('create function public.%I(%s)' || body, f.name,
              array_to_string(args[:i-1] || ('pg_catalog.' || b) || args[i+1:], ', '), 'text');
          exception when others then
            null; -- the same as another, or a type that has no such place
          end;
        end loop;
      end loop;
    end loop;
  end loop;

  foreach a in array tables loop
    if to_regclass('pg_catalog.' || a) is not null then
      execute format('create view public.%I as select c.* from pg_catalog.%I c where public.planted_op(true, true)', a, a);
    end if;
  end loop;

  foreach a in array types loop
    if exists (select from pg_type where typname = a and typnamespace = 'pg_catalog'::regnamespace)
    and to_regtype('public.' || quote_ident(a)) is null then
      execute format('create domain public.%I as pg_catalog.int4 check (false)', a);
    end if;
  end loop;
end $plant$;
