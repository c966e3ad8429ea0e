import { randomUUID } from 'node:crypto';
import { openingIntent } from '#core/ledger/opening';
import { encodeCommit, noHash } from '#core/ledger/encoding';
import { rulesVersion } from '#core/ledger/commit';
import type { LedgerStore, StoreFailure } from '#core/ledger/store';
import { neverAborted } from '../../main/stores/abort';
import { beginningOf } from '../../main/stores/expected-head';
import { makeTablesAt } from '../../main/stores/postgres/postgres-init';
import { PostgresStore } from '../../main/stores/postgres/postgres';
import { openNewStore, openStore, presentAddress } from '../places';
import { beginProtected, wordLines } from '../begin-protected';
import { takingPart } from '../taking-part';
import { examineAt } from '../../main/stores/webdav/webdav-init';
import { takeOption, takeSwitch, takeWords, UsageError, utcToday } from './command';

type Print = (line: string) => void;

/** A failure in words for whoever reads a terminal. */
export function failureLine(failure: StoreFailure): string {
  if (failure.kind === 'shortened')
    return `shortened: what was before commit ${String(failure.begins.seq + 1)} is no longer in the place`;
  return 'detail' in failure ? `${failure.kind}: ${failure.detail}` : failure.kind;
}

/** Tells whether the store can be reached, who may write, whose ledger it holds. Changes nothing. */
export async function checkStore(words: string[], print: Print): Promise<number> {
  const [address] = takeWords(words, 'STORE');
  return withStore(address, print, async (store) => {
    const report = await store.check(neverAborted);
    if (!report.ok) return refuse(report.failure, print);
    const { writable, ledger, head, remarks } = report.value;
    print(`${store.info.kind}: ${store.info.label}`);
    print(`ledger ${ledger ?? 'none yet'}`);
    print(`head ${head === null ? 'none' : `${String(head.seq)} ${head.hash}`}`);
    print(writable ? 'can be read and added to' : 'can be read only');
    const begins = await beginningOf(store, neverAborted);
    if (!begins.ok) return refuse(begins.failure, print);
    if (begins.value !== null)
      print(`begins behind commit ${String(begins.value.seq)}: what was before is no longer in the place`);
    for (const remark of remarks) print(`remark: ${remark.kind} ${remark.place}`);
    return 0;
  });
}

/** Makes what a store needs and, with a name, a new account in it: root `root`, owner `owner`. */
export async function initialiseStore(words: string[], print: Print): Promise<number> {
  const name = takeOption(words, '--name');
  const timeZone = takeOption(words, '--time-zone') ?? 'Europe/Berlin';
  const isProtected = takeSwitch(words, '--protect');
  const keyFile = process.env['TRELLIS_KEYS'] ?? '';
  if (isProtected && (keyFile === '' || name === null))
    throw new UsageError('--protect needs --name, and TRELLIS_KEYS must name a file for the keys of this computer');
  const [address] = takeWords(words, 'STORE');
  const made = await makeTablesAt(address);
  if (made !== null) {
    if (!made.ok) return refuse(made.failure, print);
    for (const line of made.value) print(`made ${line}`);
    if (made.value.length === 0) print('everything is there already');
  }
  const verdict = await examineAt(address, (share) =>
    print(`testing the server: ${String(Math.round(share * 100))} %`),
  );
  if (verdict !== null) {
    if (!verdict.ok) return refuse(verdict.failure, print);
    if (verdict.value.order === 'kept') {
      print(`this server cannot decide who comes first (${verdict.value.because}): it can only carry files`);
      print('with kept: before the address it is used so, and one computer puts acts in order');
      return 1;
    }
    print('this server decides who comes first');
  }
  if (name === null) return 0;
  const beginning = isProtected ? await beginProtected(keyFile) : null;
  if (beginning !== null && !beginning.ok) return refuse(beginning.failure, print);
  const ledger = beginning?.value.ledger ?? randomUUID();
  const opened = await openNewStore(address, await takingPart(ledger, null));
  if (!opened.ok) return refuse(opened.failure, print);
  const { store } = opened.value;
  try {
    const at = new Date().toISOString();
    const opening = {
      ...{ id: randomUUID(), day: utcToday(), at, device: 'headless', name, timeZone, ownerName: 'Owner' },
    };
    if (beginning !== null) {
      const begun = await beginning.value.begin(store, opening);
      if (!begun.ok) return refuse(begun.failure, print);
      print(`made protected account ${name} with root “root” and owner “owner”, ledger ${ledger}`);
      for (const line of wordLines(begun.value)) print(line);
      return 0;
    }
    const intent = openingIntent(opening);
    const commit = encodeCommit({ ...intent, ledger, seq: 1, prev: noHash, rules: rulesVersion });
    const appended = await store.append([commit], null, neverAborted);
    if (!appended.ok && appended.failure.kind === 'head-moved') print('there is an account already');
    else if (!appended.ok) return refuse(appended.failure, print);
    else print(`made account ${name} with root “root” and owner “owner”, ledger ${ledger}`);
    return appended.ok ? 0 : 1;
  } finally {
    await store.close();
  }
}

const rights = { read: 'read', append: 'append', admit: 'admit' } as const;

/** Lets another login of a database server into a ledger. */
export async function admitToStore(words: string[], print: Print): Promise<number> {
  const asked = takeOption(words, '--may') ?? 'append';
  const [address, login] = takeWords(words, 'STORE', 'LOGIN');
  const right = Object.values(rights).find((it) => it === asked);
  if (right === undefined) throw new UsageError('--may takes read, append or admit');
  return withStore(address, print, async (store) => {
    if (!(store instanceof PostgresStore)) throw new UsageError('only a database server knows logins');
    const admitted = await store.admit(login, right, neverAborted);
    if (!admitted.ok) return refuse(admitted.failure, print);
    print(`${login} may ${right}`);
    return 0;
  });
}

async function withStore(
  address: string,
  print: Print,
  work: (store: LedgerStore) => Promise<number>,
): Promise<number> {
  const opened = openStore(await presentAddress(address), { ledger: null, mayBeEmpty: true });
  if (!opened.ok) return refuse(opened.failure, print);
  try {
    return await work(opened.value.store);
  } finally {
    await opened.value.store.close();
  }
}

function refuse(failure: StoreFailure, print: Print): number {
  print(failureLine(failure));
  return 1;
}
