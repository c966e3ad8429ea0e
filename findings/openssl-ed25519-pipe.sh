#!/usr/bin/env bash
# OpenSSL 3.0: an Ed25519 signature (pkeyutl -rawin) can only be checked over a file of known size. Through a pipe the same bytes end in
# "unable to determine file size for oneshot operation", and a signature of an empty text, the first example of RFC 8032 (7.1), in
# "Could not allocate 0 bytes". So what is checked by hand is written to a file first. Exits non-zero when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
openssl version
openssl genpkey -algorithm ed25519 -out key.pem
openssl pkey -in key.pem -pubout -out public.pem
printf 'one act' >act
: >empty
openssl pkeyutl -sign -inkey key.pem -rawin -in act -out act.signature
node -e 'const { sign, createPrivateKey } = require("node:crypto"), fs = require("node:fs");
fs.writeFileSync("empty.signature", sign(null, Buffer.alloc(0), createPrivateKey(fs.readFileSync("key.pem"))));'
check() { openssl pkeyutl -verify -pubin -inkey public.pem -rawin "$@" 2>&1 || true; }
check -in act -sigfile act.signature | tee file.out
cat act | check -sigfile act.signature | tee pipe.out
check -in empty -sigfile empty.signature | tee empty.out
grep -q 'Signature Verified Successfully' file.out
grep -q 'unable to determine file size' pipe.out
grep -q 'allocate 0 bytes' empty.out
