#!/usr/bin/env bash
# A phone book in XML that Python's ElementTree writes, when nothing more is said to it, is ASCII: "Müller & Söhne" is M&#252;ller &amp; S&#246;hne, and
# every reader of XML has to take both back (XML 1.0, 4.4). fast-xml-parser 5.12.1 takes back &amp; and leaves numbered characters as they stand, in
# texts and attributes; xmlbuilder2 4.0.3 does the opposite when it makes an object. What the first writes back has M&amp;#252;ller, and a
# telephone shows the number. It reads the name with htmlEntities, which is off and named after HTML. xml2js 0.6.2 reads both. Exits
# non-zero when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --save-exact --no-audit --no-fund --loglevel=error fast-xml-parser@5.12.1 xml2js@0.6.2 xmlbuilder2@4.0.3 >/dev/null
cat >write.py <<'PY'
import xml.etree.ElementTree as tree
book = tree.Element('YealinkIPPhoneBook')
menu = tree.SubElement(book, 'Menu', Name='Büro & Co')
tree.SubElement(menu, 'Unit').text = 'Müller & Söhne'
tree.ElementTree(book).write('book.xml')
PY
python3 -V
python3 write.py
cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { XMLBuilder, XMLParser } from 'fast-xml-parser';
import { parseStringPromise } from 'xml2js';
import { convert } from 'xmlbuilder2';

const book = readFileSync('book.xml', 'utf8');
const fast = (more) => new XMLParser({ ignoreAttributes: false, ...more }).parse(book);
const names = ({ YealinkIPPhoneBook: { Menu } }) => `${Menu['@_Name']}, ${Menu.Unit}`;
const [menu] = (await parseStringPromise(book)).YealinkIPPhoneBook.Menu;
const built = convert(book, { format: 'object' }).YealinkIPPhoneBook.Menu;
const seen = {
  'fast-xml-parser': names(fast({})),
  'fast-xml-parser with htmlEntities': names(fast({ htmlEntities: true })),
  'xmlbuilder2': `${built['@Name']}, ${built.Unit}`,
  'xml2js': `${menu.$.Name}, ${menu.Unit[0]}`,
};
const back = new XMLBuilder({ ignoreAttributes: false }).build(fast({}));
console.log(`written ${book}\n`, seen, `\nwritten back ${back}`);
const expected = ['B&#252;ro & Co, M&#252;ller & S&#246;hne', 'Büro & Co, Müller & Söhne', 'Büro &amp; Co, Müller &amp; Söhne', 'Büro & Co, Müller & Söhne'];
const isSeen = Object.values(seen).join('|') === expected.join('|');
process.exitCode = isSeen && back.includes('<Unit>M&amp;#252;ller &amp; S&amp;#246;hne</Unit>') ? 0 : 1;
JS
node look.mjs
