import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#core/kernel/day';
import { catalogueOf } from '#core/catalogue/license-types';
import { decodeCommit } from '#core/ledger/encoding';
import { Replica } from '#core/ledger/replica';
import { unitShortage } from '#core/rules/pools';
import { MemoryLedger, MemoryStore } from '../../electron/main/stores/memory';
import { ComputerKeys, secretsFrom } from '../../electron/main/trust/computer-keys';
import { OwnKeys } from '../../electron/main/trust/own-keys';
import { ProvedCopy } from '../../electron/main/trust/proved-copy';
import { readInto } from '../../electron/main/trust/read-into';
import { Chooser } from '../support/random/chooser';
import { proposeIntent } from '../support/random/intents';
import { aProtectedAccount, entriesOf, forge, TestComputer } from '../support/trust-world';
import { settings } from './settings';

const never = new AbortController().signal;
const firstDay = '2026-06-01';
const roles = ['owner', 'companyAdmin', 'siteAdmin', 'technical', 'resident'] as const;
const mostComputers = 7;

interface Seat {
  readonly computer: TestComputer;
  /** Person who sits there, or claims to. */
  readonly person: string;
  keys: ComputerKeys;
}

function keysFrom(choose: Chooser): ComputerKeys {
  const secret = Uint8Array.from({ length: 32 }, () => choose.whole(0, 255));
  return new ComputerKeys(secretsFrom(secret, 'invitation'));
}

/** Tells whether a computer knows that it counts no more, or does not count yet. */
function isShutOut({ computer, keys }: Seat): boolean {
  return computer.replica.model.row('computers', keys.id)?.revoked !== null;
}

/** Several computers with one protected account: let in, shut out, changed and lost, with clocks of their own, and liars between them. */
class KeyRun {
  readonly done = new Map<string, number>();
  private readonly ledger = new MemoryLedger();
  private readonly store = new MemoryStore(this.ledger);
  private readonly seats: Seat[] = [];
  private readonly invitations: { readonly keys: ComputerKeys; readonly person: string }[] = [];
  private readonly forged = new Set<string>();
  /** Keys of computers that went. */
  private readonly gone: ComputerKeys[] = [];
  private came = 0;
  private id = '';
  private day = 0;

  async begin(): Promise<void> {
    const { ledger, office } = await aProtectedAccount(this.store);
    this.id = ledger;
    for (const [id, roleId] of [
      ['eve', 'owner'],
      ['sam', 'siteAdmin'],
    ] as const)
      office.done('owner', 'user.create', { id, groupId: 'root', name: id, roleId });
    office.done('owner', 'user.setAdmin', { groupId: 'c', userId: 'sam', admin: true });
    await office.sync();
    this.seats.push({ computer: office, person: 'owner', keys: office.keys });
  }

  async step(number: number): Promise<void> {
    const choose = new Chooser(number);
    if (choose.chance(0.05)) this.day += choose.whole(1, 10);
    const seat = this.someSeat(choose);
    seat.computer.today = addDays(firstDay, this.day + choose.whole(-20, 20));
    if (choose.chance(0.25)) return void (await seat.computer.trySync());
    if (choose.chance(0.02)) return this.lie(choose);
    if (choose.chance(0.08)) return this.sitDown(choose);
    if (choose.chance(0.45)) return this.keyAct(choose, seat);
    if (choose.chance(0.2)) {
      const userId = choose.one([...seat.computer.replica.model.rows('users')])?.id ?? 'rita';
      const name = choose.one(['user.archive', 'user.restore', 'user.remove', 'user.update', 'user.update'] as const);
      const set = name === 'user.update' ? { set: { roleId: choose.one(roles) } } : {};
      return this.act(seat, name ?? 'user.update', { userId, ...set });
    }
    const { model, records } = seat.computer.replica;
    const commits = records.slice(-20).map(({ id }) => id);
    const call = proposeIntent({ model, today: seat.computer.today, commits, choose });
    this.act(seat, call.do, call.args);
  }

