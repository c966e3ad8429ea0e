#!/usr/bin/env bash
# google-libphonenumber 3.2.47: a private number of a telephone system, tel:7042;phone-context=pbx.example.org (RFC 3966, 5.1.5), is
# read as +497042 where Germany is the country that is meant: the name of the system is dropped, and an extension becomes a number of
# the public network. libphonenumber-js 1.13.16 refuses it as NOT_A_NUMBER. Exits non-zero when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --save-exact --no-audit --no-fund --loglevel=error google-libphonenumber@3.2.47 libphonenumber-js@1.13.16 >/dev/null
cat >look.mjs <<'JS'
import google from 'google-libphonenumber';
import { parsePhoneNumberWithError } from 'libphonenumber-js/max';

const address = 'tel:7042;phone-context=pbx.example.org';
const phones = google.PhoneNumberUtil.getInstance();
const public_ = phones.format(phones.parse(address, 'DE'), google.PhoneNumberFormat.E164);
let other;
try {
  other = parsePhoneNumberWithError(address, 'DE').number;
} catch (error) {
  other = error.message;
}
console.log({ 'google-libphonenumber': public_, 'libphonenumber-js': other });
process.exitCode = public_ === '+497042' && other === 'NOT_A_NUMBER' ? 0 : 1;
JS
node look.mjs
