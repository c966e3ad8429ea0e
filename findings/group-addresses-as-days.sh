#!/usr/bin/env bash
# natural-orderby 5.0.0 and javascript-natural-sort 0.7.1: three numbers with a slash or a hyphen between them are taken for a day with its year last, so
# that a list of KNX group addresses or of doors (building/floor/door) is ordered by its last number: 2/1/1, 1/10/2, 1/2/3. A first number above
# 12 is no month, and such a line goes to another place in each of the two. A door 1E10 is a number with an exponent, and comes behind 2E1. So
# lists are ordered by Intl.Collator with numeric, which does neither. Exits non-zero when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --save-exact --no-audit --no-fund --loglevel=error natural-orderby@5.0.0 javascript-natural-sort@0.7.1 >/dev/null
cat >look.mjs <<'JS'
import { orderBy } from 'natural-orderby';
import naturalSort from 'javascript-natural-sort';

const { compare } = new Intl.Collator('de', { numeric: true });
const lists = [['1/2/3', '1/10/2', '2/1/1'], ['12/3/4', '13/1/1', '2/3/4'], ['10-1-1', '2-12-9', '3-4-5'], ['1E2', '1E10', '2E1']];
const seen = lists.map((list) => ({
  'natural-orderby': orderBy(list).join(' '),
  'javascript-natural-sort': [...list].sort(naturalSort).join(' '),
  'Intl.Collator': [...list].sort(compare).join(' '),
}));
console.log(seen);
const expected = [
  ['2/1/1 1/10/2 1/2/3', '2/1/1 1/10/2 1/2/3', '1/2/3 1/10/2 2/1/1'],
  ['13/1/1 2/3/4 12/3/4', '2/3/4 12/3/4 13/1/1', '2/3/4 12/3/4 13/1/1'],
  ['10-1-1 3-4-5 2-12-9', '10-1-1 3-4-5 2-12-9', '2-12-9 3-4-5 10-1-1'],
  ['2E1 1E2 1E10', '2E1 1E2 1E10', '1E2 1E10 2E1'],
];
process.exitCode = JSON.stringify(seen.map((orders) => Object.values(orders))) === JSON.stringify(expected) ? 0 : 1;
JS
TZ=UTC node look.mjs
