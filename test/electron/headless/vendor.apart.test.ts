import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AccountInAFolder, trellis } from '../../support/a-shared-account';
import { PanelStandIn, panelPassword } from '../../support/vendors/panel-stand-in';
import { aTeam, RingoverStandIn, ringoverKey } from '../../support/vendors/ringover-stand-in';

// Two calls a second are tested with the client; here nobody waits for them.
vi.mock('../../../electron/main/vendors/waiting', () => ({
  realWaiting: { now: () => 0, wait: () => Promise.resolve() },
}));

let vendor: RingoverStandIn;
let panel: PanelStandIn;
let base: string;
let address: string;
let account: AccountInAFolder;

beforeEach(async () => {
  vendor = new RingoverStandIn(aTeam());
  panel = new PanelStandIn();
  base = await vendor.listen();
  address = (await panel.listen()).replace('http://', '');
  vi.stubEnv('TRELLIS_RINGOVER_KEY', ringoverKey);
  vi.stubEnv('TRELLIS_PANEL_PASSWORD', panelPassword);
  account = await AccountInAFolder.made([
    { do: 'group.create', args: { id: 'office', parentId: 'root', kind: 'office', name: 'Office' } },
    { do: 'group.create', args: { id: 'b', parentId: 'root', kind: 'building', name: 'House 3' } },
    { do: 'group.create', args: { id: 'f', parentId: 'b', kind: 'floor', name: 'Floor 1' } },
    { do: 'group.create', args: { id: 'a1', parentId: 'f', kind: 'apartment', name: 'Apartment 101' } },
    { do: 'group.create', args: { id: 'a2', parentId: 'f', kind: 'apartment', name: 'Penthouse' } },
  ]);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await vendor.close();
  await panel.close();
});

async function ringover(verb: string, ...more: readonly string[]) {
  const { code, lines } = await trellis(
    'vendor',
    'ringover',
    verb,
    '--store',
    account.address,
    '--as',
    'owner',
    '--group',
    'office',
    '--stand-in',
    base,
    '--json',
    ...more,
  );
  return { code, answer: JSON.parse(lines.join('\n')) as Record<string, unknown> };
}

async function onPanel(verb: string, ...more: readonly string[]) {
  const { code, lines } = await trellis(
    'vendor',
    'panel',
    verb,
    '--store',
    account.address,
    '--as',
    'owner',
    '--group',
    'b',
    '--panel',
    address,
    '--json',
    ...more,
  );
  return { code, answer: JSON.parse(lines.join('\n')) as Record<string, unknown> };
}

describe('trellis vendor ringover', () => {
  it('pulls only with --apply, is nothing to do the second time, and pushes a joiner once', async () => {
    const before = await account.digest();
    expect(await ringover('pull')).toMatchObject({ code: 0, answer: { acts: expect.any(Array) as unknown } });
    expect(await account.digest()).toBe(before);
    expect(await ringover('pull', '--apply')).toMatchObject({
      code: 0,
      answer: { applied: { commit: expect.any(String) as unknown } },
    });
    expect(await ringover('pull', '--apply')).toMatchObject({ code: 0, answer: { acts: [] } });

    const opened = await account.open();
    const [spare] = [...opened.replica.model.rows('numbers')].filter(({ value }) => value === '+4930901804');
    await opened.close();
    await account.act({
      do: 'batch',
      args: {
        do: [
          {
            do: 'user.create',
            args: { id: 'dora', groupId: 'office', name: 'Dora Dyk', email: 'dora@office.example' },
          },
          { do: 'seat.assign', args: { userId: 'dora', typeId: 'ringover.smart', numberId: spare?.id } },
        ],
      },
    });
    expect(await ringover('push')).toMatchObject({
      code: 0,
      answer: { requests: [{ method: 'POST', path: '/users/invite' }] },
    });
    expect(vendor.invited).toEqual([]);
    vendor.faults.plan(/POST \/users\/invite/, 'lost');
    expect(await ringover('push', '--send')).toMatchObject({ code: 0, answer: { sent: [{ state: 'done' }] } });
    expect(await ringover('push', '--send')).toMatchObject({ code: 0, answer: { requests: [] } });
    expect(vendor.invited).toEqual(['dora@office.example']);
  });

  it('leaves out a line that is left out, and asks what a plan is that its name does not tell', async () => {
    vendor.team.plans.push({ plan_id: 9, plan_name: 'Fax', nb_licences_used: 0, nb_licences: 1 });
    const leave = ['--leave', 'user 103', '--leave', 'user 102'] as const;
    expect(await ringover('pull', ...leave, '--apply')).toMatchObject({
      code: 2,
      answer: { error: { code: 'PLANS_UNCLEAR' } },
    });
    expect(await ringover('pull', ...leave, '--plan', 'Fax=-', '--apply')).toMatchObject({ code: 0 });
    const opened = await account.open();
    expect([...opened.replica.model.rows('users')].map(({ name }) => name).sort()).toEqual(['Ada Albrecht', 'Owner']);
    await opened.close();
  });

  it('says what is wrong with a key, and never prints it', async () => {
    vi.stubEnv('TRELLIS_RINGOVER_KEY', 'another-key-than-theirs');
    const { code, answer } = await ringover('compare');
    expect({ code, answer }).toEqual({ code: 2, answer: { error: { kind: 'wrongKey', said: 'Invalid user' } } });
    expect(JSON.stringify(answer)).not.toContain('another-key');
  });
});

describe('trellis vendor panel', () => {
  it('writes a building with --send, keeps the panel as a device, and has nothing to do the second time', async () => {
    expect(await onPanel('compare')).toMatchObject({
      code: 0,
      answer: {
        lines: [
          { state: 'new' },
          { state: 'unaddressed', problems: [{ part: 'room', problem: 'none', groupId: 'a2' }] },
        ],
      },
    });
    expect(await onPanel('write')).toMatchObject({ code: 0 });
    expect(panel.apartments).toEqual([]);
    expect(await onPanel('write', '--send')).toMatchObject({
      code: 0,
      answer: { written: [{ state: 'done', said: ['created'] }] },
    });
    expect(panel.apartments).toMatchObject([
      { apartment_address: { building: 3, unit: 0, floor: 1, room: 1 }, apartment_name: 'Apartment 101' },
    ]);
    const again = await onPanel('write', '--send');
    expect(again).toMatchObject({ code: 0, answer: { lines: [{ state: 'same' }, {}] } });
    const opened = await account.open();
    expect([...opened.replica.model.rows('devices')]).toMatchObject([{ serial: '0123456789AB', groupId: 'b' }]);
    await opened.close();
  });
});
