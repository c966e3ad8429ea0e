import type { Client } from 'pg';

/** Owns tables and functions, and cannot log in. */
const ownerRole = 'trellis_owner';
/** Everybody who may use the tables at all; which ledgers, membership says. */
const userRole = 'trellis_user';

/** One step towards the tables: what it makes, whether it is there already, and how it is made. */
interface SchemaStep {
  readonly makes: string;
  /** A query whose first column is true when it is there. */
  readonly isThere: string;
  readonly sql: string;
}

const roleStep = (role: string): SchemaStep => ({
  makes: `role ${role}`,
  isThere: `select exists(select from pg_roles where rolname = '${role}')`,
  sql: `create role ${role} nologin`,
});

const tableStep = (name: string, columns: string): SchemaStep => ({
  makes: `table trellis.${name}`,
  isThere: `select to_regclass('trellis.${name}') is not null`,
  sql: `create table trellis.${name} (${columns})`,
});

/** A function is there when its text is the one of this version. */
function functionStep(name: string, head: string, body: string): SchemaStep {
  return {
    makes: `function trellis.${name}`,
    isThere: `select exists(select from pg_proc where pronamespace = to_regnamespace('trellis') and proname = '${name}' and prosrc = $text$${body}$text$)`,
    sql: `create or replace function trellis.${name}${head} set search_path = pg_catalog, pg_temp as $text$${body}$text$`,
  };
}

function visibleStep(table: string, column: string): SchemaStep {
  return {
    makes: `row-level security of trellis.${table}`,
    isThere: `select exists(select from pg_policies where schemaname = 'trellis' and tablename = '${table}' and policyname = 'members_read')`,
    sql: `alter table trellis.${table} enable row level security;
      create policy members_read on trellis.${table} for select to ${userRole}
        using (${column} = any (array(select trellis.my_ledgers())));
      grant select on trellis.${table} to ${userRole}`,
  };
}

const mayBody = `
  select exists(
    select from trellis.member m
    where m.ledger = place and m.may = any (rights) and pg_has_role(session_user, m.role, 'member'))
`;

/** Whoever appends first to a name that nobody has opens it, and looks after it from then on. */
const openBody = `
begin
  insert into trellis.ledger (name) values (place) on conflict do nothing;
  if found then
    insert into trellis.member (ledger, role, may) values (place, session_user, 'admit');
  elsif not trellis.may(place, array['append', 'admit']) then
    raise insufficient_privilege using message = 'This login may not add to the ledger.';
  end if;
end
`;

const appendBody = `
declare
  head trellis.ledger;
  newest bytea;
begin
  if expected_seq = 0 then
    perform trellis.open(place);
  elsif not trellis.may(place, array['append', 'admit']) then
    raise insufficient_privilege using message = 'This login may not add to the ledger.';
  end if;
  -- The lock on this row is what puts appends in order.
  select * into head from trellis.ledger where name = place for update;
  if head.seq <> expected_seq or head.hash <> expected_hash then
    return query select 'moved', head.seq, head.hash,
      (select e.hash from trellis.entry e where e.ledger = place and e.seq = expected_seq);
    return;
  end if;
  if head.identity <> said then
    return query select 'another', head.seq, head.hash, head.identity;
    return;
  end if;
  insert into trellis.entry (ledger, seq, id, hash, body)
    select place, expected_seq + n, id, encode(sha256(bytes), 'hex'), bytes
    from unnest(ids, bodies) with ordinality as given (id, bytes, n);
  newest := bodies[cardinality(bodies)];
  update trellis.ledger l
    set seq = expected_seq + cardinality(bodies), hash = encode(sha256(newest), 'hex'), identity = said
    where l.name = place returning l.seq, l.hash into head.seq, head.hash;
  perform pg_notify('trellis_' || md5(place), '');
  return query select 'appended', head.seq, head.hash, null::text;
end
`;

const putBlobBody = `
begin
  perform trellis.open(place);
  insert into trellis.blob (ledger, name, body) values (place, blob_name, bytes) on conflict do nothing;
  return (select b.body = bytes from trellis.blob b where b.ledger = place and b.name = blob_name);
end
`;

