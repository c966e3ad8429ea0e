#!/usr/bin/env bash
# The name of a calendar, X-WR-CALNAME, is text as any unknown property is (RFC 5545, 3.8.8.2 and 3.3.11), so that a comma in it is written \,.
# icalendar 4.0.3 and vobject 0.9.6.1 (Python) and node-ical 0.27.2 take the backslash away again; ical.js 2.2.1, which takes it away in
# SUMMARY, leaves it in the name of the calendar: "Haus 3\, Nord". Exits non-zero when that changes.
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
printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:-//example//ends//EN 'X-WR-CALNAME:Haus 3\, Nord' BEGIN:VEVENT UID:one@example.org \
  DTSTAMP:20260101T000000Z DTSTART:20260131T100000Z 'SUMMARY:Haus 3\, Nord' END:VEVENT END:VCALENDAR >one.ics
cat >look.py <<'PY'
import json
import icalendar
import vobject
with open('one.ics', newline='') as file:
    text = file.read()
one = icalendar.Calendar.from_ical(text)
other = vobject.readOne(text)
print(json.dumps({
    'icalendar': [str(one['x-wr-calname']), str(one.walk('VEVENT')[0]['summary'])],
    'vobject': [other.x_wr_calname.value, other.vevent.summary.value],
}))
PY
PYTHONPATH=usr/lib/python3/dist-packages python3 look.py >python.json
cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';

const file = readFileSync('one.ics', 'utf8');
const seen = JSON.parse(readFileSync('python.json', 'utf8'));
const calendar = new ICAL.Component(ICAL.parse(file));
const read = nodeIcal.sync.parseICS(file);
seen['ical.js'] = [calendar.getFirstPropertyValue('x-wr-calname'), calendar.getFirstSubcomponent('vevent').getFirstPropertyValue('summary')];
seen['node-ical'] = [read.vcalendar['WR-CALNAME'], Object.values(read).find(({ type }) => type === 'VEVENT').summary];
console.log(seen);
const [meant, escaped] = ['Haus 3, Nord', String.raw`Haus 3\, Nord`];
const expected = { icalendar: meant, vobject: meant, 'ical.js': escaped, 'node-ical': meant };
const isSeen = Object.entries(expected).every(([name, text]) => seen[name][0] === text && seen[name][1] === meant);
process.exitCode = isSeen ? 0 : 1;
JS
node look.mjs
