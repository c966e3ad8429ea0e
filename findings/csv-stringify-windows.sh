#!/usr/bin/env bash
# csv-stringify 6.9.0 quotes a cell with a line break, until it is asked for the line ends that RFC 4180 (2.1) wants: with record_delimiter "windows"
# only CR LF together counts as a line break, and a note of two lines, as text fields and LibreOffice break them, is written without quotes.
# csv-parse 7.0.3, its own reader, and Papa Parse 5.7.1 go by CR LF too and read the note; Python's csv and d3-dsv 3.0.2 see a person named
# like its second line. quote_record_delimiter: true brings the quotes back. Exits non-zero when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --save-exact --no-audit --no-fund --loglevel=error csv-stringify@6.9.0 csv-parse@7.0.3 papaparse@5.7.1 d3-dsv@3.0.2 >/dev/null
cat >look.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { csvParseRows } from 'd3-dsv';
import papa from 'papaparse';

const people = [['Name', 'Note'], ['Berg', 'Keys at the desk\nRing twice'], ['Nord', '']];
const plain = stringify(people);
const windows = stringify(people, { record_delimiter: 'windows' });
const quoted = stringify(people, { record_delimiter: 'windows', quote_record_delimiter: true });
writeFileSync('people.csv', windows);
const python = 'import csv, json; print(json.dumps(list(csv.reader(open("people.csv", newline="")))))';
const seen = {
  'csv-parse': parse(windows),
  'papaparse': papa.parse(windows.trimEnd()).data,
  'd3-dsv': csvParseRows(windows),
  'python csv': JSON.parse(execFileSync('python3', ['-c', python], { encoding: 'utf8' })),
};
console.log(JSON.stringify({ plain, windows, quoted }, null, 1), seen);
const whole = JSON.stringify(people);
const broken = JSON.stringify([['Name', 'Note'], ['Berg', 'Keys at the desk'], ['Ring twice'], ['Nord', '']]);
const isSeen = Object.values(seen).map((rows) => JSON.stringify(rows)).join() === [whole, whole, broken, broken].join();
const cell = '"Keys at the desk\nRing twice"';
process.exitCode = isSeen && plain.includes(cell) && !windows.includes('"') && quoted.includes(cell) ? 0 : 1;
JS
node look.mjs
