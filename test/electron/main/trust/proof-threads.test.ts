import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeCommit, hashEntry, noHash } from '#core/ledger/encoding';
import { rulesVersion } from '#core/ledger/commit';
import type { Evidence } from '#core/ledger/admission';
import { actText, appendText } from '#core/ledger/signed-text';
import { ActProofs } from '../../../../electron/main/trust/act-proofs';
import { ComputerKeys, makeSecrets } from '../../../../electron/main/trust/computer-keys';
import { ProofThreads } from '../../../../electron/main/trust/proof-threads';
import { bundleProgram } from '../../../support/bundled-program';

const ledger = 'proved';
const first = new ComputerKeys(makeSecrets());
const second = new ComputerKeys(makeSecrets());
const many = 120;
/** Entry at which the first computer tells of the second, and one that is not signed by whom it says. */
const certified = 100;
const forged = 150;

function signedEntries(): readonly Uint8Array[] {
  const entries: Uint8Array[] = [];
  for (let seq = 1; seq <= 2 * many; seq += 1) {
    const keys = seq > certified ? second : first;
    const told: Record<number, readonly [string, unknown]> = {
      1: ['account.protect', { ownerKey: first.public.key }],
      [certified]: ['key.certify', { key: second.public.key }],
    };
    const [name, args] = told[seq] ?? ['group.create', { name: `Group ${String(seq)}`, id: `g${String(seq)}` }];
    const on = { id: `a${String(seq)}`, day: '2026-06-01', at: '', by: 'owner', rules: rulesVersion };
    const act = { ...on, ledger, do: name, args, key: keys.id };
    const sig = (seq === forged ? first : keys).sign(actText(act));
    const before = entries.at(-1);
    const prev = before === undefined ? noHash : hashEntry(before);
    entries.push(encodeCommit({ ...act, device: '', seq, prev, sig }));
  }
  return entries;
}

const entries = signedEntries();

/** Findings on both pages, the second of which is given before the first is proved, with a little one behind them. */
async function findings(threads: ProofThreads | null): Promise<readonly Evidence[]> {
  const proofs = new ActProofs(ledger, threads);
  const end = entries.at(-1) ?? new Uint8Array();
  const appends = [
    { last: 2 * many, key: second.id, sig: second.sign(appendText(ledger, 2 * many, hashEntry(end))) },
    { last: 2 * many, key: first.id, sig: second.sign(appendText(ledger, 2 * many, hashEntry(end))) },
  ];
  return Promise.all([
    proofs.evidenceOf(entries.slice(0, many), null),
    proofs.evidenceOf(entries.slice(many), appends),
    proofs.evidenceOf(entries.slice(forged - 2, forged), null),
  ]);
}

const expected = [
  { bad: [], appends: null },
  {
    bad: [forged],
    appends: [
      { last: 2 * many, key: second.id, good: true },
      { last: 2 * many, key: first.id, good: false },
    ],
  },
  { bad: [forged], appends: null },
];

describe('signatures that threads check', () => {
  let program: string;
  beforeAll(async () => {
    program = await bundleProgram(join(import.meta.dirname, '../../../../electron/main/trust/proof-worker.ts'));
  });
  afterAll(() => rm(dirname(program), { recursive: true, force: true }));

  it('are judged as they are judged here, by keys that the page before tells of', async () => {
    expect(await findings(null)).toEqual(expected);
    for (const count of [1, 2, 3]) expect(await findings(new ProofThreads(program, count))).toEqual(expected);
  });

  it('are checked here where no thread can be started', async () => {
    const threads = new ProofThreads(join(dirname(program), 'not-there.mjs'), 2);
    expect(await findings(threads)).toEqual(expected);
    expect(threads.isBroken).toBe(true);
    expect(await findings(threads)).toEqual(expected);
  });
});
