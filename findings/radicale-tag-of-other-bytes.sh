#!/usr/bin/env bash
# Radicale 3.1.8 (CardDAV): what is put is read and written anew before it is kept, and PUT answers with a strong ETag of that. A server that
# does not keep the very bytes must not give one (RFC 6352, 6.3.2.3; RFC 4791, 5.3.4 for calendars): a client that gets it takes its copy for the
# server's, finds that tag in every later list, and never sees that the card there has lost its picture and that its number is another address
# (vobject writes them so, see vcard-4-uri.sh). So whoever puts a card there reads it back. From Debian's packages; starts it on loopback. Exits
# non-zero when that changes.
set -euo pipefail
folder=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; wait 2>/dev/null || true; rm -rf "$folder"' EXIT
cd "$folder"
fetch() { apt-get -qq -o APT::Sandbox::User=root download "$@"; }
packages=(python3-radicale=3.1.8-2 python3-vobject=0.9.6.1-2 python3-dateutil=2.8.2-2 python3-six=1.16.0-4 python3-passlib=1.7.4-3)
packages+=(python3-defusedxml=0.7.1-2 python3-pkg-resources=66.1.1-1+deb12u2)
fetch "${packages[@]}" 2>/dev/null || { apt-get -qq update; fetch "${packages[@]}"; }
for package in *.deb; do dpkg -x "$package" .; done
port=$(node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
cat >radicale.conf <<CONF
[server]
hosts = 127.0.0.1:$port
[auth]
type = none
[rights]
type = owner_only
[storage]
filesystem_folder = $folder/cards
CONF
PYTHONPATH=usr/lib/python3/dist-packages python3 -m radicale -C radicale.conf 2>log & server=$!
cat >try.mjs <<'JS'
const book = `http://127.0.0.1:${process.argv[2]}/desk/phones/`;
const ask = (method, path, headers = {}, body = undefined) =>
  fetch(book + path, { method, body, headers: { authorization: `Basic ${btoa('desk:desk')}`, ...headers } });
const type = '<resourcetype><collection/><C:addressbook/></resourcetype>';
const make = `<mkcol xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:carddav"><set><prop>${type}</prop></set></mkcol>`;
for (let tries = 0; ; tries += 1) {
  try { await ask('MKCOL', '', { 'content-type': 'application/xml' }, make); break; } catch (error) {
    if (tries > 200) throw error;
    await new Promise((next) => setTimeout(next, 50));
  }
}
const lines = ['BEGIN:VCARD', 'VERSION:4.0', 'UID:door-5', 'FN:Door 5', 'N:;Door 5;;;', 'PHOTO:data:image/png;base64,iVBORw0KGgo=', 'TEL;VALUE=uri:tel:+49-30-901801;ext=7', 'END:VCARD', ''];
const card = lines.join('\r\n');
const put = await ask('PUT', 'door-5.vcf', { 'content-type': 'text/vcard' }, card);
const tag = put.headers.get('etag');
const list = await (await ask('PROPFIND', '', { depth: '1' }, '<propfind xmlns="DAV:"><prop><getetag/></prop></propfind>')).text();
const got = await ask('GET', 'door-5.vcf');
const kept = await got.text();
console.log(`PUT ${put.status} ${tag}\nGET ${got.status} ${got.headers.get('etag')}\n${kept}`);
const isOther = kept.includes('PHOTO:data:image/png\\;base64\r\n') && kept.includes('TEL;VALUE=uri:tel:+49-30-901801\\;ext=7\r\n');
const isTold = put.status === 201 && tag.startsWith('"') && got.headers.get('etag') === tag && list.replaceAll('&quot;', '"').includes(tag);
process.exitCode = isTold && isOther && kept !== card ? 0 : 1;
JS
PYTHONPATH=usr/lib/python3/dist-packages python3 -c 'import radicale; print("Radicale", radicale.VERSION)'
node try.mjs "$port"
