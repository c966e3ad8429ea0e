#!/usr/bin/env bash
# libphonenumber-js 1.13.16 searches texts for numbers with a port of Google's matcher, and finds others. Where a digit and a comma stand before a number
# its beginning is lost: "Haus 3, 030 901801" has none, "Haus 12, 0171 2345678" has +492345678, a number that stands nowhere, and of "030 901801,
# 0171 2345678" the second one becomes the same. The last day of a term, 30.06.2026, is a number in Berlin. Google's own matcher (phonenumbers
# 8.12.57 for Python) finds what stands there, and none in a day. So a cell is read as one number, and no text is searched. Exits
# non-zero when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --save-exact --no-audit --no-fund --loglevel=error libphonenumber-js@1.13.16 >/dev/null
fetch() { apt-get -qq -o APT::Sandbox::User=root download "$@"; }
packages=(python3-phonenumbers=8.12.57-4)
fetch "${packages[@]}" 2>/dev/null || { apt-get -qq update; fetch "${packages[@]}"; }
for package in *.deb; do dpkg -x "$package" .; done
cat >look.py <<'PY'
import json
import sys
import phonenumbers
def found(text):
    return ' '.join('+%d%d' % (match.number.country_code, match.number.national_number) for match in phonenumbers.PhoneNumberMatcher(text, 'DE'))
print(json.dumps([found(text) for text in sys.argv[1:]]))
PY
cat >look.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { findPhoneNumbersInText } from 'libphonenumber-js/max';

const texts = ['Haus 3: 030 901801', 'Haus 3, 030 901801', 'Haus 12, 0171 2345678', '030 901801, 0171 2345678', 'Ends 30.06.2026'];
const google = JSON.parse(execFileSync('python3', ['look.py', ...texts], { encoding: 'utf8' }));
const seen = texts.map((text, index) => {
  const found = findPhoneNumbersInText(text, 'DE').map(({ number }) => number.number);
  return { text, 'libphonenumber-js': found.join(' '), 'phonenumbers': google[index] };
});
console.table(seen);
const [desk, mobile, nobody] = ['+4930901801', '+491712345678', '+492345678'];
const expected = [[desk, desk], ['', desk], [nobody, mobile], [`${desk} ${nobody}`, `${desk} ${mobile}`], ['+4930062026', '']];
process.exitCode = JSON.stringify(seen.map((row) => [row['libphonenumber-js'], row.phonenumbers])) === JSON.stringify(expected) ? 0 : 1;
JS
PYTHONPATH=usr/lib/python3/dist-packages node look.mjs
