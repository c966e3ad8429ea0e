#!/usr/bin/env bash
# otplib 12.0.1: codes with SHA-512 differ from everybody else's. A secret that is shorter than the digest is repeated until it is as long, which
# RFC 6238 does not say; with the usual 20 bytes, and its own otpauth address scanned elsewhere, the codes never match. otpauth 9.5.2, pyotp 2.6.0
# and otplib 13.5.0 agree with each other. With SHA-1 all agree. Exits non-zero when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --save-exact --no-audit --no-fund --loglevel=error otplib@12.0.1 otplib13@npm:otplib@13.5.0 otpauth@9.5.2 >/dev/null
fetch() { apt-get -qq -o APT::Sandbox::User=root download "$@"; }
packages=(python3-pyotp=2.6.0-3)
fetch "${packages[@]}" 2>/dev/null || { apt-get -qq update; fetch "${packages[@]}"; }
dpkg -x python3-pyotp_*.deb .
cat >look.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import * as OTPAuth from 'otpauth';
import { authenticator } from 'otplib';
import { generate } from 'otplib13';

const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const seconds = 1111111109;
const seen = {};
for (const algorithm of ['sha1', 'sha512']) {
  authenticator.options = { algorithm, digits: 8, epoch: seconds * 1000 };
  const address = authenticator.keyuri('door', 'Example', secret);
  seen[algorithm] = {
    'otplib 12': authenticator.generate(secret),
    'otplib 13': await generate({ secret, algorithm, digits: 8, epoch: seconds }),
    'otpauth': OTPAuth.URI.parse(address).generate({ timestamp: seconds * 1000 }),
    'pyotp': execFileSync('python3', ['-c', 'import pyotp, sys; print(pyotp.parse_uri(sys.argv[1]).at(int(sys.argv[2])))', address, String(seconds)], { encoding: 'utf8' }).trim(),
  };
}
console.log(seen);
const differ = ({ 'otplib 12': one, ...others }) => new Set(Object.values(others)).size === 1 && !Object.values(others).includes(one);
process.exitCode = new Set(Object.values(seen.sha1)).size === 1 && differ(seen.sha512) ? 0 : 1;
JS
PYTHONPATH=usr/lib/python3/dist-packages node look.mjs
