import { afterEach, describe, expect, it } from 'vitest';
import type { RingoverCall } from '#core/vendors/ringover';
import { RingoverClient } from '../../../../electron/main/vendors/ringover-client';
import { pushRingover } from '../../../../electron/main/vendors/ringover-push';
import { readRingover } from '../../../../electron/main/vendors/ringover-read';
import type { Waiting } from '../../../../electron/main/vendors/waiting';
import {
  aLargeTeam,
  aTeam,
  RingoverStandIn,
  ringoverKey,
  type RingoverStandInOptions,
  type StandInTeam,
} from '../../../support/vendors/ringover-stand-in';

/** A clock on which waiting takes no time, and which both sides go by. */
class QuickClock implements Waiting {
  private at = 0;
  now = (): number => this.at;
  wait = (ms: number): Promise<void> => {
    this.at += Math.max(0, ms);
    return Promise.resolve();
  };
}

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function standIn(
  team: StandInTeam = aTeam(),
  options: RingoverStandInOptions = {},
  key = ringoverKey,
): Promise<{ readonly vendor: RingoverStandIn; readonly client: RingoverClient; readonly clock: QuickClock }> {
  const clock = new QuickClock();
  const vendor = new RingoverStandIn(team, { now: clock.now, ...options });
  const base = await vendor.listen();
  const client = new RingoverClient({ key, standIn: base, waiting: clock, patienceMs: 2_000 });
  open.push(client, vendor);
  return { vendor, client, clock };
}

const signal = new AbortController().signal;
const reading = { signal, onProgress: () => undefined };

async function readWhole(client: RingoverClient) {
  const read = await readRingover(client, reading);
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return read.value;
}

const invite: RingoverCall = {
  call: 'invite',
  userId: 'dora',
  firstName: 'Dora',
  lastName: 'Dyk',
  email: 'dora@office.example',
  number: '+4930901804',
  planId: '2',
  invitedBy: '101',
};

describe('reading the account', () => {
  it('finds team, plans, people, all numbers, menus and members, below two calls a second', async () => {
    const { vendor, client } = await standIn();
    const account = await readWhole(client);
    expect(account).toMatchObject({
      team: { id: '77', name: 'Sunrise Office' },
      plans: [{ name: 'Smart', used: 1, bought: 3 }, { name: 'Business' }],
      users: [{ id: '101', email: 'ada@office.example', numbers: ['+4930901801'] }, { id: '102' }, { id: '103' }],
      menus: [
        { kind: 'ivr', numbers: ['+4930901800'] },
        { kind: 'queue', users: ['101', '102'] },
      ],
      gaps: [],
    });
    expect(account.numbers).toHaveLength(6);
    expect(vendor.server.seen.filter((one) => one.startsWith('GET'))).toEqual(vendor.server.seen);
  });

  it('goes through lists of a thousand, and through the members of a group, until an empty page', async () => {
    const { client } = await standIn(aLargeTeam(2_500));
    const account = await readWhole(client);
    expect(account.users).toHaveLength(2_500);
    expect(account.numbers).toHaveLength(2_500);
    expect(account.menus[0]?.users).toHaveLength(2_500);
  });

  it('takes 204 and an empty 200 for an empty list', async () => {
    const { client } = await standIn({ ...aTeam(), ivrs: [], groups: [] });
    expect((await readWhole(client)).menus).toEqual([]);
  });

  it('waits when it is told that it was too fast, and goes on', async () => {
    const { vendor, client, clock } = await standIn();
    vendor.faults.plan(/GET \/users/, 'tooMany', 2);
    expect((await readWhole(client)).users).toHaveLength(3);
    expect(clock.now()).toBeGreaterThan(3_000);
  });

  it('gives up when the vendor stays busy', async () => {
    const { vendor, client } = await standIn();
    vendor.faults.plan(/GET \/users/, 'tooMany', 100);
    expect(await readRingover(client, reading)).toEqual({ ok: false, failure: { kind: 'tooMany' } });
  });

  it.each(['cutOff', 'lost'] as const)('reads again what was %s on the way', async (fault) => {
    const { vendor, client } = await standIn();
    vendor.faults.plan(/GET \/numbers/, fault, 2);
    expect((await readWhole(client)).numbers).toHaveLength(6);
  });

  it('says so where the answer never comes whole', async () => {
    const { vendor, client } = await standIn();
    vendor.faults.plan(/GET \/users/, 'cutOff', 100);
    expect(await readRingover(client, reading)).toMatchObject({ failure: { kind: 'noAnswer', reason: 'lost' } });
  });

  it('follows no redirect, so that the key goes nowhere else', async () => {
    const { vendor, client } = await standIn();
    vendor.faults.plan(/GET \/teams/, 'redirect');
    expect(await readRingover(client, reading)).toMatchObject({ failure: { kind: 'noAnswer', reason: 'redirected' } });
  });

  it('says that an answer is no data where it is a page of something else', async () => {
    const { vendor, client } = await standIn();
    vendor.faults.plan(/GET \/users/, 'notJson');
    expect(await readRingover(client, reading)).toMatchObject({ failure: { kind: 'unreadable' } });
  });

  it('can be stopped', async () => {
    const { client } = await standIn();
    const control = new AbortController();
    const read = readRingover(client, {
      signal: control.signal,
      onProgress: ({ done }) => done === 2 && control.abort(),
    });
    expect(await read).toEqual({ ok: false, failure: { kind: 'stopped' } });
  });
});

