#!/usr/bin/env bash
# lighttpd 1.4.69 (mod_webdav): a file whose ending has no type in mimetype.assign is read without ETag and without Last-Modified, though PUT answers
# with an ETag, PROPFIND shows the same one, and If-Match is held against it. A client that takes the tag from GET finds none for head and
# act.trellis, and has one for act.json beside them. Needs Debian's lighttpd-mod-webdav; starts it on loopback. Exits non-zero when that changes.
set -euo pipefail
folder=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; wait 2>/dev/null; rm -rf "$folder"' EXIT
chmod 755 "$folder"; mkdir -m 777 "$folder/files" "$folder/tmp"
port=$(node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
cat >"$folder/lighttpd.conf" <<CONF
server.document-root = "$folder/files"
server.port = $port
server.bind = "127.0.0.1"
server.errorlog = "$folder/lighttpd.log"
server.upload-dirs = ("$folder/tmp")
server.modules = ("mod_webdav")
webdav.activate = "enable"
mimetype.assign = (".json" => "application/json")
CONF
/usr/sbin/lighttpd -v | head -1
/usr/sbin/lighttpd -D -f "$folder/lighttpd.conf" & server=$!
cat >"$folder/try.mjs" <<'JS'
const base = `http://127.0.0.1:${process.argv[2]}/`;
const ask = async (method, path, headers = {}, body = undefined) => {
  const reply = await fetch(base + path, { method, headers, body });
  return { status: reply.status, tag: reply.headers.get('etag'), changed: reply.headers.get('last-modified'), text: await reply.text() };
};
for (let tries = 0; ; tries += 1) {
  try { await ask('OPTIONS', ''); break; } catch (error) { if (tries > 200) throw error; await new Promise((next) => setTimeout(next, 50)); }
}
const wanted = '<D:propfind xmlns:D="DAV:"><D:prop><D:getetag/></D:prop></D:propfind>';
let isSeen = true;
for (const name of ['act.json', 'act.trellis']) {
  const put = await ask('PUT', name, {}, 'act');
  const get = await ask('GET', name);
  const listed = /getetag>([^<]*)</.exec((await ask('PROPFIND', name, { 'depth': '0', 'content-type': 'application/xml' }, wanted)).text)?.[1];
  const again = await ask('PUT', name, { 'if-match': put.tag }, 'again');
  console.log(`${name}: PUT ${put.tag}, PROPFIND ${listed}, GET ${get.tag} (${get.changed === null ? 'no' : 'a'} Last-Modified); PUT with If-Match ${again.status}`);
  const hasTag = name === 'act.json';
  isSeen &&= put.tag !== null && listed === put.tag && again.status === 204 && (hasTag ? get.tag === put.tag && get.changed !== null : get.tag === null && get.changed === null);
}
process.exitCode = isSeen ? 0 : 1;
JS
node "$folder/try.mjs" "$port"
