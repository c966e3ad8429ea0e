#!/usr/bin/env bash
# PUT below a folder that does not exist: RFC 4918 (9.7.1) asks for 409. lighttpd 1.4.69 says so; sabre/dav 1.8 answers 404, and nginx
# 1.22 (dav) 500, which looks as if the server failed and asking again would help. So a folder is made before anything is put into it. Needs
# Debian's nginx, lighttpd-mod-webdav and php-sabre-dav; starts them on loopback. Exits non-zero when that changes.
set -euo pipefail
folder=$(mktemp -d)
servers=()
trap 'kill "${servers[@]}" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$folder"' EXIT
chmod 755 "$folder"; mkdir -m 777 "$folder/nginx" "$folder/lighttpd" "$folder/sabre" "$folder/tmp"
free_port() { node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})'; }
nginx_port=$(free_port) lighttpd_port=$(free_port) sabre_port=$(free_port)
user=; [ "$(id -u)" != 0 ] || user='user www-data;'
cat >"$folder/nginx.conf" <<CONF
daemon off; pid $folder/nginx.pid; error_log $folder/nginx.log; $user
events {}
http {
  access_log off; client_body_temp_path $folder/tmp;
  server { listen 127.0.0.1:$nginx_port; root $folder/nginx; location / { dav_methods PUT MKCOL; } }
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
cat >"$folder/sabre.php" <<'PHP'
<?php
require 'Sabre/autoload.php';
date_default_timezone_set('UTC');
$server = new \Sabre\DAV\Server(new \Sabre\DAV\FS\Directory(getenv('FILES')));
$server->setBaseUri('/');
$server->exec();
PHP
/usr/sbin/nginx -v; /usr/sbin/lighttpd -v | head -1
/usr/sbin/nginx -c "$folder/nginx.conf" & servers+=($!)
/usr/sbin/lighttpd -D -f "$folder/lighttpd.conf" & servers+=($!)
FILES=$folder/sabre php -d include_path=/usr/share/php -d error_reporting=0 -S "127.0.0.1:$sabre_port" "$folder/sabre.php" >/dev/null 2>&1 & servers+=($!)
cat >"$folder/try.mjs" <<'JS'
const seen = [];
for (const port of process.argv.slice(2)) {
  const put = async (path) => (await fetch(`http://127.0.0.1:${port}/${path}`, { method: 'PUT', body: 'act' })).status;
  for (let tries = 0; ; tries += 1) {
    try { await put('first'); break; } catch (error) { if (tries > 200) throw error; await new Promise((next) => setTimeout(next, 50)); }
  }
  seen.push(await put('missing/act'));
}
console.log({ nginx: seen[0], lighttpd: seen[1], sabre: seen[2] });
process.exitCode = seen.join(' ') === '500 409 404' ? 0 : 1;
JS
node "$folder/try.mjs" "$nginx_port" "$lighttpd_port" "$sabre_port"
