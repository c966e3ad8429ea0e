#!/usr/bin/env bash
# pdftotext 22.12 (Debian's poppler-utils): where a line of a letter ends with a hyphen, it takes the hyphen away and joins the lines, also
# between digits. "+49 30 901801-" above "68" becomes one number without a divider, and the code 12-34 of a door
# 1234. With -layout or -raw everything stands as printed. So numbers are taken from letters with -layout only. Exits non-zero when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >write.mjs <<'JS'
import { writeFileSync } from 'node:fs';
const lines = ['You reach the desk at +49 30 901801-', '68 on weekdays. The door has the code 12-', '34, and the card that opens it is 0123-', '4567 in the list.'];
const page = `BT /F1 12 Tf 72 700 Td 15 TL ${lines.map((line) => `(${line}) Tj T*`).join(' ')} ET`;
const objects = [
  '<</Type/Catalog/Pages 2 0 R>>',
  '<</Type/Pages/Kids[3 0 R]/Count 1>>',
  '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
  `<</Length ${page.length}>>stream\n${page}\nendstream`,
  '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
];
let file = '%PDF-1.4\n';
const places = objects.map((object, index) => {
  const place = file.length;
  file += `${index + 1} 0 obj\n${object}\nendobj\n`;
  return `${String(place).padStart(10, '0')} 00000 n \n`;
});
const end = file.length;
file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${end}\n%%EOF\n`;
writeFileSync('letter.pdf', file);
JS
node write.mjs
pdftotext -v 2>&1 | head -1
pdftotext letter.pdf - | tee plain.out
pdftotext -layout letter.pdf - | tee layout.out
grep -q '+49 30 90180168 on' plain.out
grep -q 'code 1234, ' plain.out
grep -q 'is 01234567 in' plain.out
grep -q '+49 30 901801-$' layout.out
grep -q 'code 12-$' layout.out
