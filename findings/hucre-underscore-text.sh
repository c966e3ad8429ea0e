#!/usr/bin/env bash
# hucre 1.0.0 and @e965/xlsx 0.20.3: in a workbook _x0041_ inside a text stands for one character (ECMA-376 part 1, 22.9.2.19, ST_Xstring), and
# both read it so. A text that really holds these letters has to be written with its first underscore as _x005F_. XlsxWriter 3.0.2 does that;
# these two and ExcelJS 4.4.0 do not, and do not get back what they wrote: the panel AP_x0041_1 comes back as APA1. So we write it for hucre.
# Exits non-zero when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --save-exact --no-audit --no-fund --loglevel=error hucre@1.0.0 @e965/xlsx@0.20.3 exceljs@4.4.0 >/dev/null
fetch() { apt-get -qq -o APT::Sandbox::User=root download "$@"; }
packages=(python3-xlsxwriter=3.0.2-2)
fetch "${packages[@]}" 2>/dev/null || { apt-get -qq update; fetch "${packages[@]}"; }
dpkg -x python3-xlsxwriter_*.deb .
PYTHONPATH=usr/lib/python3/dist-packages python3 - <<'PY'
import xlsxwriter
book = xlsxwriter.Workbook('panels.xlsx')
book.add_worksheet('Panels').write_string(0, 0, 'AP_x0041_1')
book.close()
PY
cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import * as XLSX from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { readXlsx, writeXlsx } from 'hucre';

const text = 'AP_x0041_1';
const book = XLSX.utils.book_new(XLSX.utils.aoa_to_sheet([[text]]), 'Panels');
const other = new ExcelJS.Workbook();
other.addWorksheet('Panels').addRow([text]);
const written = {
  'hucre': await writeXlsx({ sheets: [{ name: 'Panels', rows: [[text]] }] }),
  '@e965/xlsx': XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }),
  'exceljs': Buffer.from(await other.xlsx.writeBuffer()),
  'XlsxWriter': readFileSync('panels.xlsx'),
};
let isSeen = true;
for (const [name, bytes] of Object.entries(written)) {
  const byHucre = (await readXlsx(new Uint8Array(bytes))).sheets[0].rows[0][0];
  const byXlsx = XLSX.read(bytes, { type: 'buffer' }).Sheets.Panels.A1.v;
  console.log(`${text} written by ${name}: hucre reads ${byHucre}, @e965/xlsx ${byXlsx}`);
  isSeen &&= byHucre === byXlsx && byHucre === (name === 'XlsxWriter' ? text : 'APA1');
}
process.exitCode = isSeen ? 0 : 1;
JS
node look.mjs
