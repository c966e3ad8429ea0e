#!/usr/bin/env bash
# fflate 0.8.3: what its streaming Zip writes its streaming Unzip does not always read. A file that is passed through without compression
# (ZipPassThrough) has its length behind it, and Unzip takes the first such mark that it meets for the end. A workbook or a project file is a ZIP and
# has these marks inside: it comes too long or too short, by the pieces in which it arrives, its parts come as files of the outer ZIP, and no error
# is told; a text comes as it is. Streams of yazl 3.3.1 without compression are read alike. fflate's unzipSync and yauzl 3.4.0 go by the
# list at the end and read all of it. Exits non-zero when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --save-exact --no-audit --no-fund --loglevel=error fflate@0.8.3 yazl@3.3.1 yauzl@3.4.0 >/dev/null
cat >look.mjs <<'JS'
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { strToU8, Unzip, unzipSync, Zip, ZipPassThrough } from 'fflate';
import yauzl from 'yauzl';
import yazl from 'yazl';

/** A ZIP of one file that is given as a stream, by yazl. */
const byYazl = async (name, bytes) => {
  const zip = new yazl.ZipFile();
  zip.addReadStream(Readable.from([bytes]), name, { compress: false });
  zip.end();
  return buffer(zip.outputStream);
};
const byFflate = (name, bytes) => {
  const pieces = [];
  const zip = new Zip((_, piece) => pieces.push(piece));
  const file = new ZipPassThrough(name);
  zip.add(file);
  file.push(bytes, true);
  zip.end();
  return Buffer.concat(pieces);
};
const streamed = (zip, size) => {
  const seen = [];
  const unzip = new Unzip((file) => {
    let length = 0;
    file.ondata = (error, piece, isLast) => {
      length += piece?.length ?? 0;
      if (error ?? isLast) seen.push(`${file.name} ${error?.message ?? length}`);
    };
    file.start();
  });
  for (let at = 0; at < zip.length; at += size) unzip.push(zip.subarray(at, at + size), at + size >= zip.length);
  return seen.join(', ');
};
const listed = (zip) =>
  new Promise((tell, fail) => {
    const seen = [];
    yauzl.fromBuffer(zip, (error, read) => {
      if (error) return fail(error);
      read.on('entry', (entry) => seen.push(`${entry.fileName} ${entry.uncompressedSize}`));
      read.on('end', () => tell(seen.join(', ')));
    });
  });
const workbook = await byYazl('sheet.xml', strToU8('<sheet/>'));
const text = strToU8('A letter to House 3. '.repeat(7));
for (const [by, write] of Object.entries({ fflate: byFflate, yazl: byYazl })) {
  const plain = streamed(await write('letter.txt', text), 32);
  const zip = await write('floor.xlsx', workbook);
  const whole = `floor.xlsx ${workbook.length}`;
  const seen = { 'Unzip': streamed(zip, zip.length), 'Unzip, in pieces': streamed(zip, 32), 'yauzl': await listed(zip) };
  seen.unzipSync = `floor.xlsx ${unzipSync(zip)['floor.xlsx'].length}`;
  console.log(`${by}, ${whole}:`, seen, plain);
  const isCut = (said) => !said.includes(whole) && said.endsWith(', sheet.xml 8');
  const isSeen = isCut(seen.Unzip) && isCut(seen['Unzip, in pieces']) && seen.yauzl === whole && seen.unzipSync === whole;
  if (!isSeen || plain !== `letter.txt ${text.length}`) process.exitCode = 1;
}
JS
node look.mjs
