#!/usr/bin/env bash
# A license from 31 January, billed by the month. PostgreSQL 15: generate_series by one month adds to the row before, not to the first one, so that after
# 28 February it stays on the 28th for good, and no row says so; the first day and n months gives every month's end. DuckDB 1.5.6 does the same. luxon
# 3.7.2 (Interval.splitBy) counts from the first day: the two sides of one application, asked for the same periods, differ from the third on. Both
# are right that a month after 31 January is 28 February. So days of a series are the first one and n months, never the last one
# and a month. Needs PostgreSQL 15 or newer from Debian (package postgresql), started here on loopback. Exits non-zero when that changes.
set -euo pipefail
folder=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill -QUIT "$server"; wait 2>/dev/null; rm -rf "$folder"' EXIT
chmod 755 "$folder"
cd "$folder"
npm init -y >/dev/null
npm install --save-exact --no-audit --no-fund --loglevel=error pg@8.23.1 luxon@3.7.2 @duckdb/node-api@1.5.6-r.1 >/dev/null
for bin in /usr/lib/postgresql/*/bin; do :; done
as=()
if [ "$(id -u)" = 0 ]; then as=(setpriv --reuid=postgres --regid=postgres --clear-groups); mkdir data; chown postgres data; fi
"${as[@]}" "$bin/initdb" -A trust -N -U postgres -D "$folder/data" >/dev/null
port=$(node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
"${as[@]}" "$bin/postgres" -D "$folder/data" -c port="$port" -c listen_addresses=127.0.0.1 -c unix_socket_directories= >"$folder/log" 2>&1 &
server=$!
cat >try.mjs <<'JS'
import { DuckDBInstance } from '@duckdb/node-api';
import { DateTime, Interval } from 'luxon';
import pg from 'pg';

let client;
for (let tries = 0; ; tries += 1) {
  client = new pg.Client({ host: '127.0.0.1', port: Number(process.argv[2]), user: 'postgres', database: 'postgres' });
  try { await client.connect(); break; } catch (error) { if (tries > 200) throw error; await new Promise((next) => setTimeout(next, 50)); }
}
const series = `select string_agg(cast(cast(day as date) as text), ' ') as days
  from generate_series(timestamp '2026-01-31', timestamp '2026-06-01', interval '1 month') as series(day)`;
const counted = `select string_agg(cast(cast(date '2026-01-31' + n * interval '1 month' as date) as text), ' ') as days
  from generate_series(0, 4) as series(n)`;
const ask = async (text) => (await client.query(text)).rows[0].days;
const duck = await (await DuckDBInstance.create(':memory:')).connect();
const periods = Interval.fromDateTimes(DateTime.utc(2026, 1, 31), DateTime.utc(2026, 6, 1)).splitBy({ months: 1 });
const seen = {
  'PostgreSQL': await ask(series),
  'DuckDB': (await duck.runAndReadAll(series)).getRows()[0][0],
  'PostgreSQL, first day and n months': await ask(counted),
  'luxon': periods.map(({ start }) => start.toISODate()).join(' '),
};
console.log((await client.query('select version()')).rows[0].version, seen);
await client.end();
const [drifting, ends] = ['2026-01-31 2026-02-28 2026-03-28 2026-04-28 2026-05-28', '2026-01-31 2026-02-28 2026-03-31 2026-04-30 2026-05-31'];
process.exitCode = Object.values(seen).join('|') === [drifting, drifting, ends, ends].join('|') ? 0 : 1;
JS
TZ=UTC node try.mjs "$port"
