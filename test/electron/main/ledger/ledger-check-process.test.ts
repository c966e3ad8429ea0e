import { type ChildProcess, fork } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Journal } from '../../../../electron/main/ledger/journal';
import {
  type CheckPort,
  type CheckPortEvents,
  type CheckReply,
  LedgerCheckService,
} from '../../../../electron/main/ledger/ledger-check-service';
import { CheckedStore } from '../../../../electron/main/ledger/ledger-checked-store';
import { MemoryLedger, MemoryStore } from '../../../../electron/main/stores/memory';
import { openingIntent } from '#core/ledger/opening';
import { Replica } from '#core/ledger/replica';
import { synchronise } from '#core/ledger/synchronise';
import { direct } from '../../../support/direct';
import { bundleProgram } from '../../../support/bundled-program';
import { failureOf, patient, readAll } from '../../../support/store-calls';
import { temporaryFolder } from '../../../support/temporary-folder';

const at = { day: '2026-01-10', at: '2026-01-10T08:00:00.000Z', by: 'owner', device: 'laptop' } as const;

let program: string;
beforeAll(async () => {
  program = await bundleProgram(join(import.meta.dirname, '../../../support/check-program.ts'));
});
afterAll(() => rm(dirname(program), { recursive: true, force: true }));

function act(replica: Replica, commit: string, name: string, args: unknown): void {
  const prepared = replica.prepareAct({ do: name, args }, { ...at, commit });
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.refusals));
  replica.accept(prepared.step);
}

/** An account with one group, whose acts wait to be sent. */
function anAccount(): Replica {
  const replica = Replica.empty('ledger-a');
  const opening = openingIntent({
    id: 'open',
    day: at.day,
    at: at.at,
    device: at.device,
    name: 'Account',
    timeZone: 'UTC',
    ownerName: 'Olga',
  });
  act(replica, opening.id, opening.do, opening.args);
  act(replica, 'make', 'group.create', { id: 'complex', parentId: 'root', kind: 'complex', name: 'Sunrise' });
  return replica;
}

interface Computer {
  readonly plain: MemoryStore;
  readonly store: CheckedStore;
  readonly journal: Journal;
  readonly children: ChildProcess[];
  readonly close: () => Promise<void>;
}

async function aComputer(ledger = new MemoryLedger()): Promise<Computer> {
  const journal = await Journal.open(join(await temporaryFolder(), 'ledger-a'));
  const children: ChildProcess[] = [];
  const spawn = (events: CheckPortEvents): CheckPort => {
    const child = fork(program, [], { serialization: 'advanced' });
    children.push(child);
    child.on('message', (reply) => events.onReply(reply as CheckReply));
    child.on('exit', () => events.onExit());
    // A message to a child that has just ended is lost; its end is told by `exit`.
    return {
      post: (message) => child.connected && child.send(message, () => undefined),
      kill: () => void child.kill('SIGKILL'),
    };
  };
  const check = new LedgerCheckService('ledger-a', journal, spawn);
  const plain = new MemoryStore(ledger);
  const store = new CheckedStore({
    store: plain,
    check,
    journal,
    device: 'laptop',
    now: () => '2026-05-01T10:00:00.000Z',
    onVoided: () => undefined,
    onHealed: () => undefined,
  });
  const close = async (): Promise<void> => {
    check.close();
    await journal.close();
  };
  return { plain, store, journal, children, close };
}

describe('checking with the rules in a process of its own', () => {
  it('lets two computers synchronise, and survives that its process is killed', async () => {
    const one = await aComputer();
    const two = await aComputer(one.plain.ledger);
    const anna = anAccount();
    expect(await synchronise(anna, one.store, patient())).toEqual({ ok: true, value: null });
    const bob = Replica.empty('ledger-a');
    expect(await synchronise(bob, two.store, patient())).toEqual({ ok: true, value: null });
    for (const child of two.children) child.kill('SIGKILL');
    act(bob, 'more', 'group.create', { id: 'building', parentId: 'complex', kind: 'building', name: 'A' });
    expect(await synchronise(bob, two.store, patient())).toEqual({ ok: true, value: null });
    expect(await synchronise(anna, one.store, patient())).toEqual({ ok: true, value: null });
    expect(anna.ask('digest', {}, { day: at.day, by: 'owner' })).toEqual(
      bob.ask('digest', {}, { day: at.day, by: 'owner' }),
    );
    expect(two.journal.newest).toEqual(anna.head);
    await one.close();
    await two.close();
  });

  it('lets nothing out that the rules refuse', async () => {
    const computer = await aComputer();
    const anna = anAccount();
    await synchronise(anna, computer.store, patient());
    // A commit as no window of ours makes it: below a group that does not exist.
    const careless = Replica.empty('ledger-a');
    for (const entry of await readAll(direct(computer.plain))) careless.receive([entry]);
    act(careless, 'lost', 'group.create', { id: 'lost', parentId: 'complex', kind: 'building', name: 'Lost' });
    const { entries, expected } = careless.outgoing(10);
    const forged = entries.map((entry) => Buffer.from(Buffer.from(entry).toString().replace('"complex"', '"nowhere"')));
    expect(await failureOf(direct(computer.store).append(forged, expected, patient()))).toMatchObject({
      kind: 'defect',
      detail: expect.stringContaining('NOT_FOUND'),
    });
    expect(await readAll(direct(computer.plain))).toHaveLength(2);
    await computer.close();
  });
});
