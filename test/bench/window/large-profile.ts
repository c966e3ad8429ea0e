import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { openNewStore } from '../../../electron/headless/places';
import { neverAborted } from '../../../electron/main/stores/abort';
// Declares window.trellisStart.
import type {} from '../../../renderer/src/state/window-start';
import { direct } from '../../support/direct';
import { accountOf, openingEntry } from '../accounts';
import { setting, startWindow } from './running-window';

/** What the prepared profile depends on: another of these makes it anew. */
const sources = [
  'test/bench/accounts.ts',
  'renderer/src/data',
  'shared/model',
  'shared/ledger/checkpoint.ts',
  'shared/ledger/packed-records.ts',
];
const entriesAtOnce = 50;
const joiningMs = 300_000;

/**
 * A profile in which an account of about so many groups was joined by the application itself and left open.
 * Prepared once for the same sources and kept under `out/`; what is measured works on a copy.
 */
export async function largeProfile(groups: number, peopleEach: number): Promise<string> {
  const folder = path.join(setting('TRELLIS_APP'), 'out', 'bench');
  const kept = path.join(folder, `profile-${String(groups)}-${String(peopleEach)}-${fingerprint()}`);
  if (!existsSync(kept)) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    await prepare(kept, path.join(folder, 'ledger'), groups, peopleEach);
  }
  const copy = path.join(folder, 'profile-in-use');
  rmSync(copy, { recursive: true, force: true });
  cpSync(kept, copy, { recursive: true });
  return copy;
}

function fingerprint(): string {
  const hash = createHash('sha256');
  const add = (place: string): void => {
    const full = path.join(setting('TRELLIS_APP'), place);
    if (place.endsWith('.ts')) hash.update(readFileSync(full));
    else for (const name of readdirSync(full).sort()) add(`${place}/${name}`);
  };
  sources.forEach(add);
  return hash.digest('hex').slice(0, 12);
}

async function prepare(profile: string, ledgerFolder: string, groups: number, peopleEach: number): Promise<void> {
  process.stdout.write('preparing the profile to measure in, once …\n');
  await writeLedger(ledgerFolder, groups, peopleEach);
  const unfinished = `${profile}.unfinished`;
  const first = await startWindow(setting('TRELLIS_APP'), [`--profile=${unfinished}`, `--join=${ledgerFolder}`]);
  // Two hundred thousand people could sit here: it is the owner.
  await first.page.waitForFunction(() => window.trellisStart?.state.getState().kind === 'whoAreYou', null, {
    timeout: joiningMs,
  });
  await first.page.evaluate(() => window.trellisStart?.choosePerson('owner'));
  await first.page.locator('[role=treeitem]').first().waitFor({ timeout: joiningMs });
  await first.close();
  // A second start ends what the first left to do later, so that the measured ones find what a person finds.
  const again = await startWindow(setting('TRELLIS_APP'), [`--profile=${unfinished}`]);
  await again.page.locator('[role=treeitem]').first().waitFor({ timeout: joiningMs });
  await again.close();
  rmSync(ledgerFolder, { recursive: true, force: true });
  renameSync(unfinished, profile);
}

export async function writeLedger(folder: string, groups: number, peopleEach: number): Promise<void> {
  const opened = await openNewStore(folder);
  if (!opened.ok) throw new Error(`the folder cannot be a ledger: ${opened.failure.kind}`);
  const store = direct(opened.value.store);
  const replica = accountOf(groups, peopleEach);
  const { entries } = replica.outgoing(Number.POSITIVE_INFINITY);
  let head = await store.append([openingEntry()], null, neverAborted);
  for (let start = 0; start < entries.length; start += entriesAtOnce)
    head = await store.append(entries.slice(start, start + entriesAtOnce), head, neverAborted);
  await store.close();
}
