#!/usr/bin/env bash
# libphonenumber-js 1.13.16: with extract: false, which is for a text that is a number and nothing else, every tel: address is refused
# as NOT_A_NUMBER, also the one that its own getURI() writes. Without it the same text is read, extension and all. So "tel:" is read
# with extraction, or taken off first. Exits non-zero when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --save-exact --no-audit --no-fund --loglevel=error libphonenumber-js@1.13.16 >/dev/null
cat >look.mjs <<'JS'
import { parsePhoneNumberWithError } from 'libphonenumber-js/max';

const read = (text, options) => {
  try {
    const { number, ext } = parsePhoneNumberWithError(text, options);
    return `${number} ${ext ?? ''}`.trim();
  } catch (error) {
    return error.message;
  }
};
const own = parsePhoneNumberWithError('+49 30 901801 ext. 7').getURI();
const seen = [own, read(own), read(own, { extract: false }), read('tel:901801;phone-context=+4930'), read('tel:901801;phone-context=+4930', { extract: false })];
console.log(seen);
process.exitCode = seen.join('|') === 'tel:+4930901801;ext=7|+4930901801 7|NOT_A_NUMBER|+4930901801|NOT_A_NUMBER' ? 0 : 1;
JS
node look.mjs
