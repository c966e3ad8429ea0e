#!/usr/bin/env bash
# Intl.Collator of Node 20 with numeric: 1.01 and 1.1, and 03 and 3, do not only stand beside each other, they are the same: compare answers 0, at
# every sensitivity, and without numeric it does not. Two doors of one floor are one key in sorted-btree 2.1.0, and one line in a list that drops
# neighbours which compare as equal. So the collator only puts names in order, and what is the same is asked of the names. Exits
# non-zero when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --save-exact --no-audit --no-fund --loglevel=error sorted-btree@2.1.0 >/dev/null
cat >look.cjs <<'JS'
const BTree = require('sorted-btree').default;

const doors = ['1.01', '1.1', '1.10', '03', '3'];
const { compare } = new Intl.Collator('de', { numeric: true, sensitivity: 'variant' });
const plain = new Intl.Collator('de');
const tree = new BTree(undefined, compare);
for (const door of doors) tree.set(door, door);
const seen = { numeric: [compare('1.01', '1.1'), compare('03', '3')], plain: [plain.compare('1.01', '1.1'), plain.compare('03', '3')], kept: tree.valuesArray().join(' ') };
console.log('ICU', process.versions.icu, doors.join(' '), seen);
const isEqual = seen.numeric.every((order) => order === 0) && seen.plain.every((order) => order !== 0);
process.exitCode = isEqual && seen.kept === '1.1 1.10 3' ? 0 : 1;
JS
node look.cjs
