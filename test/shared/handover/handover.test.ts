import { describe, expect, it } from 'vitest';
import { codeOf, groupOfCode } from '#core/handover/card-code';
import { handoverOf, type Handover, type HandoverAsk } from '#core/handover/handover';
import { anAccount, type AccountBuilder } from '../../support/an-account';

const day = '2026-06-01';

function handedOver(account: AccountBuilder, groupId: string): Handover | null {
  const ask: HandoverAsk = (query, args) => account.ask(query, args) as ReturnType<typeof ask>;
  return handoverOf(account.replica.model, ask, groupId, day);
}

describe('what the papers of a handover say', () => {
  it('puts each place into its building, with its people, their licenses and numbers, and its devices', () => {
    const account = anAccount()
      .withPurchase('bought', 'ringover.smart', 3)
      .withPurchase('plus', 'link.plus', 3)
      .withGroup('site', 'complex')
      .withGroup('house', 'building', 'site')
      .withGroup('floor', 'floor', 'house')
      .withGroup('flat', 'apartment', 'floor')
      .withGroup('yard', 'custom', 'site')
      .withUser('ann', 'flat')
      .withNumber('n1', '+4930901801')
      .done('number.attach', { numberId: 'n1', to: { userId: 'ann' } })
      .done('number.add', { id: 'n2', kind: 'sip', value: '4711' })
      .done('number.attach', { numberId: 'n2', to: { groupId: 'yard' } })
      .done('device.register', { groupId: 'flat', serial: 'S-1', model: 'AA-12' })
      .withGroup('elsewhere', 'complex')
      .withUser('zoe', 'elsewhere');
    const handover = handedOver(account, 'site');
    expect(handover?.sections).toMatchObject([
      {
        id: 'house',
        places: [
          {
            id: 'flat',
            path: ['floor'],
            people: [{ name: 'ann', numbers: ['+4930901801'] }],
            devices: [{ model: 'AA-12', serial: 'S-1' }],
          },
        ],
      },
      { id: 'site', places: [{ id: 'yard', path: [], numbers: ['4711'], people: [] }] },
    ]);
    expect(handover?.counts).toContainEqual({ kind: 'apartment', count: 1 });
    expect(JSON.stringify(handover)).not.toContain('zoe');
  });

  it('names the pool above where the licenses are shared, and the blocks of its own where they are not', () => {
    const account = anAccount()
      .withPurchase('bought', 'link.plus', 9)
      .withGroup('site', 'complex')
      .withGroup('other', 'complex')
      .withPool('site', [{ typeId: 'link.plus', quantity: 4, validUntil: '2026-06-20' }]);
    expect(handedOver(account, 'other')).toMatchObject({ sharedPool: 'Account', licenses: [] });
    expect(handedOver(account, 'site')).toMatchObject({
      sharedPool: null,
      licenses: [{ groupName: 'site', license: 'link.plus', quantity: 4, validUntil: '2026-06-20' }],
    });
  });

  it('lists what is open inside and nothing else', () => {
    const account = anAccount()
      .withPurchase('bought', 'link.plus', 9)
      .withGroup('site', 'complex')
      .withPool('site', [{ typeId: 'link.plus', quantity: 4, validUntil: '2026-06-20' }])
      .withGroup('empty', 'apartment', 'site')
      .withGroup('elsewhere', 'complex');
    const open = handedOver(account, 'site')?.open ?? [];
    expect(open).toContainEqual(expect.objectContaining({ kind: 'vacant', names: ['empty'] }));
    expect(open).toContainEqual(
      expect.objectContaining({ kind: 'ends', license: 'link.plus', quantity: 4, day: '2026-06-20' }),
    );
    expect(open).toContainEqual(expect.objectContaining({ kind: 'draft', names: ['site'] }));
    expect(JSON.stringify(open)).not.toContain('elsewhere');
  });

  it('names apartments without anybody by the floor they are on', () => {
    const account = anAccount()
      .withGroup('site', 'complex')
      .withGroup('House1', 'building', 'site')
      .withGroup('1st', 'floor', 'House1')
      .withGroup('2nd', 'floor', 'House1')
      .withGroup('a', 'apartment', '1st')
      .withGroup('b', 'apartment', '1st')
      .withGroup('c', 'apartment', '2nd')
      .withUser('Ann', 'b');
    const vacant = handedOver(account, 'site')?.open.filter(({ kind }) => kind === 'vacant') ?? [];
    expect(vacant.map(({ names, place }) => ({ names, place }))).toEqual([
      { names: ['a'], place: 'House1 › 1st' },
      { names: ['c'], place: 'House1 › 2nd' },
    ]);
  });

  it('names entrances without a panel by the building they are of', () => {
    const account = anAccount()
      .withGroup('site', 'complex')
      .withGroup('House1', 'building', 'site')
      .withGroup('A', 'entrance', 'House1')
      .withGroup('B', 'entrance', 'House1')
      .withGroup('floor', 'floor', 'B')
      .withGroup('C', 'entrance', 'House1')
      .done('device.register', { groupId: 'floor', serial: 'P-1' });
    const without = handedOver(account, 'site')?.open.filter(({ kind }) => kind === 'noPanel') ?? [];
    expect(without.map(({ names, place }) => ({ names, place }))).toEqual([
      { names: ['A', 'C'], place: 'site › House1' },
    ]);
  });

  it('is nothing for a group that is not there', () => {
    expect(handedOver(anAccount(), 'gone')).toBeNull();
  });
});

describe('the code of a card', () => {
  it('leads back to its group whatever its id, in plain letters', () => {
    for (const id of ['a1', 'act-1.2.3', 'Wöhnung 3/4', '%', 'trellis:x']) {
      expect(codeOf(id)).toMatch(/^[\x21-\x7e]+$/);
      expect(groupOfCode(` ${codeOf(id)}\n`)).toBe(id);
    }
  });
  it('is told from anything else that is typed', () => {
    for (const text of ['trellis', 'Ann', 'tel:+49', 'trellis:%']) expect(groupOfCode(text)).toBeNull();
  });
});
