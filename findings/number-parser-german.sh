#!/usr/bin/env bash
# @internationalized/number 3.6.9, which reads the number fields of React Aria: a price typed as 4.90 in German is read as 490, and every key of it is
# accepted while it is typed, since the point may divide groups of digits wherever it stands. In the German of Austria, which divides
# groups by a space, the same text is 4.9. In English 4,90 is 490. So fields for prices take a divider with one or two digits behind it as the
# decimal one. Exits non-zero when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --save-exact --no-audit --no-fund --loglevel=error @internationalized/number@3.6.9 >/dev/null
cat >look.mjs <<'JS'
import { NumberParser } from '@internationalized/number';

const seen = [['de', '4.90'], ['de-AT', '4.90'], ['en', '4,90']].map(([locale, text]) => {
  const parser = new NumberParser(locale, { maximumFractionDigits: 2 });
  return `${locale} ${text} ${parser.isValidPartialNumber(text) ? 'may be typed' : 'may not be typed'}, is ${parser.parse(text)}`;
});
console.log(seen.join('\n'));
process.exitCode = seen[0] === 'de 4.90 may be typed, is 490' && seen[1].endsWith('is 4.9') && seen[2] === 'en 4,90 may be typed, is 490' ? 0 : 1;
JS
node look.mjs
