import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkIdOf } from '#core/vendors/link-id';
import { panelRanges } from '#core/vendors/panel';
import { addressText, buildingOf, panelAddresses } from '#core/vendors/panel-addresses';
import { comparePanel, itemsToWrite, panelActs } from '#core/vendors/panel-compare';
import { anAccount, type AccountBuilder } from '../../support/an-account';

function aBuilding(): AccountBuilder {
  return anAccount()
    .withGroup('c', 'complex')
    .done('group.create', { id: 'b', parentId: 'c', kind: 'building', name: 'House 3' })
    .done('group.create', { id: 'e', parentId: 'b', kind: 'entrance', name: 'Entrance', code: '2' })
    .done('group.create', { id: 'f', parentId: 'e', kind: 'floor', name: 'Floor 3' })
    .done('group.create', { id: 'a1', parentId: 'f', kind: 'apartment', name: 'Apartment 301' })
    .done('group.create', { id: 'a2', parentId: 'f', kind: 'apartment', name: 'Apartment 302', code: '2' })
    .withUser('u', 'a1');
}

const of = (account: AccountBuilder) => panelAddresses(account.replica.model, 'b');

describe('the address of an apartment in a panel', () => {
  it('follows from codes, then from the only number in a name, with the floor taken off the number', () => {
    expect(of(aBuilding()).map(({ item }) => item && addressText(item.address))).toEqual(['3-2-3-1', '3-2-3-2']);
    expect(of(aBuilding())[0]?.item).toMatchObject({ name: 'Apartment 301', residents: 1, linkId: linkIdOf('a1') });
  });

  it.each([
    ['A', 1],
    ['3B', 2],
    ['3-C', 3],
    ['2', 2],
    ['H2', 2],
  ])('has %s as entrance %i', (code, unit) => {
    const account = aBuilding().done('group.update', { groupId: 'e', set: { code } });
    expect(of(account)[0]?.item?.address.unit).toBe(unit);
  });

  it('names the group to fill in where there is none, out of range, or twice', () => {
    const account = aBuilding()
      .done('group.create', { id: 'a3', parentId: 'f', kind: 'apartment', name: 'Penthouse' })
      .done('group.create', { id: 'a4', parentId: 'f', kind: 'apartment', name: 'Studio', code: '2' })
      .done('group.create', { id: 'cellar', parentId: 'e', kind: 'floor', name: 'Cellar', code: '-1' })
      .done('group.create', { id: 'a5', parentId: 'cellar', kind: 'apartment', name: '1' });
    expect(
      of(account).flatMap(({ groupId, problems }) =>
        problems.map((problem) => [groupId, problem.part, problem.problem, problem.groupId]),
      ),
    ).toEqual([
      ['a2', 'room', 'repeated', 'a2'],
      ['a3', 'room', 'none', 'a3'],
      ['a4', 'room', 'repeated', 'a4'],
      ['a5', 'floor', 'range', 'cellar'],
    ]);
  });

  it('is within the ranges of panels, and never twice, whatever the codes are', () => {
    const code = fc.oneof(fc.constantFrom('', 'EG', '-1', 'x', '1-2'), fc.integer({ min: 0, max: 12_000 }).map(String));
    fc.assert(
      fc.property(fc.array(fc.tuple(code, code), { maxLength: 8 }), (codes) => {
        const account = anAccount().done('group.create', {
          id: 'b',
          parentId: 'root',
          kind: 'building',
          name: 'B',
          code: '1',
        });
        codes.forEach(([floor, room], index) => {
          const n = String(index);
          account
            .done('group.create', { id: `f${n}`, parentId: 'b', kind: 'floor', name: `F${n}`, code: floor })
            .done('group.create', { id: `a${n}`, parentId: `f${n}`, kind: 'apartment', name: `A${n}`, code: room });
        });
        const found = of(account);
        const written = found.flatMap(({ item }) => (item === null ? [] : [item.address]));
        expect(found).toHaveLength(codes.length);
        expect(new Set(written.map(addressText)).size).toBe(written.length);
        for (const address of written)
          for (const [part, [least, most]] of Object.entries(panelRanges))
            expect(
              address[part as keyof typeof address] >= least && address[part as keyof typeof address] <= most,
            ).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('is asked for in the building of whatever is chosen', () => {
    const { model } = aBuilding().replica;
    expect([buildingOf(model, 'a1'), buildingOf(model, 'b'), buildingOf(model, 'c')]).toEqual(['b', 'b', null]);
  });
});

describe('a link id', () => {
  it('is a UUID that stays the same for a group', () => {
    expect(linkIdOf('a1')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(linkIdOf('a1')).toBe(linkIdOf('a1'));
    expect(linkIdOf('a1')).not.toBe(linkIdOf('a2'));
  });
});

describe('a building and a panel', () => {
  const there = (changes = {}) => ({
    uid: '1',
    linkId: linkIdOf('a1'),
    address: { building: 3, unit: 2, floor: 3, room: 1 },
    name: 'Apartment 301',
    residents: 1,
    ...changes,
  });

  it('differ in what is new, changed, taken, and only there', () => {
    const lines = comparePanel(of(aBuilding()), [
      there({ name: 'Old name' }),
      { uid: '2', linkId: null, address: { building: 3, unit: 2, floor: 3, room: 2 }, name: 'Caretaker', residents: 0 },
      { uid: '3', linkId: null, address: { building: 3, unit: 2, floor: 9, room: 9 }, name: 'Shop', residents: 0 },
    ]);
    expect(lines.map(({ name, state }) => [name, state])).toEqual([
      ['Apartment 301', 'changed'],
      ['Apartment 302', 'taken'],
      ['Shop', 'onlyThere'],
    ]);
    expect(itemsToWrite(lines, new Set()).map(({ name }) => name)).toEqual(['Apartment 301']);
    expect(itemsToWrite(lines, new Set(['here a1']))).toEqual([]);
  });

  it('are the same after a write, also where old firmware tells neither ids nor residents', () => {
    const items = of(aBuilding()).flatMap(({ item }) => (item === null ? [] : [item]));
    const full = items.map((item) => ({
      uid: null,
      linkId: item.linkId,
      address: item.address,
      name: item.name,
      residents: item.residents,
    }));
    const poor = items.map((item) => ({
      uid: null,
      linkId: null,
      address: item.address,
      name: item.name,
      residents: null,
    }));
    for (const apartments of [full, poor])
      expect(comparePanel(of(aBuilding()), apartments).every(({ state }) => state === 'same')).toBe(true);
  });
});

describe('a panel that answered', () => {
  const info = { serial: 'S-1', model: 'AA-12', name: '', firmware: '', api: 'v1' as const };

  it('becomes a device of the building with its address, once', () => {
    const account = aBuilding();
    const acts = panelActs(account.replica.model, { groupId: 'b', address: '10.0.0.5', info }, () => 'd', true);
    account.done('batch', { do: acts });
    expect(account.ask('devices', { groupId: 'b' })).toMatchObject([{ serial: 'S-1', model: 'AA-12' }]);
    expect(panelActs(account.replica.model, { groupId: 'b', address: '10.0.0.5', info }, () => 'd2', true)).toEqual([]);
  });
});