  /** A seat at which something can be done, mostly. */
  private someSeat(choose: Chooser): Seat {
    const counting = this.seats.filter((seat) => !isShutOut(seat));
    return choose.one(counting.length > 0 && choose.chance(0.9) ? counting : this.seats) as Seat;
  }

  /** Somebody more comes to a computer, which nobody has let in yet; where there are many, in place of one that was shut out. */
  private async sitDown(choose: Chooser): Promise<void> {
    const former = this.seats.findIndex((seat) => isShutOut(seat) && seat.computer.replica.pending.length === 0);
    if (this.seats.length >= mostComputers && former < 0) return;
    const person = choose.one(['owner', 'eve', 'bob', 'sam', 'rita'] as const) ?? 'bob';
    const keys = keysFrom(choose);
    this.came += 1;
    const computer = new TestComputer(`pc${String(this.came)}`, this.id, this.store, keys);
    await computer.trySync();
    const left = this.seats.length >= mostComputers ? this.seats.splice(former, 1) : [];
    this.gone.push(...left.flatMap((seat) => [seat.computer.keys, ...seat.computer.more]));
    this.seats.push({ computer, person, keys });
  }

  private keyAct(choose: Chooser, seat: Seat): void {
    const other = choose.one(this.seats) as Seat;
    const { model } = seat.computer.replica;
    switch (choose.one(['invite', 'accept', 'accept', 'certify', 'revoke', 'rotate'] as const)) {
      case 'invite': {
        const keys = keysFrom(choose);
        const until = choose.chance(0.3) ? { until: addDays(firstDay, this.day + choose.whole(-5, 20)) } : {};
        this.invitations.push({ keys, person: other.person });
        const { key: inviteKey, sealKey } = keys.public;
        return this.act(seat, 'key.invite', { userId: other.person, inviteKey, sealKey, ...until });
      }
      case 'accept': {
        const at = choose.one(this.seats.filter(isShutOut)) ?? seat;
        const invitation = choose.one(this.invitations.filter(({ person }) => person === at.person));
        if (invitation === undefined) return undefined;
        return this.act(at, 'key.accept', at.computer.acceptance(invitation.keys));
      }
      case 'certify':
        return this.act(seat, 'key.certify', { userId: other.person, ...other.keys.public, name: other.computer.name });
      case 'rotate': {
        const next = keysFrom(choose);
        const args = seat.computer.rotation(seat.keys, next);
        if (this.act(seat, 'key.rotate', args, () => seat.computer.withKey(next)) === undefined) seat.keys = next;
        return undefined;
      }
      default: {
        const key = choose.one([...model.rows('computers'), ...model.rows('invitations')])?.id ?? other.keys.id;
        return this.act(seat, 'key.revoke', { key });
      }
    }
  }

  private act({ computer, person }: Seat, name: string, args: unknown, before?: () => unknown): void {
    before?.();
    const refusals = computer.tried(person, name, args);
    if (refusals.some(({ code }) => code === 'DEFECT')) throw new Error(`a defect in ${name}`);
    if (refusals.length === 0) this.done.set(name, (this.done.get(name) ?? 0) + 1);
  }

  /** Somebody writes into the place with a program of his own what nobody may: it must count for no reader. */
  private async lie(choose: Chooser): Promise<void> {
    const stranger = keysFrom(choose);
    // By the place itself: what waits at a computer has shut nobody out yet.
    const { model } = (await this.newcomer()).replica;
    const shutOut = [...model.rows('computers')].filter(({ revoked }) => revoked !== null).map(({ id }) => id);
    const former = this.seats.find(({ keys }) => shutOut.includes(keys.id));
    const seq = (await entriesOf(this.store)).length + 1;
    const grab = { do: 'user.update', args: { userId: 'rita', set: { roleId: 'owner' } } };
    const how = choose.one(['unsigned', 'stranger', 'former', 'other'] as const);
    if (how === 'unsigned') await forge(this.store, this.id, grab);
    else if (how === 'former' && former !== undefined) {
      await forge(this.store, this.id, { ...grab, by: former.person }, former.keys);
    } else await forge(this.store, this.id, how === 'other' ? { ...grab, by: 'nobody' } : grab, stranger);
    this.forged.add(`forged-${String(seq)}`);
  }

