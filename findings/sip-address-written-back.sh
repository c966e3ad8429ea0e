#!/usr/bin/env bash
# JsSIP 3.13.8 and SIP.js 0.21.2: an address that RFC 3261 (19.1.3) itself gives as an example, sip:alice;day=tuesday@atlanta.com, is
# read and written back with %3B and %3D. Those characters are reserved, and by 19.1.4 a reserved character and its escape are not the
# same: what comes back is another address. So SIP numbers are compared and kept as they were typed. Exits non-zero when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --save-exact --no-audit --no-fund --loglevel=error jssip@3.13.8 sip.js@0.21.2 >/dev/null
cat >look.mjs <<'JS'
import jssip from 'jssip';
import { UserAgent } from 'sip.js';

const address = 'sip:alice;day=tuesday@atlanta.com';
const back = { 'JsSIP': jssip.URI.parse(address).toString(), 'SIP.js': UserAgent.makeURI(address).toString() };
console.log(address, back);
process.exitCode = Object.values(back).every((one) => one === 'sip:alice%3Bday%3Dtuesday@atlanta.com') ? 0 : 1;
JS
node look.mjs
