import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { direct } from '../support/direct';
import { runScenarios } from '../../electron/headless/run-scenarios';
import { openStore } from '../../electron/main/stores/registry';
import { rulesVersion } from '#core/ledger/commit';
import { Replica } from '#core/ledger/replica';
import { frozenFolder, freeze, type FrozenDigests } from './frozen-ledgers';

/**
 * Keeps the ledgers that the scenarios make as files of this version of the rules, once: later builds must replay them to
 * the same digest. What is frozen is never frozen anew; a new version of the rules gets a folder of its own.
 */
async function main(root: string): Promise<void> {
  const folder = frozenFolder(path.join(root, 'test', 'frozen'), rulesVersion);
  if (existsSync(folder)) throw new Error(`${folder} is frozen already`);
  const scenarios = path.join(root, 'test', 'scenarios');
  const work = mkdtempSync(path.join(tmpdir(), 'trellis-freeze-'));
  const digests: { [file: string]: FrozenDigests[string] } = {};
  mkdirSync(folder, { recursive: true });
  try {
    for (const file of readdirSync(scenarios).filter((name) => name.endsWith('.jsonl')).sort()) {
      const remote = path.join(work, path.basename(file, '.jsonl'));
      mkdirSync(remote);
      const result = await runScenarios([path.join(scenarios, file)], remote, () => undefined, 'synchronised');
      if (result.failed + result.unreadable > 0) throw new Error(`${file} does not pass`);
      for (const [index, ledger] of readdirSync(remote).sort().entries()) {
        const entries = await entriesAt(path.join(remote, ledger));
        const name = `${path.basename(file, '.jsonl')}-${String(index + 1)}.jsonl`;
        writeFileSync(path.join(folder, name), entries.map((entry) => `${Buffer.from(entry).toString('utf8')}\n`).join(''));
        digests[name] = freeze(entries);
      }
    }
    writeFileSync(path.join(folder, 'digests.json'), `${JSON.stringify(digests, null, 2)}\n`);
    process.stdout.write(`${String(Object.keys(digests).length)} ledgers frozen in ${folder}\n`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function entriesAt(address: string): Promise<readonly Uint8Array[]> {
  const opened = openStore(address, { ledger: null, mayBeEmpty: false });
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  const store = direct(opened.value.store);
  const { signal } = new AbortController();
  const entries: Uint8Array[] = [];
  for (;;) {
    const page = await store.read(entries.length, { entries: 1000, bytes: 16 * 1024 * 1024 }, signal);
    if (page.entries.length === 0) break;
    entries.push(...page.entries);
  }
  await store.close();
  // Read once more as any reader would, so that nothing is frozen that does not replay.
  const replica = Replica.empty((JSON.parse(Buffer.from(entries[0] ?? []).toString('utf8')) as { readonly ledger: string }).ledger);
  const received = replica.receive(entries);
  if (!received.ok) throw new Error(JSON.stringify(received.failure));
  return entries;
}

await main(process.cwd());