  /** Everybody reads to the end, and a newcomer reads everything: what is wrong then, or `null`. */
  async finish(): Promise<string | null> {
    for (const { computer } of this.seats) await computer.trySync();
    for (const { computer } of this.seats) await computer.trySync();
    const voided = new Set<string>();
    const newcomer = await this.newcomer(voided);
    const digestOf = (replica: Replica): string =>
      JSON.stringify(replica.ask('digest', {}, { day: firstDay, by: 'owner' }));
    const digest = digestOf(newcomer.replica);
    for (const { computer } of this.seats) {
      if (computer.replica.head?.hash !== newcomer.head?.hash) return `${computer.name} has not read to the end`;
      // What waits here and cannot be sent is no part of what others see.
      if (computer.replica.pending.length === 0 && digestOf(computer.replica) !== digest)
        return `${computer.name} differs`;
    }
    for (const id of this.forged) if (!voided.has(id)) return `${id} counts`;
    return (
      this.admissionProblem(await entriesOf(this.store), voided) ??
      rightsProblem(newcomer.replica) ??
      handedOutProblem(newcomer.replica)
    );
  }

  /** Somebody who reads all of the place for the first time. */
  private async newcomer(voided = new Set<string>()): Promise<ProvedCopy> {
    const copy = new ProvedCopy(Replica.empty(this.id), new OwnKeys([]), (more) =>
      more.forEach(({ id }) => voided.add(id)),
    );
    const read = await readInto(copy, this.store, { entries: 50, bytes: 1_000_000 }, never);
    if (!read.ok) throw new Error(`a newcomer cannot read it: ${JSON.stringify(read.failure)}`);
    return copy;
  }

  /** The register of keys once more, by hand: whatever counts was signed by a key that was let in, for its own person. */
  private admissionProblem(entries: readonly Uint8Array[], voided: ReadonlySet<string>): string | null {
    const holders = new Map<string, string>();
    const invited = new Map<string, string>();
    const idOf = (key: unknown): string =>
      new Map(this.known().map((keys) => [keys.public.key, keys.id])).get(String(key)) ?? '';
    for (const bytes of entries) {
      const decoded = decodeCommit(bytes);
      if (!decoded.ok) return 'a commit that cannot be read';
      const { id, by, do: name, key = '', args } = decoded.commit;
      const given = args as { readonly [field: string]: unknown };
      if (voided.has(id)) continue;
      if (name === 'account.protect') holders.set(idOf(given['ownerKey']), by);
      if (name === 'key.accept') {
        const person = invited.get(idOf(given['inviteKey']));
        if (person === undefined) return `${id} takes up an invitation that nobody made`;
        holders.set(idOf(given['key']), person);
        invited.delete(idOf(given['inviteKey']));
      }
      if (holders.size > 0 && holders.get(key) !== by) return `${id} (${name}) counts for ${by} under another's key`;
      if (name === 'key.invite') invited.set(idOf(given['inviteKey']), String(given['userId']));
      if (name === 'key.certify') holders.set(idOf(given['key']), String(given['userId']));
      if (name === 'key.rotate') {
        holders.delete(String(given['key']));
        holders.set(idOf(given['newKey']), by);
      }
      if (name === 'key.revoke') {
        holders.delete(String(given['key']));
        invited.delete(String(given['key']));
      }
    }
    return null;
  }

  private known(): readonly ComputerKeys[] {
    return [
      ...this.gone,
      ...this.seats.flatMap(({ computer }) => [computer.keys, ...computer.more]),
      ...this.invitations.map(({ keys }) => keys),
    ];
  }
}

