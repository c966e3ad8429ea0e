#!/usr/bin/env bash
# ical-generator 10.2.0: a name with quotation marks, Anna "Desk" Berg as organizer or guest, is written as CN="Anna \"Desk\" Berg". Inside
# quotation marks a calendar has none, and no backslash helps (RFC 5545, 3.2; RFC 6868 has ^' for it). vobject 0.9.6.1 (Python) refuses the whole
# file for it, with every other event in it; ical.js 2.2.1 ends the name at the backslash; with icalendar 4.0.3 (Python) and node-ical 0.27.2 the
# event has nobody as organizer. Exits non-zero when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --save-exact --no-audit --no-fund --loglevel=error ical-generator@10.2.0 ical.js@2.2.1 node-ical@0.27.2 >/dev/null
fetch() { apt-get -qq -o APT::Sandbox::User=root download "$@"; }
packages=(python3-icalendar=4.0.3-5 python3-vobject=0.9.6.1-2 python3-dateutil=2.8.2-2 python3-tz=2022.7.1-4 python3-six=1.16.0-4)
fetch "${packages[@]}" 2>/dev/null || { apt-get -qq update; fetch "${packages[@]}"; }
for package in *.deb; do dpkg -x "$package" .; done
cat >look.py <<'PY'
import json
import icalendar
import vobject
with open('one.ics', newline='') as file:
    text = file.read()
def tried(read):
    try:
        return read()
    except Exception as error:
        return type(error).__name__
print(json.dumps({
    'vobject': tried(lambda: str(vobject.readOne(text).vevent.organizer.params)),
    'icalendar': tried(lambda: icalendar.Calendar.from_ical(text).walk('VEVENT')[0].get('organizer')),
}))
PY
cat >look.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import ICAL from 'ical.js';
import ical from 'ical-generator';
import nodeIcal from 'node-ical';

const calendar = ical({ name: 'Ends' });
const start = new Date(Date.UTC(2026, 0, 31));
const organizer = { name: 'Anna "Desk" Berg', email: 'anna@example.org' };
calendar.createEvent({ id: 'one', start, stamp: start, allDay: true, summary: 'Ends', organizer });
const file = `${calendar.toString()}\r\n`;
writeFileSync('one.ics', file);
const line = file.split('\r\n').find((one) => one.startsWith('ORGANIZER'));
const seen = JSON.parse(execFileSync('python3', ['look.py'], { encoding: 'utf8' }));
const event = new ICAL.Component(ICAL.parse(file)).getFirstSubcomponent('vevent');
seen['ical.js'] = event.getFirstProperty('organizer').getParameter('cn');
seen['node-ical'] = Object.values(nodeIcal.sync.parseICS(file)).find(({ type }) => type === 'VEVENT').organizer ?? null;
console.log(line, seen);
const expected = { 'vobject': 'ParseError', 'icalendar': null, 'ical.js': 'Anna \\', 'node-ical': null };
const isSeen = Object.entries(expected).every(([name, one]) => seen[name] === one);
process.exitCode = isSeen && line === String.raw`ORGANIZER;CN="Anna \"Desk\" Berg":mailto:anna@example.org` ? 0 : 1;
JS
TZ=UTC PYTHONPATH=usr/lib/python3/dist-packages node look.mjs
