import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Head } from '#core/ledger/commit';
import { hashEntry } from '#core/ledger/encoding';
import type { LedgerStore, StoreFailure } from '#core/ledger/store';
import { Journal } from '../../main/ledger/journal';
import { neverAborted } from '../../main/stores/abort';
import { openStore, presentAddress } from '../places';
import { HostedStore } from '../../main/stores/apart/hosted-store';
import { KeptStore } from '../../main/stores/kept/kept-store';
import { takingPartIn } from '../taking-part';
import { takeOption, takeWords } from './command';
import { failureLine } from './store-commands';

type Print = (line: string) => void;

/** Entries that somebody has, in order, after a seq. */
interface Source {
  readonly entriesAfter: (after: number) => Promise<readonly Uint8Array[]>;
  readonly close: () => Promise<void>;
}

const page = { entries: 500, bytes: 4 * 1024 * 1024 };

/**
 * Puts a place in order from what somebody else has of its ledger: another place, or a folder with a journal in it. Damaged,
 * cut-off and missing files get their bytes, and what a restored place lacks is added. Without a source it says what is wrong.
 */
export async function healStore(words: string[], print: Print): Promise<number> {
  const from = takeOption(words, '--from');
  const profile = takeOption(words, '--profile');
  const [given] = takeWords(words, 'STORE');
  const address = await presentAddress(given);
  const here = profile === null ? null : await takingPartIn(address, profile);
  const opened = openStore(address, { ledger: null, mayBeEmpty: false, here });
  if (!opened.ok) return refuse(opened.failure, print);
  const { store } = opened.value;
  const source = from === null ? null : await sourceAt(from);
  if (source !== null && 'kind' in source) return refuse(source, print);
  try {
    if (source !== null) {
      const wrong = await mend(store, source, print);
      if (wrong !== null) return refuse(wrong, print);
    }
    if ((store instanceof KeptStore || store instanceof HostedStore) && here !== null) {
      const healed = await store.heal(neverAborted);
      if (!healed.ok) return refuse(healed.failure, print);
      if (healed.value > 0) print(`put back ${String(healed.value)} files that this computer had seen there`);
    }
    const report = await store.check(neverAborted);
    if (!report.ok) return refuse(report.failure, print);
    for (const { kind, place } of report.value.remarks) print(`remark: ${kind} ${place}`);
    print(`in order: ${String(report.value.head?.seq ?? 0)} commits`);
    return 0;
  } finally {
    await source?.close();
    await store.close();
  }
}

async function mend(store: LedgerStore, source: Source, print: Print): Promise<StoreFailure | null> {
  const mended = await store.repair?.mend(source.entriesAfter, neverAborted);
  if (mended?.ok === false) return mended.failure;
  for (const { place, kept } of mended?.value ?? [])
    print(kept === null ? `put back ${place}` : `put back ${place}, the damaged file is ${kept}`);
  const found = await store.head(neverAborted);
  if (!found.ok) return found.failure;
  let head: Head | null = found.value;
  // Only what goes on from the very commit that the place ends with.
  const [same] = head === null ? [] : await source.entriesAfter(head.seq - 1);
  if (head !== null && same !== undefined && hashEntry(same) !== head.hash)
    return { kind: 'diverged', seq: head.seq, detail: 'The place holds other commits than where these come from.' };
  let added = 0;
  for (;;) {
    const entries = await source.entriesAfter(head?.seq ?? 0);
    if (entries.length === 0) break;
    const appended = await store.append(entries, head, neverAborted);
    if (!appended.ok) return appended.failure;
    head = appended.value;
    added += entries.length;
  }
  if (added > 0) print(`added ${String(added)} commits that the place had lost`);
  return null;
}

async function sourceAt(address: string): Promise<Source | StoreFailure> {
  const isJournal = await stat(join(address, 'commits.jsonl')).then(
    () => true,
    () => false,
  );
  if (isJournal) {
    const journal = await Journal.open(address);
    return {
      entriesAfter: async (after) => {
        const entries = await journal.commits(after, page);
        return entries.ok ? entries.value : [];
      },
      close: () => journal.close(),
    };
  }
  const opened = openStore(await presentAddress(address), { ledger: null, mayBeEmpty: false });
  if (!opened.ok) return opened.failure;
  const { store } = opened.value;
  return {
    entriesAfter: async (after) => {
      const read = await store.read(after, page, neverAborted);
      return read.ok ? read.value.entries : [];
    },
    close: () => store.close(),
  };
}

function refuse(failure: StoreFailure, print: Print): number {
  const file = 'place' in failure ? `${failure.place}: ` : '';
  print(`not in order: ${file}${failureLine(failure)}`);
  return 1;
}
