import type { Healing, PlaceState } from '#core/ledger/healing';
import type { LedgerStore } from '#core/ledger/store';
import { folderOf } from '../stores/registry';
import type { Journal } from './journal';
import type { WholeCheckRun } from './whole-check-run';

/** Open ledger as far as facts about its shared place need it. */
interface Placed {
  readonly note: { readonly url: string | null };
  readonly journal: Journal;
  readonly device: string;
  readonly healed: readonly Healing[];
  readonly store: (Pick<LedgerStore, 'repair'> & { readonly conflictCopy: string | null }) | null;
  readonly whole: Pick<WholeCheckRun, 'progress'>;
}

/** Facts about a shared place beside its commits. */
export async function placeState({ note, journal, device, healed, store, whole }: Placed): Promise<PlaceState> {
  const missing = await journal.missing(device);
  const folderWay =
    note.url === null || folderOf(note.url) === null ? null : note.url.startsWith('kept:') ? 'kept' : 'exclusive';
  return {
    healed: [...healed],
    missing: missing.map(({ id, by, day, do: name }) => ({ id, by, day, do: name })),
    canRepair: store?.repair !== undefined && journal.newest !== null,
    wholeCheck: whole.progress,
    folderWay,
    // A server lets nobody be second without saying so; where acts had to give way, something copies the folder.
    gaveWay: folderWay === 'exclusive' && healed.some(({ kind }) => kind === 'gave-way'),
    conflictCopy: folderWay === 'exclusive' ? (store?.conflictCopy ?? null) : null,
  };
}
