#!/usr/bin/env bash
# OpenSSH 9.2: ssh-keygen -p -m PKCS8 turns an RSA key into one that OpenSSL reads. With an Ed25519 key it says that the key has been saved, ends with 0,
# and leaves it in OpenSSH's own format, which OpenSSL does not read; nor does ssh-keygen read the Ed25519 key that OpenSSL makes, and for public
# halves both ways are refused. So a key goes between the two as its 32 bytes. Exits non-zero when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
ssh -V; openssl version
for type in rsa ed25519; do
  ssh-keygen -q -t $type -N '' -C example -f $type
  ssh-keygen -p -m PKCS8 -P '' -N '' -f $type >said || echo "$type: refused"
  echo "$type: $(tail -1 said) $(head -1 $type)"
done | tee private.out
openssl pkey -in rsa -noout
if openssl pkey -in ed25519 -noout 2>/dev/null; then exit 1; fi
openssl genpkey -algorithm ed25519 -out other.pem; chmod 600 other.pem
{ ssh-keygen -y -f other.pem 2>&1 || true; } | tee read.out
{ ssh-keygen -e -m PKCS8 -f ed25519.pub 2>&1 || true; } | tee public.out
grep -qx 'rsa: .*saved.* -----BEGIN PRIVATE KEY-----' private.out
grep -qx 'ed25519: .*saved.* -----BEGIN OPENSSH PRIVATE KEY-----' private.out
grep -q 'invalid format' read.out
grep -q 'unsupported key type' public.out
