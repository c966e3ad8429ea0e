#!/usr/bin/env bash
# google-libphonenumber 3.2.47 and libphonenumber-js 1.13.16: a number of ITU's E.164 has 15 digits at most. +49 69 with 13 digits behind it has 17;
# both call it valid and a landline, and format it as "E.164". So the length of what is kept is checked besides. Exits non-zero when
# that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --save-exact --no-audit --no-fund --loglevel=error google-libphonenumber@3.2.47 libphonenumber-js@1.13.16 >/dev/null
cat >look.mjs <<'JS'
import google from 'google-libphonenumber';
import { parsePhoneNumberWithError } from 'libphonenumber-js/max';

const text = '+49 69 12345678-90123';
const phones = google.PhoneNumberUtil.getInstance();
const one = phones.parse(text);
const other = parsePhoneNumberWithError(text);
const seen = [phones.format(one, google.PhoneNumberFormat.E164), phones.isValidNumber(one), other.format('E.164'), other.isValid(), other.getType()].join(' ');
console.log(seen, `${other.number.length - 1} digits`);
process.exitCode = seen === '+49691234567890123 true +49691234567890123 true FIXED_LINE' ? 0 : 1;
JS
node look.mjs
