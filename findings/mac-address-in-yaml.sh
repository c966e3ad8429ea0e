#!/usr/bin/env bash
# yaml 2.9.1 (npm) writes the address 52:54:00:12:34:56 of a device as it is, since in YAML 1.2 that is a text. PyYAML 6.0 (Debian), by which Ansible
# reads its lists of hosts, keeps to YAML 1.1, where digits between colons count to 60: it reads 41135085296. An address with a letter or with a
# part above 59 is a text for both, so that of a thousand devices with this beginning a dozen are numbers. A door 1_2 is 12, and 10:30 is 630. js-yaml
# 5.5.0 puts them in quotes, and so does yaml when it is told compat: "yaml-1.1". Exits non-zero when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --save-exact --no-audit --no-fund --loglevel=error yaml@2.9.1 js-yaml@5.5.0 >/dev/null
fetch() { apt-get -qq -o APT::Sandbox::User=root download "$@"; }
packages=(python3-yaml=6.0-3+b2)
fetch "${packages[@]}" 2>/dev/null || { apt-get -qq update; fetch "${packages[@]}"; }
for package in *.deb; do dpkg -x "$package" .; done
cat >look.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { dump } from 'js-yaml';
import { parse, stringify } from 'yaml';

const device = { mac: '52:54:00:12:34:56', other: '00:0B:82:12:34:56', third: '52:54:00:12:34:78', door: '1_2', hour: '10:30' };
const python = 'import json, sys, yaml; print(json.dumps(yaml.safe_load(sys.stdin)))';
const read = (input) => JSON.parse(execFileSync('python3', ['-c', python], { input, encoding: 'utf8' }));
const written = { 'yaml': stringify(device), 'yaml with compat': stringify(device, { compat: 'yaml-1.1' }), 'js-yaml': dump(device) };
console.log(written.yaml);
const seen = Object.fromEntries(Object.entries(written).map(([name, text]) => [name, read(text)]));
console.log(seen);
const same = JSON.stringify(device);
const counted = JSON.stringify({ ...device, mac: 41135085296, door: 12, hour: 630 });
const isSeen = Object.values(seen).map((one) => JSON.stringify(one)).join() === [counted, same, same].join();
process.exitCode = isSeen && JSON.stringify(parse(written.yaml)) === same ? 0 : 1;
JS
PYTHONPATH=usr/lib/python3/dist-packages node look.mjs