/** Only what nothing depends on: a checkpoint is made again by whoever misses it. */
const dropBlobBody = `
begin
  if not trellis.may(place, array['append', 'admit']) then
    raise insufficient_privilege using message = 'This login may not add to the ledger.';
  end if;
  delete from trellis.blob where ledger = place and name = blob_name and name like 'checkpoint-%';
end
`;

/** Puts down where the ledger begins, and removes everything before it, at once or not at all. */
const shortenBody = `
begin
  if not trellis.may(place, array['admit']) and exists(select from trellis.ledger where name = place) then
    raise insufficient_privilege using message = 'Only who looks after the ledger may remove its old entries.';
  end if;
  perform trellis.open(place);
  perform from trellis.ledger where name = place for update;
  if exists(select from trellis.beginning b where b.ledger = place and b.seq >= to_seq) then
    return true;
  end if;
  update trellis.ledger set seq = to_seq, hash = to_hash where name = place and seq = 0;
  if not found and not exists(
      select from trellis.entry e where e.ledger = place and e.seq = to_seq and e.hash = to_hash) then
    return false;
  end if;
  insert into trellis.beginning (ledger, seq, hash) values (place, to_seq, to_hash)
    on conflict (ledger) do update set seq = excluded.seq, hash = excluded.hash;
  delete from trellis.entry where ledger = place and entry.seq <= to_seq;
  return true;
end
`;

const sayHereBody = `
begin
  if not trellis.may(place, array['append', 'admit']) then
    raise insufficient_privilege using message = 'This login may not add to the ledger.';
  end if;
  insert into trellis.here (ledger, computer, body) values (place, who, word)
    on conflict (ledger, computer) do update set body = excluded.body;
end
`;

const standingBody = `
  select case
    when not exists(select from trellis.ledger where name = place) then 'nothing'
    when trellis.may(place, array['append', 'admit']) then 'appends'
    when trellis.may(place, array['read']) then 'reads'
    else 'stranger' end
`;

const admitBody = `
begin
  if not trellis.may(place, array['admit']) then
    raise insufficient_privilege using message = 'Only who looks after the ledger may admit others to it.';
  end if;
  insert into trellis.member (ledger, role, may) values (place, who, rights)
    on conflict (ledger, role) do update set may = excluded.may;
end
`;

/** Only through functions: nobody has a right to change a table. */
const callable = [
  'my_ledgers()',
  'may(text, text[])',
  'standing(text)',
  'append(text, bigint, text, text, text[], bytea[])',
  'put_blob(text, text, bytea)',
  'admit(text, name, text)',
  'say_here(text, text, bytea)',
  'drop_blob(text, text)',
  'shorten(text, bigint, text)',
];

