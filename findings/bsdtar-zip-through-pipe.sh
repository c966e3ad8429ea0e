#!/usr/bin/env bash
# bsdtar 3.6.2 (Debian's libarchive-tools): the same ZIP is another one through a pipe. Written to a file it ends where a ZIP ends; written to a pipe,
# as to ssh or into a store, it is filled up with zeros to a whole block of 10,240 bytes, as tapes want it. unzip, Python and 7z read it all the
# same. yauzl 3.4.0 refuses it whole, since behind the end of a ZIP there may only be its comment (APPNOTE 4.3.16), and so does whatever
# stands on yauzl. With -b 1 it is up to 511 zeros, and refused as well. Exits non-zero when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --save-exact --no-audit --no-fund --loglevel=error yauzl@3.4.0 >/dev/null
fetch() { apt-get -qq -o APT::Sandbox::User=root download "$@"; }
packages=(libarchive-tools=3.6.2-1+deb12u5 libarchive13=3.6.2-1+deb12u5)
fetch "${packages[@]}" 2>/dev/null || { apt-get -qq update; fetch "${packages[@]}"; }
for package in *.deb; do dpkg -x "$package" root; done
libraries=$(dirname "$(find root -name 'libarchive.so.13')")
bsdtar() { LD_LIBRARY_PATH="$folder/$libraries" root/usr/bin/bsdtar "$@"; }
bsdtar --version
echo '{"name":"House 3"}' >account.json
bsdtar --format zip -cf file.zip account.json
bsdtar --format zip -cf - account.json | cat >pipe.zip
bsdtar --format zip -b 1 -cf - account.json | cat >small.zip
cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import yauzl from 'yauzl';

const read = (name) =>
  new Promise((tell) => {
    yauzl.open(name, (error, zip) => {
      if (error) tell(error.message.split('.')[0]);
      else zip.on('entry', (entry) => tell(entry.fileName));
    });
  });
const seen = {};
for (const name of ['file.zip', 'pipe.zip', 'small.zip']) {
  const bytes = readFileSync(name);
  const end = bytes.lastIndexOf('PK\u0005\u0006') + 22;
  seen[name] = [bytes.length, bytes.subarray(end).every((byte) => byte === 0) && bytes.length - end, await read(name)];
}
console.log(seen);
const [file, pipe, small] = Object.values(seen);
const isRefused = ([, , said]) => said === 'Invalid comment length';
const isPadded = pipe[0] === 10240 && pipe[1] > 511 && small[0] % 512 === 0 && small[1] > 0;
process.exitCode = file[1] === 0 && file[2] === 'account.json' && isPadded && isRefused(pipe) && isRefused(small) ? 0 : 1;
JS
node look.mjs
python3 -m zipfile -l pipe.zip | grep -q account.json
