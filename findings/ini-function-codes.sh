#!/usr/bin/env bash
# ini 7.0.0 (npm): settings of telephones (Yealink) are lines of "name = value", of which only a whole one is a comment. ini takes everything from a hash
# or a semicolon on for one, wherever it stands: the function code *21# is read as *21, a password a#b as a. What it writes has backslashes,
# *21\#, which only ini itself takes away again; Python's configparser, as a telephone does, keeps them. js-ini 1.6.0 and configparser read and
# write what stands there. Exits non-zero when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --save-exact --no-audit --no-fund --loglevel=error ini@7.0.0 js-ini@1.6.0 >/dev/null
cat >look.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import ini from 'ini';
import { parse, stringify } from 'js-ini';

const phone = { 'programablekey.1.value': '*21#', 'account.1.password': 'a#b', 'account.1.label': 'Berg; Nord' };
const text = `[phone]\n${Object.entries(phone).map(([name, value]) => `${name} = ${value}\n`).join('')}`;
const python = `
import configparser, json, sys
settings = configparser.RawConfigParser()
settings.read(sys.argv[1])
print(json.dumps(dict(settings['phone'])))`;
const byPython = (file, written) => {
  writeFileSync(file, written);
  return JSON.parse(execFileSync('python3', ['-c', python, file], { encoding: 'utf8' }));
};
const seen = {
  'ini reads': ini.parse(text).phone,
  'js-ini reads': parse(text, { autoTyping: false }).phone,
  'configparser reads': byPython('phone.cfg', text),
  'configparser reads what ini wrote': byPython('ini.cfg', ini.stringify({ phone })),
  'ini reads what ini wrote': ini.parse(ini.stringify({ phone })).phone,
  'configparser reads what js-ini wrote': byPython('js-ini.cfg', stringify({ phone })),
};
console.table(Object.fromEntries(Object.entries(seen).map(([name, one]) => [name, { ...one }])));
const values = (one) => Object.values(one).join(' ');
const given = values(phone);
const expected = ['*21 a Berg', given, given, String.raw`*21\# a\#b Berg\; Nord`, given, given];
process.exitCode = JSON.stringify(Object.values(seen).map(values)) === JSON.stringify(expected) ? 0 : 1;
JS
node look.mjs
