import { writeFile } from 'node:fs/promises';
import { ownerId } from '#core/intents/account-intents';
import { Replica } from '#core/ledger/replica';
import type { LedgerStore, StoreFailure } from '#core/ledger/store';
import { linesOfEntries } from '../../main/project-file/project-entries';
import { writeProjectFile, type ProjectOf } from '../../main/project-file/write-project-file';
import { neverAborted } from '../../main/stores/abort';
import { openStore, presentAddress } from '../places';
import { takeOption, takeWords, UsageError, utcToday, type Command } from './command';
import { failureLine } from './store-commands';

const page = { entries: 2_000, bytes: 16 * 1024 * 1024 };

/** Packs an account with its whole history, or what can be read of one group, into one file to carry. */
export const pack: Command = {
  name: 'pack',
  usage: [
    'pack STORE [--group ID] --out FILE        packs an account into one file; with a group, what can be',
    '                                          read of it, without history',
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
      if (replica.model.row('protection', 'protection') !== undefined) {
        print('this account is protected: a project file would hold it as plain text, so it is not packed');
        return 1;
      }
      const group = replica.model.row('groups', groupId ?? replica.model.account.rootId);
      if (group === undefined) {
        print(`there is no group ${String(groupId)}`);
        return 1;
      }
      const { ledger, head } = replica;
      const about = { ledger, head, name: group.name };
      const project: ProjectOf =
        groupId === null
          ? { kind: 'account', ...about, parts: { 'ledger.jsonl': linesOfEntries(entries) } }
          : { kind: 'view', ...about, parts: { 'view.json': viewOf(replica, groupId) } };
      const bytes = await writeProjectFile(project);
      await writeFile(out, bytes);
      print(`packed: ${group.name}, ${String(head?.seq ?? 0)} commits, ${String(bytes.length)} bytes`);
      return 0;
    } finally {
      await store.close();
    }
  },
};

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
  const replica = Replica.empty(report.value.ledger);
  const entries: Uint8Array[] = [];
  for (;;) {
    const read = await store.read(replica.head?.seq ?? 0, page, neverAborted);
    if (!read.ok) return read;
    if (read.value.entries.length === 0) return { ok: true, replica, entries };
    const received = replica.receive(read.value.entries);
    if (!received.ok) return received;
    entries.push(...read.value.entries);
  }
}

/** Contents of a group and everything in it, as the queries answer it today. */
function viewOf(replica: Replica, groupId: string): Uint8Array {
  const on = { day: utcToday(), by: ownerId };
  const ask = (query: string, args: unknown): unknown => replica.ask(query, args, on);
  const view = {
    day: on.day,
    tree: ask('tree', { groupId }),
    pool: ask('pool', { groupId }),
    users: ask('users', { groupId, subgroups: true }),
    devices: ask('devices', { groupId, subgroups: true }),
    menus: ask('menus', { groupId, subgroups: true }),
  };
  return Buffer.from(`${JSON.stringify(view, null, 2)}\n`);
}
