#!/usr/bin/env bash
# google-libphonenumber 3.2.47: "030 901801 App. 7", as German offices write an extension, is read as a number with letters on its keys: App is
# 277, and what comes out, +49309018012777, counts as valid. "int. 3" in Italian is known as an extension. libphonenumber-js
# 1.13.16 has no letters on keys and refuses the text. So the words for extensions are looked for before a library is asked.
# Exits non-zero when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --save-exact --no-audit --no-fund --loglevel=error google-libphonenumber@3.2.47 libphonenumber-js@1.13.16 >/dev/null
cat >look.mjs <<'JS'
import google from 'google-libphonenumber';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

const phones = google.PhoneNumberUtil.getInstance();
const byGoogle = (text, country) => {
  const number = phones.parse(text, country);
  return `${phones.format(number, google.PhoneNumberFormat.E164)} ${number.getExtension() || 'no extension'} ${phones.isValidNumber(number) ? 'valid' : 'not valid'}`;
};
const seen = {
  german: byGoogle('030 901801 App. 7', 'DE'),
  italian: byGoogle('06 698 12345 int. 3', 'IT'),
  'german by libphonenumber-js': parsePhoneNumberFromString('030 901801 App. 7', { defaultCountry: 'DE', extract: false })?.number ?? 'refused',
};
console.log(seen);
process.exitCode = Object.values(seen).join('|') === '+49309018012777 no extension valid|+390669812345 3 valid|refused' ? 0 : 1;
JS
node look.mjs
