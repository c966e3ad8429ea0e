#!/usr/bin/env bash
# From 31 January to 28 February: is that a month? Adding one month to the 31st gives the 28th in every library, and luxon 3.7.2, date-fns 4.4.0,
# dayjs 1.11.23 and dateutil 2.8.2 count it as one. Temporal (temporal-polyfill 1.0.8) says 28 days, and of a year that begins on 29 February 11
# months and 30 days. Backwards from 31 March to 28 February Temporal, luxon and dayjs count a month, and date-fns none. Prices by
# the month depend on which library is asked. Exits non-zero when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --save-exact --no-audit --no-fund --loglevel=error luxon@3.7.2 date-fns@4.4.0 dayjs@1.11.23 temporal-polyfill@1.0.8 >/dev/null
fetch() { apt-get -qq -o APT::Sandbox::User=root download "$@"; }
packages=(python3-dateutil=2.8.2-2 python3-six=1.16.0-4)
fetch "${packages[@]}" 2>/dev/null || { apt-get -qq update; fetch "${packages[@]}"; }
for package in *.deb; do dpkg -x "$package" .; done
cat >look.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { differenceInMonths, parseISO, add, formatISO } from 'date-fns';
import dayjs from 'dayjs';
import { DateTime } from 'luxon';
import { Temporal } from 'temporal-polyfill';

const python = `
import sys
from datetime import date
from dateutil.relativedelta import relativedelta
one, other = map(date.fromisoformat, sys.argv[1:])
gap = relativedelta(other, one)
print(gap.years * 12 + gap.months, one + relativedelta(months=1))`;
const seen = {};
for (const [from, to] of [['2026-01-31', '2026-02-28'], ['2024-02-29', '2025-02-28'], ['2026-03-31', '2026-02-28']]) {
  const [months, added] = execFileSync('python3', ['-c', python, from, to], { encoding: 'utf8' }).trim().split(' ');
  seen[`${from} to ${to}`] = {
    'luxon': Math.trunc(DateTime.fromISO(to).diff(DateTime.fromISO(from), 'months').months),
    'date-fns': differenceInMonths(parseISO(to), parseISO(from)),
    'dayjs': dayjs(to).diff(from, 'month'),
    'dateutil': Number(months),
    'Temporal': Temporal.PlainDate.from(from).until(to, { largestUnit: 'month' }).toString(),
  };
  if (from === '2026-01-31')
    seen['2026-01-31 and a month'] = [
      DateTime.fromISO(from).plus({ months: 1 }).toISODate(), formatISO(add(parseISO(from), { months: 1 }), { representation: 'date' }),
      dayjs(from).add(1, 'month').format('YYYY-MM-DD'), added, Temporal.PlainDate.from(from).add({ months: 1 }).toString(),
    ].join(' ');
}
console.log(seen);
const row = (key) => Object.values(seen[key]).join(' ');
process.exitCode =
  new Set(seen['2026-01-31 and a month'].split(' ')).size === 1 &&
  row('2026-01-31 to 2026-02-28') === '1 1 1 1 P28D' &&
  row('2024-02-29 to 2025-02-28') === '12 12 12 12 P11M30D' &&
  row('2026-03-31 to 2026-02-28') === '-1 0 -1 -1 -P1M' ? 0 : 1;
JS
TZ=UTC PYTHONPATH=usr/lib/python3/dist-packages node look.mjs
