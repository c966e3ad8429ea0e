#!/usr/bin/env bash
# Postgres.js 3.4.9: a NULL inside an array of numbers comes as NaN, since it is made a number like the others, and inside an array of texts as the
# word NULL. pg 8.23.1 gives null in both. A date 'infinity', which stands for no end, Postgres.js makes an invalid Date, and pg the
# number Infinity: neither is a day. Needs PostgreSQL 15 or newer from Debian (package postgresql), started here on loopback. Exits
# non-zero when that changes.
set -euo pipefail
folder=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill -QUIT "$server"; wait 2>/dev/null; rm -rf "$folder"' EXIT
chmod 755 "$folder"
cd "$folder"
npm init -y >/dev/null
npm install --save-exact --no-audit --no-fund --loglevel=error pg@8.23.1 postgres@3.4.9 >/dev/null
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
as=()
if [ "$(id -u)" = 0 ]; then as=(setpriv --reuid=postgres --regid=postgres --clear-groups); mkdir data; chown postgres data; fi
"${as[@]}" "$bin/initdb" -A trust -N -U postgres -D "$folder/data" >/dev/null
port=$(node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
"${as[@]}" "$bin/postgres" -D "$folder/data" -c port="$port" -c listen_addresses=127.0.0.1 -c unix_socket_directories= >"$folder/log" 2>&1 &
server=$!
cat >try.mjs <<'JS'
import pg from 'pg';
import postgres from 'postgres';

const place = { host: '127.0.0.1', port: Number(process.argv[2]), user: 'postgres', database: 'postgres' };
let client;
for (let tries = 0; ; tries += 1) {
  client = new pg.Client(place);
  try { await client.connect(); break; } catch (error) { if (tries > 200) throw error; await new Promise((next) => setTimeout(next, 50)); }
}
const query = `select '{1,NULL}'::int[] as numbers, '{one,NULL}'::text[] as texts, 'infinity'::date as day`;
const sql = postgres(place);
const seen = {};
for (const [name, [row]] of [['pg', (await client.query(query)).rows], ['Postgres.js', await sql.unsafe(query)]])
  seen[name] = `${row.numbers.map(String)} ${row.texts.map(String)} ${row.day instanceof Date ? row.day : `${typeof row.day} ${row.day}`}`;
await client.end();
await sql.end();
console.log(seen);
process.exitCode = seen.pg === '1,null one,null number Infinity' && seen['Postgres.js'] === '1,NaN one,NULL Invalid Date' ? 0 : 1;
JS
node try.mjs "$port"
