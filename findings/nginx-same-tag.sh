#!/usr/bin/env bash
# nginx 1.22 (dav): the ETag is made of the second of the last change and the length. A file that is written twice in one second, with other
# bytes of the same length such as a counter or a number of fixed width, keeps its tag, which is a strong one: who asks with If-None-Match gets
# 304 and keeps the old bytes for good. Apache 2.4 counts microseconds. So nothing of ours asks by a tag. Needs Debian's
# nginx; starts it on loopback. Exits non-zero when that changes.
set -euo pipefail
folder=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; wait 2>/dev/null; rm -rf "$folder"' EXIT
chmod 755 "$folder"; mkdir -m 777 "$folder/files" "$folder/tmp"
port=$(node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
user=; [ "$(id -u)" != 0 ] || user='user www-data;'
cat >"$folder/nginx.conf" <<CONF
daemon off; pid $folder/nginx.pid; error_log $folder/nginx.log; $user
events {}
http {
  access_log off; client_body_temp_path $folder/tmp;
  server { listen 127.0.0.1:$port; root $folder/files; location / { dav_methods PUT; } }
}
CONF
/usr/sbin/nginx -v
/usr/sbin/nginx -c "$folder/nginx.conf" & server=$!
cat >"$folder/try.mjs" <<'JS'
const address = `http://127.0.0.1:${process.argv[2]}/head`;
const put = (body) => fetch(address, { method: 'PUT', body });
const get = async (headers = {}) => {
  const reply = await fetch(address, { headers });
  return { status: reply.status, tag: reply.headers.get('etag'), changed: reply.headers.get('last-modified'), text: await reply.text() };
};
for (let tries = 0; ; tries += 1) {
  try { await put('0'); break; } catch (error) { if (tries > 200) throw error; await new Promise((next) => setTimeout(next, 50)); }
}
let first, second, asked;
// A second may end between the two writes; then once more.
for (let tries = 0; tries < 20 && (second === undefined || second.changed !== first.changed); tries += 1) {
  await put('0000041');
  first = await get();
  await put('0000042');
  second = await get();
  asked = await get({ 'if-none-match': first.tag });
}
console.log(`${first.text} ${first.tag}; ${second.text} ${second.tag}; asked with the first tag: ${asked.status}`);
process.exitCode = first.text === '0000041' && second.text === '0000042' && first.tag === second.tag && !first.tag.startsWith('W/') && asked.status === 304 ? 0 : 1;
JS
node "$folder/try.mjs" "$port"