describe('401', () => {
  it.each([
    ['a key that nobody knows', 'another-key-than-theirs', 'Invalid user'],
    ['a key of the US on the host of Europe', 'US_stand-in-key', 'Invalid user'],
    ['Bearer before the key', `Bearer ${ringoverKey}`, 'Missing API key'],
  ])('is a wrong key for %s', async (_name, key, said) => {
    const { client } = await standIn(aTeam(), {}, key);
    expect(await readRingover(client, reading)).toEqual({ ok: false, failure: { kind: 'wrongKey', said } });
  });

  it('is a missing right where the key itself is known', async () => {
    const { client } = await standIn(aTeam(), { keys: [{ key: ringoverKey, owner: 101, users: 'none' }] });
    expect(await readRingover(client, reading)).toMatchObject({
      failure: { kind: 'rightMissing', right: 'usersRead' },
    });
  });

  it('for numbers and menus leaves a gap that is named', async () => {
    const { client } = await standIn(aTeam(), {
      keys: [{ key: ringoverKey, owner: 101, numbers: 'none', ivrs: 'none' }],
    });
    const account = await readWhole(client);
    expect(account.gaps).toEqual(['numbers', 'ivrs']);
    expect(account.users).toHaveLength(3);
  });

  it('without Monitoring means that the list of people is not whole', async () => {
    const { client } = await standIn(aTeam(), { keys: [{ key: ringoverKey, owner: 101, monitoring: false }] });
    const account = await readWhole(client);
    expect(account.gaps).toContain('someUsers');
    expect(account.users.map(({ id }) => id)).toEqual(['101']);
  });
});

describe('sending', () => {
  const push = (
    client: RingoverClient,
    calls: readonly RingoverCall[],
    control = new AbortController(),
    onProgress = (_done: number) => undefined as unknown,
  ) => pushRingover(client, calls, { signal: control.signal, onProgress: ({ done }) => void onProgress(done) });

  it('invites once, and learns the id', async () => {
    const { vendor, client } = await standIn();
    expect(await push(client, [invite])).toEqual([
      { call: invite, state: 'done', vendorId: expect.any(String) as unknown },
    ]);
    expect(vendor.invited).toEqual(['dora@office.example']);
  });

  it('does not invite twice where the answer was lost: it reads again, and finds it done', async () => {
    const { vendor, client } = await standIn();
    vendor.faults.plan(/POST \/users\/invite/, 'lost');
    expect(await push(client, [invite])).toMatchObject([{ state: 'done' }]);
    expect(vendor.invited).toEqual(['dora@office.example']);
  });

  it('says unknown where nobody can see what became of it, and sends it no second time', async () => {
    const { vendor, client } = await standIn();
    vendor.faults.plan(/POST \/users\/invite/, 'lostUndone');
    expect(await push(client, [invite])).toMatchObject([{ state: 'unknown' }]);
    expect(vendor.server.seen.filter((one) => one === 'POST /v2/users/invite')).toHaveLength(1);
  });

  it('ends with a list where people cannot be read again', async () => {
    const { vendor, client } = await standIn();
    const archive: RingoverCall = { call: 'archive', vendorUser: '103' };
    vendor.faults.plan(/POST \/users\/invite/, 'lost');

    const before = vendor.server.seen.length;
    const sending = push(client, [invite, archive], undefined, (done) => {
      // From the first call on nobody can be read any more.
      if (done === 0) vendor.faults.plan(/GET \/users/, 'broken', 100);
    });
    expect(await sending).toMatchObject([{ state: 'unknown' }, { state: 'notSent' }]);
    expect(vendor.server.seen.slice(before).filter((one) => one.startsWith('DELETE'))).toEqual([]);
  });

  it('does not invite somebody who is there already', async () => {
    const { vendor, client } = await standIn();
    expect(await push(client, [{ ...invite, email: 'BEN@office.example' }])).toMatchObject([
      { state: 'done', vendorId: '102' },
    ]);
    expect(vendor.invited).toEqual([]);
  });

  it('archives, routes and changes members, and never deletes', async () => {
    const { vendor, client } = await standIn();
    const calls: readonly RingoverCall[] = [
      { call: 'archive', vendorUser: '103' },
      { call: 'route', number: '+4930901804', to: { kind: 'user', id: '101' } },
      { call: 'addMembers', vendorGroup: '51', vendorUsers: ['103'] },
      { call: 'removeMembers', vendorGroup: '51', vendorUsers: ['102'] },
    ];
    expect((await push(client, calls)).map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done']);
    expect(vendor.team.users.find(({ user_id }) => user_id === 103)?.isArchived).toBe(true);
    expect(vendor.team.numbers.find(({ number }) => number === 4930901804)?.user_id).toBe(101);
    expect(vendor.team.groups[0]?.users).toEqual([101, 103]);
    expect(vendor.team.numbers).toHaveLength(6);
  });

  it('that is stopped says what was done and what was not', async () => {
    const { vendor, client } = await standIn();
    const control = new AbortController();
    const calls: readonly RingoverCall[] = ['101', '102', '103'].map((vendorUser) => ({ call: 'archive', vendorUser }));
    const sent = await push(client, calls, control, (done) => done === 1 && control.abort());
    expect(sent.map(({ state }) => state)).toEqual(['done', 'notSent', 'notSent']);
    expect(vendor.team.users.filter(({ isArchived }) => isArchived === true)).toHaveLength(1);
  });

  it('goes on after a call that the vendor refuses', async () => {
    const { client } = await standIn();
    const sent = await push(client, [
      { call: 'route', number: '+4930111', to: { kind: 'user', id: '101' } },
      { call: 'archive', vendorUser: '103' },
    ]);
    expect(sent).toMatchObject([{ state: 'failed', failure: { kind: 'refused', status: 404 } }, { state: 'done' }]);
  });
});
