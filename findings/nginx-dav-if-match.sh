#!/usr/bin/env bash
# nginx 1.22 (dav): a file that is read carries an ETag, but a condition on writing is not looked at: PUT and DELETE with an If-Match
# that cannot be true answer 204, and are done. lighttpd 1.4.69 answers 412 to the same. So nothing of ours stands on If-Match; the order
# stands on a name that is free. Needs Debian's nginx and lighttpd-mod-webdav; starts them on loopback. Exits non-zero when that changes.
set -euo pipefail
folder=$(mktemp -d)
servers=()
trap 'kill "${servers[@]}" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$folder"' EXIT
chmod 755 "$folder"; mkdir -m 777 "$folder/nginx" "$folder/lighttpd" "$folder/tmp"
free_port() { node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})'; }
nginx_port=$(free_port) lighttpd_port=$(free_port)
user=; [ "$(id -u)" != 0 ] || user='user www-data;'
cat >"$folder/nginx.conf" <<CONF
daemon off; pid $folder/nginx.pid; error_log $folder/nginx.log; $user
events {}
http {
  access_log off; client_body_temp_path $folder/tmp;
  server { listen 127.0.0.1:$nginx_port; root $folder/nginx; location / { dav_methods PUT DELETE; } }
}
CONF
cat >"$folder/lighttpd.conf" <<CONF
server.document-root = "$folder/lighttpd"
server.port = $lighttpd_port
server.bind = "127.0.0.1"
server.errorlog = "$folder/lighttpd.log"
server.upload-dirs = ("$folder/tmp")
server.modules = ("mod_webdav")
webdav.activate = "enable"
CONF
/usr/sbin/nginx -v; /usr/sbin/lighttpd -v | head -1
/usr/sbin/nginx -c "$folder/nginx.conf" & servers+=($!)
/usr/sbin/lighttpd -D -f "$folder/lighttpd.conf" & servers+=($!)
cat >"$folder/try.mjs" <<'JS'
const seen = {};
for (const [name, port] of [['nginx', process.argv[2]], ['lighttpd', process.argv[3]]]) {
  const address = `http://127.0.0.1:${port}/head`;
  const ask = async (method, headers = {}, body = undefined) => (await fetch(address, { method, headers, body })).status;
  for (let tries = 0; ; tries += 1) {
    try { await ask('PUT', {}, 'first'); break; } catch (error) { if (tries > 200) throw error; await new Promise((next) => setTimeout(next, 50)); }
  }
  const condition = { 'if-match': '"no-such-tag"' };
  const written = await ask('PUT', condition, 'second');
  const kept = await (await fetch(address)).text();
  seen[name] = `PUT ${written}, then "${kept}", DELETE ${await ask('DELETE', condition)}`;
}
console.log(seen);
process.exitCode = seen.nginx === 'PUT 204, then "second", DELETE 204' && seen.lighttpd === 'PUT 412, then "first", DELETE 412' ? 0 : 1;
JS
node "$folder/try.mjs" "$nginx_port" "$lighttpd_port"
