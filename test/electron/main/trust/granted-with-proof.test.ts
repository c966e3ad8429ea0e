import { describe, expect, it } from 'vitest';
import type { GrantLetter } from '#core/ledger/grant-file';
import { MemoryStore } from '../../../../electron/main/stores/memory';
import { ComputerKeys, makeSecrets } from '../../../../electron/main/trust/computer-keys';
import { openGrantFile, signGrantFile } from '../../../../electron/main/trust/grant-signing';
import { aProtectedAccount, forge, TestComputer } from '../../../support/trust-world';

const giver = new ComputerKeys(makeSecrets());

function fileFor(toLedger: string, more: Partial<GrantLetter> = {}): object {
  const letter = {
    ...{
      kind: 'grant',
      id: 'g1',
      fromLedger: 'distributor',
      toLedger,
      toRoot: 'root',
      typeId: 'link.plus',
      quantity: 8,
    },
    ...more,
  } as GrantLetter;
  const opened = openGrantFile(signGrantFile(letter, giver));
  if (!opened.ok) throw new Error(opened.failure.kind);
  const { letter: file, key, sig } = opened.value;
  return { file, key, sig };
}

describe('S2 and D13, a file of another ledger in a protected account', () => {
  it('counts with the signature that it came with', async () => {
    const store = new MemoryStore();
    const { ledger, office } = await aProtectedAccount(store);
    office.done('owner', 'grant.accept', fileFor(ledger));
    await office.sync();
    const other = new TestComputer('other', ledger, store);
    await other.sync();
    expect(other.ask('grants', {})).toMatchObject([{ id: 'g1', quantity: 8, keys: [giver.public.key] }]);
  });

  it('does not count without one, nor with one for something else: every reader voids it', async () => {
    const store = new MemoryStore();
    const { ledger, office } = await aProtectedAccount(store);
    const { file, key, sig } = fileFor(ledger) as { readonly file: object; readonly key: string; readonly sig: string };
    expect(office.tried('owner', 'grant.accept', { file })).toMatchObject([{ rule: 'D13', problem: 'fileNotSigned' }]);
    await forge(
      store,
      ledger,
      { do: 'grant.accept', args: { file: { ...file, quantity: 800 }, key, sig } },
      office.keys,
    );
    const other = new TestComputer('other', ledger, store);
    await other.sync();
    expect(other.ask('grants', {})).toEqual([]);
    expect(other.ask('voided', {})).toMatchObject([{ refusals: [{ code: 'BAD_SIGNATURE' }] }]);
  });

  it('is taken in once, where two computers did so without knowing of each other', async () => {
    const store = new MemoryStore();
    const { ledger, office } = await aProtectedAccount(store);
    const laptop = new TestComputer('laptop', ledger, store);
    office.done('owner', 'key.certify', { userId: 'owner', ...laptop.keys.public, name: 'Laptop' });
    await office.sync();
    await laptop.sync();
    laptop.done('owner', 'grant.accept', fileFor(ledger));
    laptop.done('owner', 'grant.return', { id: 'g1', quantity: 8 });
    office.done('owner', 'grant.accept', fileFor(ledger));
    await office.sync();
    await laptop.sync();
    await office.sync();
    expect(laptop.ask('attention', {})).toMatchObject([
      { do: 'grant.accept', refusals: [{ code: 'DUPLICATE_ID', id: 'g1' }] },
    ]);
    expect(office.ask('grants', {})).toMatchObject([{ id: 'g1', quantity: 8, returned: 8 }]);
    expect(office.ask('pool', { groupId: 'root' }).types['link.plus']).toBeUndefined();
    expect(office.digest).toBe(laptop.digest);
  });
});
