import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { decodeCommit } from '#core/ledger/encoding';
import type { ProjectFailure } from '#core/ipc/project-channels';
import { Replica } from '#core/ledger/replica';
import { synchronise } from '#core/ledger/synchronise';
import { actsOfContinued } from '../../main/project-file/copied-acts';
import { openProject, type OpenedProject } from '../../main/project-file/project-service';
import { neverAborted } from '../../main/stores/abort';
import { MemoryLedger, MemoryStore } from '../../main/stores/memory';
import { openNewStore } from '../places';
import { takingPart } from '../taking-part';
import { takeOption, takeSwitch, takeWords, type Command } from './command';
import { filePassphrase } from './pack';
import { copyLedger } from '../../main/stores/copy-ledger';
import { failureLine } from './store-commands';

type Print = (line: string) => void;

/** Shows what is in a project file, and brings its account into a place where that is asked for. */
export const open: Command = {
  name: 'open',
  usage: [
    'open FILE [--into STORE] [--json]         shows what is in a project file; with a store, adds to it what',
    '                                          it does not have',
    'open FILE --continue STORE                goes on in a new account, in an empty store, from what a file holds of one',
    '                                          whose keys are lost',
  ],
  run: async (words, print) => {
    const into = takeOption(words, '--into');
    const anew = takeOption(words, '--continue');
    const json = takeSwitch(words, '--json');
    const [file] = takeWords(words, 'FILE');
    const bytes = await readFile(file).catch(() => null);
    if (bytes === null) return unreadable({ code: 'NOT_FOUND', place: file }, json, print);
    const opened = await openProject(bytes, filePassphrase());
    if (!opened.ok) return unreadable(opened.failure, json, print);
    if (anew !== null) return goOn(opened.value, anew, print);
    const { manifest, isNewer, entries, refused } = opened.value;
    const about = {
      format: manifest.format,
      kind: manifest.kind,
      ledger: manifest.ledger,
      name: manifest.name,
      head: manifest.head,
      commits: entries.length,
      waiting: opened.value.waiting.length,
      void: refused.length,
      readOnly: isNewer || manifest.kind === 'view',
    };
    if (into === null || about.readOnly) {
      if (json) print(JSON.stringify(about));
      else
        for (const line of [
          `${about.kind === 'account' ? 'account' : 'view of a group'} ${about.name}`,
          `ledger ${about.ledger}, ${String(about.commits)} commits`,
          ...(about.waiting === 0
            ? []
            : [`${String(about.waiting)} acts wait for their place; the window takes them over`]),
          ...(isNewer ? ['made by a newer version: it can only be looked at'] : []),
        ])
          print(line);
      return into === null ? 0 : 1;
    }
    if (opened.value.beginning !== null) {
      print('the history of this account was made shorter: open the file in the window');
      return 1;
    }
    const merged = await merge(entries, into);
    if (json) print(JSON.stringify({ ...about, ...merged }));
    else print(merged.failure ?? (merged.added === 0 ? 'nothing to do' : `added: ${String(merged.added)} commits`));
    return merged.failure === undefined ? 0 : 1;
  },
};

function unreadable(
  failure: ProjectFailure | { readonly code: 'NOT_FOUND'; readonly place: string },
  json: boolean,
  print: Print,
): number {
  if (json) print(JSON.stringify({ error: failure }));
  else print('place' in failure ? `${failure.code}: ${failure.place}` : failure.code);
  return 2;
}

/** Puts a new account into an empty place, which goes on from a protected one. */
async function goOn(project: OpenedProject, address: string, print: Print): Promise<number> {
  const acts = project.isProtected ? actsOfContinued({ ...project, waiting: [] }, project.continued) : null;
  if (acts === null) {
    print('this file holds no protected account: open it with --into');
    return 1;
  }
  const ledger = randomUUID();
  const target = await openNewStore(address, await takingPart(ledger, null));
  if (!target.ok) {
    print(failureLine(target.failure));
    return 1;
  }
  const { store } = target.value;
  try {
    const replica = Replica.empty(ledger);
    for (const intent of acts) {
      const prepared = replica.prepareAgain(intent);
      if (prepared.ok) replica.accept(prepared.step);
      else print(`left out: ${intent.id} (${prepared.refusals.map(({ code }) => code).join(', ')})`);
    }
    const there = await store.head(neverAborted);
    if (there.ok && there.value !== null) {
      print('there is an account already');
      return 1;
    }
    const sent = await synchronise(replica, store, neverAborted);
    if (!sent.ok) {
      print(failureLine(sent.failure));
      return 1;
    }
    print(`made account ${project.manifest.name}, ledger ${ledger}: ${String(replica.head?.seq ?? 0)} commits`);
    return 0;
  } finally {
    await store.close();
  }
}

interface Merged {
  readonly added: number;
  readonly failure?: string;
}

/** Adds what the place does not have, as a copy does; where one holds what the other does not, it says so and changes nothing. */
async function merge(entries: readonly Uint8Array[], address: string): Promise<Merged> {
  const source = new MemoryLedger();
  source.entries = entries;
  const target = await openNewStore(address);
  if (!target.ok) return { added: 0, failure: failureLine(target.failure) };
  const { store } = target.value;
  try {
    const before = await store.head(neverAborted);
    if (!before.ok) return { added: 0, failure: failureLine(before.failure) };
    const there = before.value?.seq ?? 0;
    const last = source.headAt(Math.min(there, entries.length));
    const known = last === null ? null : await hashIn(store, last.seq);
    if (last !== null && known !== last.hash)
      return { added: 0, failure: `diverged: before commit ${String(last.seq)}` };
    if (there >= entries.length) return { added: 0 };
    const copied = await copyLedger(new MemoryStore(source), store, () => undefined);
    return copied.ok ? { added: entries.length - there } : { added: 0, failure: failureLine(copied.failure) };
  } finally {
    await store.close();
  }
}

/** Hash of a commit in a place, by the commit behind it or the head. */
async function hashIn(store: MemoryStore | Parameters<typeof copyLedger>[0], seq: number): Promise<string | null> {
  const read = await store.read(seq, { entries: 1, bytes: 1 }, neverAborted);
  if (!read.ok) return null;
  const [next] = read.value.entries;
  if (next === undefined) return read.value.head?.seq === seq ? read.value.head.hash : null;
  const decoded = decodeCommit(next);
  return decoded.ok ? decoded.commit.prev : null;
}
