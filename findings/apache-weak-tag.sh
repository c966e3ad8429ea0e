#!/usr/bin/env bash
# Apache 2.4.71 (mod_dav_fs): within a second after a file was written its ETag is weak, and a weak one never fulfils If-Match (RFC 9110,
# 13.1.1). So whoever writes a file, reads it and its tag, and writes again with If-Match is refused with 412, though nobody else was there;
# a second later the same tag comes without W/, and the same write is done. Needs Debian's apache2-bin; starts it on loopback. Exits non-zero
# when that changes.
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
/usr/sbin/apache2 -v | head -1
/usr/sbin/apache2 -f "$folder/apache.conf" -DFOREGROUND & server=$!
cat >"$folder/try.mjs" <<'JS'
const address = `http://127.0.0.1:${process.argv[2]}/phones.csv`;
const put = (body, headers = {}) => fetch(address, { method: 'PUT', body, headers });
const tag = async () => (await fetch(address)).headers.get('etag');
for (let tries = 0; ; tries += 1) {
  try { await put('first'); break; } catch (error) { if (tries > 200) throw error; await new Promise((next) => setTimeout(next, 50)); }
}
let atOnce, later;
// A slow machine may need more than a second between writing and reading; then once more.
for (let tries = 0; tries < 20 && atOnce?.tag.startsWith('W/') !== true; tries += 1) {
  await put('mine');
  const fresh = await tag();
  atOnce = { tag: fresh, status: (await put('changed', { 'if-match': fresh })).status };
}
for (let tries = 0; tries < 100; tries += 1) {
  later = await tag();
  if (!later.startsWith('W/')) break;
  await new Promise((next) => setTimeout(next, 100));
}
const status = (await put('changed', { 'if-match': later })).status;
console.log(`at once ${atOnce.tag}: ${atOnce.status}; later ${later}: ${status}`);
process.exitCode = atOnce.tag === `W/${later}` && atOnce.status === 412 && status === 204 ? 0 : 1;
JS
node "$folder/try.mjs" "$port"
# Seen: Server version: Apache/2.4.71 (Debian); at once W/"4-…": 412; later "4-…": 204
