#!/usr/bin/env bash
# A reminder is set to a day before an end, and the gap between the two is kept for the next end. Given back to the very day that it was taken from,
# it does not always lead to the other one. dayjs 1.11.23 (plugin duration): a difference is parted into months of 30.4 days, which are added as
# months of the calendar, and of two weeks that are named as such nothing is added at all. luxon 3.7.2 is right forwards; backwards it
# counts from the other end, and 15 December, counted from 1 March, comes back as the 18th. js-joda 6.3.2 counts 31 March to 15 February to be a
# month and 16 days, and comes back to the 12th. date-fns 4.4.0 and Temporal (temporal-polyfill 1.0.8) come back to where they were. So gaps are kept
# in days. Exits non-zero when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
libraries=(luxon@3.7.2 date-fns@4.4.0 dayjs@1.11.23 @js-joda/core@6.3.2 temporal-polyfill@1.0.8)
npm install --save-exact --no-audit --no-fund --loglevel=error "${libraries[@]}" >/dev/null
cat >look.mjs <<'JS'
import { LocalDate } from '@js-joda/core';
import { add, formatISO, intervalToDuration, parseISO } from 'date-fns';
import dayjs from 'dayjs';
import duration from 'dayjs/plugin/duration.js';
import { DateTime } from 'luxon';
import { Temporal } from 'temporal-polyfill';

dayjs.extend(duration);
const read = (day) => DateTime.fromISO(day, { zone: 'utc' });
const back = {
  'dayjs': (from, to) => dayjs(from).add(dayjs.duration(dayjs(to).diff(from))).format('YYYY-MM-DD'),
  'luxon': (from, to) => read(from).plus(read(to).diff(read(from), ['months', 'days'])).toISODate(),
  'js-joda': (from, to) => LocalDate.parse(from).plus(LocalDate.parse(from).until(LocalDate.parse(to))).toString(),
  'date-fns': (from, to) => formatISO(add(parseISO(from), intervalToDuration({ start: parseISO(from), end: parseISO(to) })), { representation: 'date' }),
  'Temporal': (from, to) => Temporal.PlainDate.from(from).add(Temporal.PlainDate.from(from).until(to, { largestUnit: 'month' })).toString(),
};
const gaps = [['2026-01-01', '2026-04-01'], ['2026-03-01', '2025-12-15'], ['2026-03-31', '2026-02-15']];
const seen = Object.entries(back).map(([name, way]) => ({ name, days: gaps.map(([from, to]) => way(from, to)) }));
const weeks = dayjs('2026-01-01').add(dayjs.duration({ weeks: 2 })).format('YYYY-MM-DD');
console.table([['from', ...gaps.map(([from]) => from)], ['to', ...gaps.map(([, to]) => to)], ...seen.map(({ name, days }) => [name, ...days])]);
console.log(`dayjs, two weeks after 2026-01-01: ${weeks}`);
const right = gaps.map(([, to]) => to);
const expected = [['2026-03-30', '2025-12-16', '2026-02-14'], [right[0], '2025-12-18', '2026-02-12'], [right[0], right[1], '2026-02-12'], right, right];
process.exitCode = JSON.stringify(seen.map(({ days }) => days)) === JSON.stringify(expected) && weeks === '2026-01-01' ? 0 : 1;
JS
TZ=UTC node look.mjs
