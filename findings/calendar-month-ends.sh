#!/usr/bin/env bash
# One calendar file, two readers, two series. RFC 5545 (3.3.10) leaves out days that a month does not have: monthly from 31 January is
# 31 January, 31 March, 31 May; yearly from 29 February comes every fourth year. ical.js 2.2.1 keeps to it by month, and by year goes on
# with 1 March; node-ical 0.26.1 moves to the 28th and stays there, by month and by year. So ends of licenses are single days in a file,
# never a rule. Exits non-zero when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --save-exact --no-audit --no-fund --loglevel=error ical.js@2.2.1 node-ical@0.26.1 >/dev/null
cat >look.mjs <<'JS'
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';

const series = { monthly: ['20260131', 'MONTHLY'], yearly: ['20240229', 'YEARLY'] };
const file = [
  'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//example//ends//EN',
  ...Object.entries(series).flatMap(([name, [start, often]]) => [
    'BEGIN:VEVENT', `UID:${name}@example.org`, 'DTSTAMP:20240101T000000Z', `DTSTART;VALUE=DATE:${start}`, `RRULE:FREQ=${often};COUNT=3`, `SUMMARY:${name}`, 'END:VEVENT',
  ]),
  'END:VCALENDAR', '',
].join('\r\n');

const seen = {};
for (const component of new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent')) {
  const event = new ICAL.Event(component);
  const days = event.iterator();
  seen[`ical.js ${event.summary}`] = [days.next(), days.next(), days.next()].join(' ');
}
const day = (date) => [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
for (const event of Object.values(nodeIcal.sync.parseICS(file)))
  if (event.type === 'VEVENT') seen[`node-ical ${event.summary}`] = event.rrule.all().map(day).join(' ');
console.log(seen);
const expected = {
  'ical.js monthly': '2026-01-31 2026-03-31 2026-05-31',
  'ical.js yearly': '2024-02-29 2025-03-01 2026-03-01',
  'node-ical monthly': '2026-01-31 2026-02-28 2026-03-28',
  'node-ical yearly': '2024-02-29 2025-02-28 2026-02-28',
};
process.exitCode = Object.entries(expected).every(([name, days]) => seen[name] === days) ? 0 : 1;
JS
node look.mjs