/** Whoever got a role got it from somebody who could give it; nobody who is gone has a computer; somebody can still act as owner. */
function rightsProblem({ records, model }: Replica): string | null {
  const roleOf = new Map<string, string>();
  /** Roles of one's own count as what they are based on. */
  const bases = new Map<string, string>();
  const baseOf = (roleId: string): string => bases.get(roleId) ?? roleId;
  for (const { id, by, do: name, changes } of records) {
    const author = roleOf.get(by);
    for (const { table, after } of changes) if (table === 'roles' && after != null) bases.set(after.id, after.base);
    for (const { table, after } of changes) {
      if (table !== 'users' || after == null || name === 'account.open') continue;
      const role = baseOf(after.roleId);
      if (roleOf.get(after.id) === role) continue;
      if (role === 'owner' && author !== 'owner') return `${id} (${name}): ${by} made an owner without being one`;
      if (role === 'companyAdmin' && author !== 'owner') return `${id} (${name}): ${by} made an equal or higher`;
    }
    for (const { table, id: userId, after } of changes) {
      if (table !== 'users') continue;
      if (after == null) roleOf.delete(userId);
      else roleOf.set(userId, baseOf(after.roleId));
    }
  }
  const counting = [...model.rows('computers')].filter(({ revoked }) => revoked === null);
  for (const { id, userId } of counting) {
    const user = model.row('users', userId);
    if (user === undefined || user.lifecycle === 'archived') return `the computer ${id} counts for nobody who is here`;
  }
  const canOwn = counting.some(({ userId }) => baseOf(model.row('users', userId)?.roleId ?? '') === 'owner');
  return canOwn ? null : 'no computer of an owner is left';
}

/** Acts that may leave a pool short: an undo of what others have built on, and a device that goes (D6) with what it stood for. */
const mayLeaveShort = new Set(['undo', 'batch', 'device.move', 'device.remove', 'group.delete', 'group.move']);

/** By how many units the claims on each pool and type exceed what it has on a day. */
function shortages({ model }: Replica, day: string): ReadonlyMap<string, number> {
  return new Map(
    [...model.pools()].flatMap((pool) =>
      catalogueOf(model).types.flatMap(({ id }) => {
        const short = unitShortage(model, pool, id, day);
        return id !== 'link.feature' && short > 0 ? [[`${pool} ${id}`, short] as const] : [];
      }),
    ),
  );
}

/** No act handed out more of a pool than it had on the day that counted for it (D3, G8). Goes back to the first commit, and stays there. */
function handedOutProblem(replica: Replica): string | null {
  for (const { id, do: name, day, today = day, changes } of [...replica.records].reverse()) {
    const after = mayLeaveShort.has(name) ? new Map<string, number>() : shortages(replica, today);
    replica.model.revert(changes);
    if (after.size === 0) continue;
    const before = shortages(replica, today);
    for (const [pool, short] of after)
      if (short > (before.get(pool) ?? 0))
        return `${id} (${name}) hands out ${String(short)} too many of ${pool} on ${today}`;
  }
  return null;
}

describe('random acts on keys by people with random rights and random clocks', () => {
  it(
    'leave every reader with the same, let nobody act who was not let in, and give nobody a right that nobody could give',
    async () => {
      const done = new Map<string, number>();
      let acts = 0;
      const steps = settings.steps;
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.noBias(fc.integer({ min: 0, max: 0xffff_ffff })), {
            minLength: steps,
            maxLength: steps,
            size: 'max',
          }),
          async (numbers) => {
            const run = new KeyRun();
            await run.begin();
            for (const number of numbers) await run.step(number);
            const problem = await run.finish();
            for (const [name, times] of run.done) {
              done.set(name, (done.get(name) ?? 0) + times);
              acts += times;
            }
            if (problem !== null) throw new Error(problem);
          },
        ),
        { numRuns: settings.keyRuns, seed: settings.seed, endOnFailure: true },
      );
      if (settings.report)
        process.stdout.write(`acts on keys and others: ${String(acts)} ${JSON.stringify([...done])}\n`);
      for (const name of ['key.invite', 'key.accept', 'key.certify', 'key.rotate', 'key.revoke', 'user.archive'])
        expect([name, (done.get(name) ?? 0) > 0]).toEqual([name, true]);
    },
    settings.patience,
  );
});
