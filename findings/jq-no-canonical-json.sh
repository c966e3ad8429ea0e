#!/usr/bin/env bash
# jq 1.6 (Debian): sorted and compact output, jq -cS, looks like canonical JSON (RFC 8785) and is not. 0.00001 becomes 1e-05 and
# 100000000000000000000 becomes 1e+20, where RFC 8785 (3.2.2.3) writes both out, and the character U+007F is escaped, which it leaves as it is. Python's
# json with sort_keys writes the first number as jq does, and the second as RFC 8785 does. canonicalize 3.0.0 and json-canonicalize agree.
# A hash over such a text that is made anew in a shell is another one. Exits non-zero when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --save-exact --no-audit --no-fund --loglevel=error canonicalize@3.0.0 json-canonicalize@2.0.0 >/dev/null
fetch() { apt-get -qq -o APT::Sandbox::User=root download "$@"; }
packages=(jq=1.6-2.1+deb12u3 libjq1=1.6-2.1+deb12u3 libonig5=6.9.8-1)
fetch "${packages[@]}" 2>/dev/null || { apt-get -qq update; fetch "${packages[@]}"; }
for package in *.deb; do dpkg -x "$package" .; done
jq() { LD_LIBRARY_PATH=$(echo usr/lib/*-linux-gnu) usr/bin/jq "$@"; }
printf '%s' '{"b":0.00001,"a":100000000000000000000,"c":"\u007f"}' >given.json
cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import canonicalize from 'canonicalize';
import { canonicalize as another } from 'json-canonicalize';
const given = JSON.parse(readFileSync('given.json', 'utf8'));
console.log(canonicalize(given));
if (another(given) !== canonicalize(given)) process.exitCode = 1;
JS
node look.mjs | cat -v | tee rfc.out
jq -cS . given.json | cat -v | tee jq.out
python3 -c 'import json; print(json.dumps(json.load(open("given.json")), sort_keys=True, separators=(",", ":"), ensure_ascii=False))' | cat -v | tee python.out
grep -qxF '{"a":100000000000000000000,"b":0.00001,"c":"^?"}' rfc.out
grep -qxF '{"a":100000000000000000000,"b":1e-05,"c":"^?"}' python.out
grep -qxF '{"a":1e+20,"b":1e-05,"c":"\u007f"}' jq.out
