#!/usr/bin/env bash
# In a calendar a backslash is written twice (RFC 5545, 3.3.11), so that \\server\neu, a share, is \\\\server\\neu. icalendar 4.0.3 (Python) writes that,
# and reads its own line back with a line break where \n seemed to stand; node-ical 0.27.2 reads it with one as well. A share \\server\Namen
# icalendar even writes as a line break. ical.js 2.2.1 and vobject 0.9.6.1 read what was meant. Exits non-zero when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --save-exact --no-audit --no-fund --loglevel=error ical.js@2.2.1 node-ical@0.27.2 >/dev/null
fetch() { apt-get -qq -o APT::Sandbox::User=root download "$@"; }
packages=(python3-icalendar=4.0.3-5 python3-vobject=0.9.6.1-2 python3-dateutil=2.8.2-2 python3-tz=2022.7.1-4 python3-six=1.16.0-4)
fetch "${packages[@]}" 2>/dev/null || { apt-get -qq update; fetch "${packages[@]}"; }
for package in *.deb; do dpkg -x "$package" .; done
cat >look.py <<'PY'
import json
import icalendar
import vobject
calendar = icalendar.Calendar()
calendar.add('version', '2.0')
calendar.add('prodid', '-//example//ends//EN')
event = icalendar.Event()
event.add('uid', 'one@example.org')
event['dtstamp'] = '20260101T000000Z'
event['dtstart'] = '20260131T100000Z'
event.add('description', r'\\server\neu')
calendar.add_component(event)
written = calendar.to_ical()
with open('one.ics', 'wb') as file:
    file.write(written)
print(json.dumps({
    'line': next(line for line in written.decode().splitlines() if line.startswith('DESCRIPTION')),
    'capital': icalendar.vText(r'\\server\Namen').to_ical().decode(),
    'icalendar': str(icalendar.Calendar.from_ical(written).walk('VEVENT')[0]['description']),
    'vobject': vobject.readOne(written.decode()).vevent.description.value,
}))
PY
PYTHONPATH=usr/lib/python3/dist-packages python3 look.py >python.json
cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';

const file = readFileSync('one.ics', 'utf8');
const { line, capital, ...seen } = JSON.parse(readFileSync('python.json', 'utf8'));
seen['ical.js'] = new ICAL.Component(ICAL.parse(file)).getFirstSubcomponent('vevent').getFirstPropertyValue('description');
seen['node-ical'] = Object.values(nodeIcal.sync.parseICS(file)).find(({ type }) => type === 'VEVENT').description;
console.log(line, seen, 'with a capital N:', capital);
const share = String.raw`\\server\neu`;
const expected = { 'ical.js': share, 'vobject': share, 'icalendar': '\\server\neu', 'node-ical': '\\\\server\\\neu' };
const isSeen = Object.entries(expected).every(([name, text]) => seen[name] === text);
process.exitCode = isSeen && line === String.raw`DESCRIPTION:\\\\server\\neu` && capital === String.raw`\\\\server\namen` ? 0 : 1;
JS
node look.mjs