const steps: readonly SchemaStep[] = [
  roleStep(ownerRole),
  roleStep(userRole),
  {
    makes: 'schema trellis',
    isThere: `select to_regnamespace('trellis') is not null`,
    sql: `create schema trellis; grant usage on schema trellis to ${userRole}`,
  },
  tableStep(
    'ledger',
    `name text primary key, identity text, seq bigint not null default 0, hash text not null default repeat('0', 64)`,
  ),
  tableStep(
    'entry',
    `ledger text not null references trellis.ledger, seq bigint not null, id text not null, hash text not null,
     body bytea not null, primary key (ledger, seq), unique (ledger, id)`,
  ),
  tableStep(
    'blob',
    `ledger text not null references trellis.ledger, name text not null, body bytea not null, primary key (ledger, name)`,
  ),
  tableStep(
    'member',
    `ledger text not null references trellis.ledger, role name not null,
     may text not null check (may in ('read', 'append', 'admit')), primary key (ledger, role)`,
  ),
  tableStep(
    'here',
    `ledger text not null references trellis.ledger, computer text not null check (length(computer) <= 64),
     body bytea not null check (length(body) <= 65536), primary key (ledger, computer)`,
  ),
  tableStep('beginning', `ledger text primary key references trellis.ledger, seq bigint not null, hash text not null`),
  functionStep(
    'my_ledgers',
    `() returns setof text language sql stable security definer`,
    `select ledger from trellis.member where pg_has_role(session_user, role, 'member')`,
  ),
  functionStep('may', `(place text, rights text[]) returns boolean language sql stable security definer`, mayBody),
  functionStep('standing', `(place text) returns text language sql stable security definer`, standingBody),
  functionStep('open', `(place text) returns void language plpgsql security definer`, openBody),
  functionStep(
    'append',
    `(place text, expected_seq bigint, expected_hash text, said text, ids text[], bodies bytea[])
     returns table (outcome text, at_seq bigint, at_hash text, other text) language plpgsql security definer`,
    appendBody,
  ),
  functionStep(
    'put_blob',
    `(place text, blob_name text, bytes bytea) returns boolean language plpgsql security definer`,
    putBlobBody,
  ),
  functionStep(
    'admit',
    `(place text, who name, rights text) returns void language plpgsql security definer`,
    admitBody,
  ),
  functionStep(
    'say_here',
    `(place text, who text, word bytea) returns void language plpgsql security definer`,
    sayHereBody,
  ),
  functionStep(
    'drop_blob',
    `(place text, blob_name text) returns void language plpgsql security definer`,
    dropBlobBody,
  ),
  functionStep(
    'shorten',
    `(place text, to_seq bigint, to_hash text) returns boolean language plpgsql security definer`,
    shortenBody,
  ),
  visibleStep('ledger', 'name'),
  visibleStep('entry', 'ledger'),
  visibleStep('blob', 'ledger'),
  visibleStep('here', 'ledger'),
  visibleStep('beginning', 'ledger'),
  {
    makes: `rights of ${userRole}`,
    isThere: `select has_function_privilege('${userRole}', 'trellis.shorten(text, bigint, text)', 'execute')
      and not has_function_privilege('public', 'trellis.shorten(text, bigint, text)', 'execute')`,
    sql: `revoke all on all functions in schema trellis from public;
      grant execute on function ${callable.map((it) => `trellis.${it}`).join(', ')} to ${userRole}`,
  },
  {
    makes: `ownership by ${ownerRole}`,
    isThere: `select not exists(
        select nspowner as owner from pg_namespace where nspname = 'trellis' and pg_get_userbyid(nspowner) <> '${ownerRole}'
        union all select relowner from pg_class
          where relnamespace = to_regnamespace('trellis') and relkind = 'r' and pg_get_userbyid(relowner) <> '${ownerRole}'
        union all select proowner from pg_proc
          where pronamespace = to_regnamespace('trellis') and pg_get_userbyid(proowner) <> '${ownerRole}')`,
    sql: `do $do$
      declare it record;
      begin
        execute format('grant ${ownerRole} to %I', current_user);
        execute format('grant create on database %I to ${ownerRole}', current_database());
        for it in select oid::regclass::text as name from pg_class where relnamespace = 'trellis'::regnamespace and relkind = 'r' loop
          execute 'alter table ' || it.name || ' owner to ${ownerRole}';
        end loop;
        for it in select oid::regprocedure::text as name from pg_proc where pronamespace = 'trellis'::regnamespace loop
          execute 'alter function ' || it.name || ' owner to ${ownerRole}';
        end loop;
        alter schema trellis owner to ${ownerRole};
      end $do$`,
  },
];

/** Makes roles, tables and functions, all or nothing, and answers what it made: nothing when all of it was there. */
export async function makeTables(client: Client): Promise<readonly string[]> {
  const made: string[] = [];
  await client.query('begin');
  try {
    await client.query('select pg_advisory_xact_lock($1)', [746_573_531]);
    for (const { makes, isThere, sql } of steps) {
      const { rows } = await client.query<unknown[]>({ text: isThere, rowMode: 'array' });
      if (rows[0]?.[0] === true) continue;
      await client.query(sql);
      made.push(makes);
    }
    await client.query('commit');
    return made;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}
