import { afterEach, describe, expect, it } from 'vitest';
import { linkIdOf } from '#core/vendors/link-id';
import type { PanelItem } from '#core/vendors/panel';
import { panelBase, PanelClient } from '../../../../electron/main/vendors/panel-client';
import { writePanel } from '../../../../electron/main/vendors/panel-write';
import { panelPassword, PanelStandIn, type PanelStandInOptions } from '../../../support/vendors/panel-stand-in';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function standIn(options: PanelStandInOptions = {}, password = panelPassword) {
  const panel = new PanelStandIn(options);
  const base = panelBase(await panel.listen());
  if (!base.ok) throw new Error('no address');
  const client = new PanelClient(base.value, { user: 'admin', password }, 2_000);
  open.push(client, panel);
  return { panel, client };
}

const signal = new AbortController().signal;
const quietly = (): void => undefined;

function items(count: number): readonly PanelItem[] {
  return Array.from({ length: count }, (_, index) => ({
    linkId: linkIdOf(`a${String(index)}`),
    address: { building: 1, unit: 0, floor: Math.floor(index / 50), room: index % 50 },
    name: `Apartment ${String(index)}`,
    residents: 0,
  }));
}

describe('the address of a panel', () => {
  it.each(['192.168.1.20', '10.0.0.5:8080', 'http://172.16.4.4', 'panel.local', '127.0.0.1:7411', '[fe80::1]'])(
    '%s is one',
    (typed) => {
      expect(panelBase(typed).ok).toBe(true);
    },
  );
  it.each([
    ['8.8.8.8', 'notOnSite'],
    ['panel.example.org', 'notOnSite'],
    ['172.32.0.1', 'notOnSite'],
    ['http://admin:x@10.0.0.5', 'notAnAddress'],
    ['10.0.0.5/api', 'notAnAddress'],
    ['ftp://10.0.0.5', 'notAnAddress'],
    ['', 'notAnAddress'],
  ])('%s is none, as %s', (typed, kind) => {
    expect(panelBase(typed)).toEqual({ ok: false, failure: { kind } });
  });
});

describe('a panel', () => {
  it.each(['v0', 'v1'] as const)(
    'of %s tells serial and model without a password, and what it holds with one',
    async (api) => {
      const { panel, client } = await standIn({ api });
      panel.add({ building: 1, unit: 0, floor: 0, room: 1 }, 'Caretaker');
      const read = await client.read(signal, quietly);
      expect(read).toMatchObject({
        ok: true,
        value: {
          info: { serial: '0123456789AB', model: 'AA-12FB', api },
          isManaged: false,
          apartments: [{ name: 'Caretaker', linkId: null }],
        },
      });
    },
  );

  it('with another password says so', async () => {
    const { client } = await standIn({}, 'wrong');
    expect(await client.read(signal, quietly)).toEqual({ ok: false, failure: { kind: 'wrongPassword' } });
  });

  it.each([false, true])('is read page by page, with uid left out: %s', async (leavesUidOut) => {
    const { panel, client } = await standIn({ leavesUidOut });
    for (const { address, name, linkId } of items(120)) panel.add(address, name, linkId);
    const read = await client.apartments(signal);
    expect(read.ok && read.value.length).toBe(120);
  });

  it('that forgets its token is logged in to again, at any call', async () => {
    const { panel, client } = await standIn({ callsAToken: 2 });
    const report = await writePanel(client, items(160), signal, quietly);
    expect(report.ok && report.value.written.every(({ state }) => state === 'done')).toBe(true);
    expect(panel.apartments).toHaveLength(160);
    expect(panel.server.seen.filter((one) => one.endsWith('/login')).length).toBeGreaterThan(2);
  });

  it('is written by our ids, so the same again changes instead of making', async () => {
    const { panel, client } = await standIn();
    await writePanel(client, items(3), signal, quietly);
    const renamed = items(3).map((item) => ({ ...item, name: `${item.name} new` }));
    const report = await writePanel(client, renamed, signal, quietly);
    expect(report).toMatchObject({ ok: true, value: { written: [{ state: 'done', said: ['updated'] }, {}, {}] } });
    expect(panel.apartments.map(({ apartment_name }) => apartment_name)).toEqual(renamed.map(({ name }) => name));
  });

  it('whose answer is lost holds everything once', async () => {
    const { panel, client } = await standIn();
    panel.faults.plan(/POST .*link/, 'lost');
    panel.faults.plan(/POST .*link/, 'cutOff');
    const report = await writePanel(client, items(60), signal, quietly);
    expect(report.ok && report.value.written.filter(({ state }) => state === 'done')).toHaveLength(60);
    expect(panel.apartments).toHaveLength(60);
  });

  it('says of each apartment what became of it, in its own words', async () => {
    const { panel, client } = await standIn();
    panel.add({ building: 1, unit: 0, floor: 0, room: 1 }, 'Caretaker');
    const report = await writePanel(client, items(3), signal, quietly);
    expect(report.ok && report.value.written.map(({ state, said }) => [state, said])).toEqual([
      ['done', ['created']],
      ['failed', ['has_dublicates']],
      ['done', ['created']],
    ]);
  });

  it('that a server manages is read, and never written', async () => {
    const { panel, client } = await standIn({ isManaged: true });
    expect(await client.read(signal, quietly)).toMatchObject({ ok: true, value: { isManaged: true } });
    expect(await writePanel(client, items(1), signal, quietly)).toEqual({ ok: false, failure: { kind: 'managed' } });
    expect(panel.server.seen.filter((one) => one.startsWith('POST'))).toEqual([]);
  });

  it('that is stopped in the middle leaves a list of what was written and what was not', async () => {
    const { panel, client } = await standIn();
    const control = new AbortController();
    const report = await writePanel(client, items(160), control.signal, ({ done }) => done === 50 && control.abort());
    const states = report.ok ? report.value.written.map(({ state }) => state) : [];
    expect(states.filter((state) => state === 'done')).toHaveLength(panel.apartments.length);
    expect(states.filter((state) => state === 'notSent')).toHaveLength(160 - panel.apartments.length);
    expect(panel.apartments.length).toBeGreaterThan(0);
  });

  it('gives its token back', async () => {
    const { panel, client } = await standIn();
    await client.read(signal, quietly);
    await client.leave();
    expect(panel.server.seen.at(-1)).toBe('POST /api/v1/logout');
  });

  it('follows no redirect', async () => {
    const { panel, client } = await standIn();
    panel.faults.plan(/GET .*items/, 'redirect');
    expect(await client.read(signal, quietly)).toMatchObject({ failure: { kind: 'noAnswer', reason: 'redirected' } });
  });
});
