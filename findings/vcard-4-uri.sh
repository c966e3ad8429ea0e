#!/usr/bin/env bash
# vCard 4: a value that is a URI stands as it is, without backslashes (RFC 6350, 3.4 and 4.2), such as the picture of its own section 6.2.4. ical.js 2.2.1
# writes a picture back with a backslash before its comma, and leaves out VALUE=uri of a telephone, which without it is plain text.
# vobject 0.9.6.1 drops the picture behind its comma, and puts a backslash into the telephone. Exits non-zero when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --save-exact --no-audit --no-fund --loglevel=error ical.js@2.2.1 >/dev/null
fetch() { apt-get -qq -o APT::Sandbox::User=root download "$@"; }
packages=(python3-vobject=0.9.6.1-2 python3-dateutil=2.8.2-2 python3-six=1.16.0-4)
fetch "${packages[@]}" 2>/dev/null || { apt-get -qq update; fetch "${packages[@]}"; }
for package in *.deb; do dpkg -x "$package" .; done
printf '%s\r\n' BEGIN:VCARD VERSION:4.0 'FN:Door 5' 'N:;Door 5;;;' 'PHOTO:data:image/png;base64,iVBORw0KGgo=' 'TEL;VALUE=uri:tel:+49-30-901801;ext=7' END:VCARD >card.vcf
cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
process.stdout.write(new ICAL.Component(ICAL.parse(readFileSync('card.vcf', 'utf8'))).toString());
JS
cat >look.py <<'PY'
import vobject
print(vobject.readOne(open('card.vcf', newline='').read()).serialize())
PY
lines() { tr -d '\r' | grep -E '^(PHOTO|TEL)'; }
echo 'given:'; lines <card.vcf
echo 'written back by ical.js:'; node look.mjs | lines | tee ical.out
echo 'written back by vobject:'; PYTHONPATH=usr/lib/python3/dist-packages python3 look.py | lines | tee vobject.out
grep -qxF 'PHOTO:data:image/png;base64\,iVBORw0KGgo=' ical.out
grep -qxF 'TEL:tel:+49-30-901801;ext=7' ical.out
grep -qxF 'PHOTO:data:image/png\;base64' vobject.out
grep -qxF 'TEL;VALUE=uri:tel:+49-30-901801\;ext=7' vobject.out
