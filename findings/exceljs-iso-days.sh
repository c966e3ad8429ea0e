#!/usr/bin/env bash
# A day in a workbook may be a cell of type d that holds its ISO text (ECMA-376 part 1, 18.18.11): openpyxl 3.0.9 writes such cells when asked for
# iso_dates. ExcelJS 4.4.0 reads the number in front of the text and takes it for a count of days: 31 January 2026 becomes 18 July 1905, as
# does every day of 2026, and half past ten in the morning 9 January 1900. @e965/xlsx 0.20.3 reads the day. Exits non-zero when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --save-exact --no-audit --no-fund --loglevel=error exceljs@4.4.0 @e965/xlsx@0.20.3 >/dev/null
fetch() { apt-get -qq -o APT::Sandbox::User=root download "$@"; }
packages=(python3-openpyxl=3.0.9-1 python3-et-xmlfile=1.0.1-2.1 python3-jdcal=1.0-1.3)
fetch "${packages[@]}" 2>/dev/null || { apt-get -qq update; fetch "${packages[@]}"; }
for package in *.deb; do dpkg -x "$package" .; done
PYTHONPATH=usr/lib/python3/dist-packages python3 - <<'PY'
import datetime
import openpyxl
book = openpyxl.Workbook(iso_dates=True)
book.active.append([datetime.date(2026, 1, 31), datetime.date(2026, 12, 31), datetime.time(10, 30)])
book.save('ends.xlsx')
PY
cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import * as XLSX from '@e965/xlsx';
import ExcelJS from 'exceljs';

const day = (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value));
const book = new ExcelJS.Workbook();
await book.xlsx.readFile('ends.xlsx');
const seen = book.worksheets[0].getRow(1).values.slice(1).map(day).join(' ');
const sheet = Object.values(XLSX.read(readFileSync('ends.xlsx'), { cellDates: true, UTC: true }).Sheets)[0];
const other = ['A1', 'B1'].map((cell) => day(sheet[cell].v)).join(' ');
console.log({ 'written by openpyxl': '2026-01-31 2026-12-31 10:30', 'read by exceljs': seen, 'read by @e965/xlsx': other });
process.exitCode = seen === '1905-07-18 1905-07-18 1900-01-09' && other === '2026-01-31 2026-12-31' ? 0 : 1;
JS
node look.mjs
