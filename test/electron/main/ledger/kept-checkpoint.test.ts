import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { checkCheckpoints } from '../../../../electron/main/ledger/check-checkpoints';
import { Journal } from '../../../../electron/main/ledger/journal';
import { CheckpointFile } from '../../../../electron/main/ledger/kept-checkpoint';
import { LedgerChecker, type CheckRequest } from '../../../../electron/main/ledger/ledger-check';
import {
  LedgerCheckService,
  type CheckPort,
  type CheckPortEvents,
} from '../../../../electron/main/ledger/ledger-check-service';
import { Replica } from '#core/ledger/replica';
import { accountOf, openingEntry } from '../../../bench/accounts';
import { direct } from '../../../support/direct';
import { temporaryFolder } from '../../../support/temporary-folder';

let folder: string;
let journal: Journal;
let asked: CheckRequest[];

/** A checking process within this one, with the real rules. */
function spawn(events: CheckPortEvents): CheckPort {
  const checker = new LedgerChecker(
    (ledger) => Replica.empty(ledger),
    () => null,
    () => ({ ok: true, judged: [] }),
    checkCheckpoints,
  );
  return {
    post: ({ call, request }) => {
      asked.push(request);
      void checker.answer(request).then((answer) => events.onReply({ call, answer }));
    },
    kill: () => undefined,
  };
}

function aCheck(): LedgerCheckService {
  asked = [];
  return new LedgerCheckService('bench', journal, spawn, new CheckpointFile(folder), 1);
}

/** Judges an act on top of the journal: whether it may go out. */
async function mayGoOut(check: LedgerCheckService, entry: Uint8Array): Promise<boolean> {
  return (await check.judge([entry])).ok;
}

const received = (): number => asked.filter(({ kind }) => kind === 'receive').length;

let next: Uint8Array;
let impossible: Uint8Array;
beforeEach(async () => {
  folder = await temporaryFolder();
  const opened = await Journal.open(folder);
  journal = opened;
  const account = accountOf(1_000);
  const { entries } = account.outgoing(Number.POSITIVE_INFINITY);
  direct(await journal.keepCommits([openingEntry(), ...entries.slice(0, -1)]));
  [next = new Uint8Array()] = entries.slice(-1);
  const careless = Buffer.from(next).toString().replace('"parentId":"c0"', '"parentId":"nowhere"');
  impossible = Buffer.from(careless);
  return () => journal.close();
});

describe('a check that begins with a checkpoint', () => {
  it('replays nothing that was replayed before, and judges as one that did', async () => {
    expect(await mayGoOut(aCheck(), next)).toBe(true);
    expect(received()).toBeGreaterThan(0);
    const again = aCheck();
    expect(await mayGoOut(again, next)).toBe(true);
    expect(await mayGoOut(again, impossible)).toBe(false);
    expect(received()).toBe(0);
  });

  it('begins with the first commit where the checkpoint is damaged, cut off or of another history', async () => {
    await mayGoOut(aCheck(), next);
    const file = join(folder, 'checkpoint.trlk');
    const whole = await readFile(file);
    const flipped = Buffer.from(whole);
    flipped[whole.length - 40] = (flipped[whole.length - 40] ?? 0) ^ 1;
    const otherHistory = Buffer.from(whole.toString('latin1').replace(/"hash":"./, '"hash":"x'), 'latin1');
    for (const bytes of [flipped, whole.subarray(0, whole.length - 100), otherHistory, Buffer.alloc(0)]) {
      await writeFile(file, bytes);
      expect(await mayGoOut(aCheck(), next)).toBe(true);
      expect(received()).toBeGreaterThan(0);
    }
  });
});
