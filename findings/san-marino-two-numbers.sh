#!/usr/bin/env bash
# google-libphonenumber 3.2.47 and libphonenumber-js 1.13.16: a line in San Marino is reached as +378 0549 886123 and, through Italy, as
# +39 0549 886123. Both are valid, each of another country, and isNumberMatch says that they do not match. A list that is kept by E.164
# holds such a line twice. Exits non-zero when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --save-exact --no-audit --no-fund --loglevel=error google-libphonenumber@3.2.47 libphonenumber-js@1.13.16 >/dev/null
cat >look.mjs <<'JS'
import google from 'google-libphonenumber';
import { parsePhoneNumberWithError } from 'libphonenumber-js/max';

const [own, throughItaly] = ['+378 0549 886123', '+39 0549 886123'];
const match = google.PhoneNumberUtil.getInstance().isNumberMatch(own, throughItaly);
const read = [own, throughItaly].map((text) => parsePhoneNumberWithError(text));
console.log(read.map((number) => `${number.number} ${number.country} ${number.isValid()}`), match);
process.exitCode = match === google.PhoneNumberUtil.MatchType.NO_MATCH && read.every((number) => number.isValid()) && read[0].number !== read[1].number ? 0 : 1;
JS
node look.mjs
