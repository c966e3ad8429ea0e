#!/usr/bin/env bash
# Apache 2.4.71 (mod_dav_fs): of clients that ask for the exclusive lock of one existing file at the same moment, now and
# then two get one. Moving a collection to a free name with Overwrite: F is won by one alone, which is why appends stand
# on the name and not on the lock. Needs Debian's apache2-bin; starts it on loopback. Exits non-zero when that changes.
set -euo pipefail
folder=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; wait 2>/dev/null; rm -rf "$folder"' EXIT
chmod 755 "$folder"; mkdir -m 777 "$folder/files" "$folder/tmp"
port=$(node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
user=; [ "$(id -u)" != 0 ] || user=$'User www-data\nGroup www-data'
cat >"$folder/apache.conf" <<CONF
ServerRoot $folder
PidFile $folder/pid
ErrorLog $folder/error.log
ServerName 127.0.0.1
Listen 127.0.0.1:$port
LoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so
LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so
LoadModule dav_module /usr/lib/apache2/modules/mod_dav.so
LoadModule dav_fs_module /usr/lib/apache2/modules/mod_dav_fs.so
$user
DAVLockDB $folder/tmp/locks
DocumentRoot $folder/files
<Directory $folder/files>
  Dav On
</Directory>
CONF
/usr/sbin/apache2 -f "$folder/apache.conf" -DFOREGROUND & server=$!
cat >"$folder/try.mjs" <<'JS'
const base = `http://127.0.0.1:${process.argv[2]}/`;
const ask = (method, path, headers = {}, body = undefined) => fetch(base + path, { method, headers, body });
for (let tries = 0; ; tries += 1) {
  try { await ask('OPTIONS', ''); break; } catch (error) { if (tries > 200) throw error; await new Promise((next) => setTimeout(next, 50)); }
}
await ask('PUT', 'ledger.json', {}, '{}');
await ask('MKCOL', 'log/');
const info = '<D:lockinfo xmlns:D="DAV:"><D:lockscope><D:exclusive/></D:lockscope><D:locktype><D:write/></D:locktype></D:lockinfo>';
const eight = [...Array(8).keys()];
let lockedTwice = 0, movedTwice = 0;
const rounds = 150;
for (let round = 0; round < rounds; round += 1) {
  const locks = await Promise.all(eight.map(() => ask('LOCK', 'ledger.json', { timeout: 'Second-30', depth: '0', 'content-type': 'application/xml' }, info)));
  const won = locks.filter((reply) => reply.status === 200);
  if (won.length > 1) lockedTwice += 1;
  for (const reply of won) await ask('UNLOCK', 'ledger.json', { 'lock-token': reply.headers.get('lock-token') });
  await Promise.all(eight.map(async (index) => { await ask('MKCOL', `from-${round}-${index}/`); await ask('PUT', `from-${round}-${index}/e`, {}, 'x'); }));
  const moves = await Promise.all(eight.map((index) => ask('MOVE', `from-${round}-${index}/`, { destination: `${base}log/${round}/`, overwrite: 'F' })));
  if (moves.filter((reply) => reply.status === 201).length > 1) movedTwice += 1;
}
console.log(`rounds of eight: ${rounds}; lock given twice: ${lockedTwice}; name given twice: ${movedTwice}`);
process.exitCode = lockedTwice > 0 && movedTwice === 0 ? 0 : 1;
JS
/usr/sbin/apache2 -v | head -1
node "$folder/try.mjs" "$port"
# Seen: Server version: Apache/2.4.71 (Debian); lock given twice in some of the rounds, the name never
