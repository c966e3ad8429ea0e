import { describe, expect, it } from 'vitest';
import { needleOf } from '../../../../renderer/src/parts/search/needle';
import { SearchIndex } from '../../../../renderer/src/parts/search/search-index';
import { anAccount, type AccountBuilder } from '../../../support/an-account';

/** An index that is told of what an account does from now on. */
function indexed(account: AccountBuilder): {
  readonly find: (typed: string) => readonly string[];
  readonly done: (name: string, args: unknown) => void;
} {
  const index = new SearchIndex(account.replica.model);
  return {
    find(typed) {
      const needle = needleOf(typed);
      if (needle === null) return [];
      const steps = index.search(needle);
      for (;;) {
        const step = steps.next();
        if (step.done === true) return step.value.flatMap(({ kind, ids }) => ids.map((id) => `${kind} ${id}`));
      }
    },
    done(name, args) {
      account.done(name, args);
      const records = account.replica.records;
      index.note(records[records.length - 1]?.changes ?? []);
    },
  };
}

function anOffice(): AccountBuilder {
  return anAccount()
    .withPurchase('plus', 'link.plus', 10)
    .done('group.create', { id: 'sunrise', parentId: 'root', kind: 'complex', name: 'Sunrise', code: 'SUN-7' })
    .done('user.create', {
      id: 'ada',
      groupId: 'sunrise',
      name: 'Ada Müller',
      email: 'ada@example.org',
      phone: '+49 30 555-0199',
    })
    .withNumber('line', '+4930555100')
    .done('number.range', { id: 'range', from: '2000', to: '2999' })
    .done('device.register', { groupId: 'sunrise', serial: 'AA-12-0042', model: 'Panel 7' })
    .done('menu.create', { id: 'desk', groupId: 'sunrise', kind: 'ivr', name: 'Front desk' });
}

describe('search everywhere', () => {
  it('finds groups by name and code, people by name, mail and phone, and the rest by what is written on it', () => {
    const { find } = indexed(anOffice());
    expect(find('sunrsie')).toEqual(['groups sunrise']);
    expect(find('sun-7')).toEqual(['groups sunrise']);
    expect(find('mueller')).toEqual(['users ada']);
    expect(find('ada@exam')).toEqual(['users ada']);
    expect(find('+49 30 5550199')).toEqual(['users ada']);
    expect(find('030 555100')).toEqual([]);
    expect(find('30 555 100')).toEqual(['numbers line']);
    expect(find('aa-12')).toHaveLength(1);
    expect(find('panel')[0]).toMatch(/^devices /);
    expect(find('front dsek')).toEqual(['menus desk']);
    expect(find('plus')).toEqual(['blocks plus']);
  });

  it('finds the range in which a number lies', () => {
    const { find } = indexed(anOffice());
    expect(find('2417')).toEqual(['ranges range']);
    expect(find('2000')).toEqual(['ranges range']);
    expect(find('3000')).toEqual([]);
  });

  it('follows what is renamed, made and removed', () => {
    const { find, done } = indexed(anOffice());
    expect(find('sunrise')).toEqual(['groups sunrise']);
    done('group.update', { groupId: 'sunrise', set: { name: 'Sunset' } });
    done('group.create', { id: 'mill', parentId: 'root', kind: 'complex', name: 'Old Mill' });
    done('user.remove', { userId: 'ada' });
    expect(find('sunrise')).toEqual([]);
    expect(find('sunset')).toEqual(['groups sunrise']);
    expect(find('mill')).toEqual(['groups mill']);
    expect(find('ada')).toEqual([]);
  });

  it('puts the kind with the best hit first', () => {
    const account = anOffice()
      .done('group.create', { id: 'house', parentId: 'sunrise', kind: 'building', name: 'Panel house' })
      .done('user.create', { id: 'panel', groupId: 'sunrise', name: 'Panel' });
    expect(
      indexed(account)
        .find('panel')
        .map((line) => line.split(' ')[0]),
    ).toEqual(['users', 'groups', 'devices']);
  });
});
