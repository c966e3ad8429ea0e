#!/usr/bin/env bash
# pg 8.23.1 with pg-protocol as it comes with it: with `binary: true` a bytea column does not arrive as its bytes. The
# driver decodes every field as UTF-8 text before a type parser sees it, so bytes that are no UTF-8 are replaced.
# Needs PostgreSQL 15 or newer from Debian (package postgresql), started here on loopback. Exits non-zero when that changes.
set -euo pipefail
folder=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill -QUIT "$server"; wait 2>/dev/null; rm -rf "$folder"' EXIT
chmod 755 "$folder"
cd "$folder"
npm init -y >/dev/null
npm install --save-exact --no-audit --no-fund --loglevel=error pg@8.23.1 >/dev/null
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
as=()
if [ "$(id -u)" = 0 ]; then as=(setpriv --reuid=postgres --regid=postgres --clear-groups); mkdir data; chown postgres data; fi
"${as[@]}" "$bin/initdb" -A trust -N -U postgres -D "$folder/data" >/dev/null
port=$(node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
"${as[@]}" "$bin/postgres" -D "$folder/data" -c port="$port" -c listen_addresses=127.0.0.1 -c unix_socket_directories= >"$folder/log" 2>&1 &
server=$!
cat >try.cjs <<'JS'
const { Client } = require('pg');
(async () => {
  let client;
  for (let tries = 0; ; tries += 1) {
    client = new Client({ host: '127.0.0.1', port: Number(process.argv[2]), user: 'postgres', database: 'postgres' });
    try { await client.connect(); break; } catch (error) { if (tries > 200) throw error; await new Promise((next) => setTimeout(next, 50)); }
  }
  const types = { getTypeParser: () => (value) => value };
  const ask = (binary) => client.query({ text: `select decode($1, 'hex') as bytes`, values: ['00ff80c3'], binary, types: binary ? types : undefined });
  console.log('server', (await client.query('show server_version')).rows[0].server_version, 'pg', require('pg/package.json').version);
  console.log('text  ', (await ask(false)).rows[0].bytes.toString('hex'));
  const value = (await ask(true)).rows[0].bytes;
  console.log('binary', Buffer.isBuffer(value) ? 'Buffer' : typeof value, Buffer.from(value).toString('hex'));
  await client.end();
  process.exitCode = Buffer.from(value).toString('hex') === '00ff80c3' ? 1 : 0;
})();
JS
node try.cjs "$port"
# Seen: server 15.18, pg 8.23.1: text 00ff80c3; binary string 00efbfbdefbfbdefbfbd
