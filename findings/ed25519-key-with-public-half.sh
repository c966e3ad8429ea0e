#!/usr/bin/env bash
# RFC 8410 (10.3) shows two private keys of Ed25519: one alone, and one with its public half behind it (RFC 5958, version 2). OpenSSL 3.0 reads the
# first and finds no key in the second. sshpk 1.18.0 reads both, and writes a key that it got from OpenSSL with the public half: what went
# through it as PKCS#8, OpenSSL does not read any more. So keys are kept as their 32 bytes. Exits non-zero when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --save-exact --no-audit --no-fund --loglevel=error sshpk@1.18.0 >/dev/null
cat >alone.pem <<'PEM'
-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
-----END PRIVATE KEY-----
PEM
cat >both.pem <<'PEM'
-----BEGIN PRIVATE KEY-----
MHICAQEwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
oB8wHQYKKoZIhvcNAQkJFDEPDA1DdXJkbGUgQ2hhaXJzgSEAGb9ECWmEzf6FQbrB
Z9w7lshQhqowtrbLDFw4rXAxZuE=
-----END PRIVATE KEY-----
PEM
openssl version
openssl genpkey -algorithm ed25519 -out own.pem
node -e 'const { parsePrivateKey } = require("sshpk"), fs = require("fs");
fs.writeFileSync("back.pem", parsePrivateKey(fs.readFileSync("own.pem"), "pkcs8").toString("pkcs8"));'
for name in alone both own back; do
  byOpenssl=no; ! openssl pkey -in $name.pem -noout 2>/dev/null || byOpenssl=yes
  bySshpk=$(node -p 'try { require("sshpk").parsePrivateKey(require("fs").readFileSync(process.argv[1]), "pkcs8").type } catch { "no" }' $name.pem)
  echo "$name: OpenSSL $byOpenssl, sshpk $bySshpk"
done | tee seen
[ "$(cat seen)" = 'alone: OpenSSL yes, sshpk ed25519
both: OpenSSL no, sshpk ed25519
own: OpenSSL yes, sshpk ed25519
back: OpenSSL no, sshpk ed25519' ]
