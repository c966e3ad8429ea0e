import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SecretKeeper, type SecretBox } from '../../../../electron/main/servers/secret-keeper';
import { VendorDesk } from '../../../../electron/main/vendors/vendor-desk';
import { temporaryFolder } from '../../../support/temporary-folder';
import { PanelStandIn, panelPassword } from '../../../support/vendors/panel-stand-in';
import { aTeam, RingoverStandIn, ringoverKey } from '../../../support/vendors/ringover-stand-in';

vi.mock('../../../../electron/main/vendors/waiting', () => ({
  realWaiting: { now: () => 0, wait: () => Promise.resolve() },
}));

const keychain: SecretBox = {
  isEncryptionAvailable: () => true,
  encryptString: (text) => Buffer.from(`locked ${[...text].reverse().join('')}`),
  decryptString: (bytes) => [...bytes.toString().slice('locked '.length)].reverse().join(''),
};
const caller = { contentsId: 1 };
const ledger = 'ledger';

let vendor: RingoverStandIn;
let panel: PanelStandIn;
let profile: string;
let secrets: SecretKeeper;
let desk: ReturnType<VendorDesk['handlers']>;
let address: string;
const told: { readonly job: string }[] = [];

beforeEach(async () => {
  vendor = new RingoverStandIn(aTeam());
  panel = new PanelStandIn();
  const standIn = await vendor.listen();
  address = (await panel.listen()).replace('http://', '');
  profile = await temporaryFolder();
  secrets = await SecretKeeper.open(profile, keychain);
  desk = new VendorDesk({ secrets, standIn, standInPaceMs: 0, tell: (progress) => told.push(progress) }).handlers();
});
afterEach(async () => {
  await vendor.close();
  await panel.close();
});

const connect = (key: string) => desk['vendors.ringoverConnect']({ ledger, job: 'j', key }, caller);
const archive = { call: 'archive' as const, vendorUser: '103' };
const push = () => desk['vendors.ringoverPush']({ ledger, job: 'j', calls: [archive] }, caller);
const read = () => desk['vendors.ringoverRead']({ ledger, job: 'j' }, caller);
const readPanel = (password: string | null, keeps = false) =>
  desk['vendors.panelRead']({ ledger, job: 'j', address, user: 'admin', password, keeps }, caller);

describe('a key', () => {
  it('is tried, kept by the keychain, and never comes back', async () => {
    expect(await connect(` ${ringoverKey} `)).toEqual({ ok: true, value: { team: 'Sunrise Office', isKept: true } });
    expect(await desk['vendors.ringoverKey']({ ledger }, caller)).toEqual({
      ok: true,
      value: { isKnown: true, isKept: true },
    });
    const again = await SecretKeeper.open(profile, keychain);
    expect(again.isKept(`ringover:${ledger}`)).toBe(true);
    await desk['vendors.ringoverForget']({ ledger }, caller);
    expect(await read()).toEqual({ ok: false, failure: { kind: 'notConnected' } });
    expect((await SecretKeeper.open(profile, keychain)).isKnown(`ringover:${ledger}`)).toBe(false);
  });

  it('that nobody knows there, or that can be none, is not kept', async () => {
    expect(await connect('another-key-than-theirs')).toMatchObject({
      failure: { kind: 'wrongKey', said: 'Invalid user' },
    });
    expect(await connect('two words\r\nhost: elsewhere')).toMatchObject({ failure: { kind: 'wrongKey' } });
    expect(await desk['vendors.ringoverKey']({ ledger }, caller)).toMatchObject({ value: { isKnown: false } });
  });
});

describe('sending', () => {
  it('needs an account that was read since something was last sent', async () => {
    await connect(ringoverKey);
    expect(await push()).toEqual({ ok: false, failure: { kind: 'readFirst' } });
    await read();
    expect(await push()).toMatchObject({ ok: true, value: [{ state: 'done' }] });
    expect(await push()).toEqual({ ok: false, failure: { kind: 'readFirst' } });
    expect(told.every(({ job }) => job === 'j')).toBe(true);
  });
});

describe('the password of a panel', () => {
  it('is asked for once, and kept only when that is wanted', async () => {
    expect(await readPanel(null)).toEqual({ ok: false, failure: { kind: 'wrongPassword' } });
    expect(await readPanel(panelPassword)).toMatchObject({ ok: true });
    expect(await readPanel(null)).toMatchObject({ ok: true });
    const secret = `panel:${ledger}:${address}:admin`;
    expect((await SecretKeeper.open(profile, keychain)).isKnown(secret)).toBe(false);
    await readPanel(panelPassword, true);
    expect((await SecretKeeper.open(profile, keychain)).isKnown(secret)).toBe(true);
  });

  it('that lets nobody in is not kept', async () => {
    expect(await readPanel('wrong', true)).toEqual({ ok: false, failure: { kind: 'wrongPassword' } });
    expect(await readPanel(null)).toEqual({ ok: false, failure: { kind: 'wrongPassword' } });
  });
});
