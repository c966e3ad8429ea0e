import { writeFile } from 'node:fs/promises';
import { ownerId } from '#core/intents/account-intents';
import type { Replica } from '#core/ledger/replica';
import type { LedgerStore, StoreFailure } from '#core/ledger/store';
import { packProject } from '../../main/project-file/project-service';
import { neverAborted } from '../../main/stores/abort';
import { readInto } from '../../main/trust/read-into';
import { openStore, presentAddress } from '../places';
import { keysFromEnvironment, openPlace } from '../protected-place';
import { takeOption, takeWords, UsageError, utcToday, type Command } from './command';
import { failureLine } from './store-commands';

const page = { entries: 2_000, bytes: 16 * 1024 * 1024 };

/** Packs an account with its whole history, or what can be read of one group, into one file to carry. */
export const pack: Command = {
  name: 'pack',
  usage: [
    'pack STORE [--group ID] --out FILE        packs an account into one file; with a group, what can be',
    '                                          read of it, without history (TRELLIS_FILE_PASSPHRASE locks it)',
  ],
  run: async (words, print) => {
    const groupId = takeOption(words, '--group');
    const out = takeOption(words, '--out');
    const [address] = takeWords(words, 'STORE');
    if (out === null) throw new UsageError('--out FILE says where to');
    const opened = openStore(await presentAddress(address), { ledger: null, mayBeEmpty: false });
    if (!opened.ok) return refuse(opened.failure, print);
    const { store } = opened.value;
    try {
      const read = await readWhole(store);
      if (!read.ok) return refuse(read.failure, print);
      const { replica, entries } = read;
      const { ledger, head } = replica;
      const row = replica.model.row('groups', groupId ?? replica.model.account.rootId);
      if (row === undefined) {
        print(`there is no group ${String(groupId)}`);
        return 1;
      }
      const packed = await packProject({
        ledger,
        name: row.name,
        beginning: null,
        entries,
        waiting: [],
        group: groupId === null ? null : { id: groupId, day: utcToday(), by: ownerId },
        passphrase: filePassphrase(),
      });
      if (!packed.ok) {
        print(
          packed.failure.kind === 'protected'
            ? 'this account is protected: without TRELLIS_FILE_PASSPHRASE a file would hold it as plain text'
            : 'it cannot be packed: what was written cannot be opened again',
        );
        return 1;
      }
      await writeFile(out, packed.value);
      print(`packed: ${row.name}, ${String(head?.seq ?? 0)} commits, ${String(packed.value.length)} bytes`);
      return 0;
    } finally {
      await store.close();
    }
  },
};

/** Passphrase of project files without a window; `null` where none is given. */
export function filePassphrase(): string | null {
  const given = process.env['TRELLIS_FILE_PASSPHRASE'];
  return given === undefined || given === '' ? null : given;
}

function refuse(failure: StoreFailure, print: (line: string) => void): number {
  print(failureLine(failure));
  return 1;
}

type ReadWhole =
  | { readonly ok: true; readonly replica: Replica; readonly entries: readonly Uint8Array[] }
  | { readonly ok: false; readonly failure: StoreFailure };

async function readWhole(store: LedgerStore): Promise<ReadWhole> {
  const report = await store.check(neverAborted);
  if (!report.ok) return report;
  if (report.value.ledger === null)
    return { ok: false, failure: { kind: 'corrupt', place: store.info.label, detail: 'there is no ledger' } };
  const keys = await keysFromEnvironment(report.value.ledger);
  if (!keys.ok) return keys;
  const { copy, store: inside } = openPlace(report.value.ledger, store, keys.value);
  const entries: Uint8Array[] = [];
  const read = await readInto(copy, inside, page, neverAborted, (got) => void entries.push(...got.entries));
  return read.ok ? { ok: true, replica: copy.replica, entries } : read;
}
