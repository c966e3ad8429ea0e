import { describe, expect, it } from 'vitest';
import { anAccount, type AccountBuilder } from '../../support/an-account';

/** Two complexes with a house each, and somebody, a device and a number in the first one. */
function twoComplexes(): AccountBuilder {
  return anAccount()
    .withGroup('sunrise', 'complex')
    .withGroup('mill', 'complex')
    .withGroup('h1', 'building', 'sunrise')
    .withGroup('h9', 'building', 'mill')
    .withGroup('a1', 'apartment', 'h1')
    .withUser('ada', 'a1')
    .withUser('zoe', 'h9')
    .done('device.register', { id: 'panel', groupId: 'h1', serial: 'P-1' })
    .done('number.add', { id: 'n1', kind: 'sip', value: '4711' })
    .done('number.attach', { numberId: 'n1', to: { userId: 'ada' } })
    .done('number.detach', { numberId: 'n1' })
    .done('number.attach', { numberId: 'n1', to: { groupId: 'h9' } });
}

const inside = (account: AccountBuilder, entityId: string): readonly string[] =>
  account.ask('history', { entityId, inside: true }).map((entry) => entry.do);

describe('the history of a group', () => {
  it('has what happened in it, however far below, when that is asked for', () => {
    const account = twoComplexes();
    expect(account.ask('history', { entityId: 'h1' }).map((entry) => entry.do)).toEqual([
      'device.register',
      'group.create',
    ]);
    expect(inside(account, 'h1')).toEqual([
      'number.detach',
      'number.attach',
      'device.register',
      'user.create',
      'group.create',
      'group.create',
    ]);
    expect(inside(account, 'mill')).toEqual(['number.attach', 'user.create', 'group.create', 'group.create']);
  });

  it('has the act that generated people in it, and what went out of it, gone or not', () => {
    const account = twoComplexes()
      .done('group.generate', {
        parentId: 'h1',
        plan: {
          kind: 'apartment',
          count: 2,
          name: 'Apartment {n}',
          code: '',
          start: 5,
          pad: 0,
          numbering: 'perParent',
        },
      })
      .done('user.update', { userId: 'ada', set: { name: 'Ada A.' } })
      .done('user.move', { userId: 'ada', groupId: 'h9' })
      .done('group.delete', { groupId: 'a1' })
      .done('user.update', { userId: 'ada', set: { name: 'Ada' } });
    expect(inside(account, 'h1').slice(0, 4)).toEqual(['group.delete', 'user.move', 'user.update', 'group.generate']);
    expect(inside(account, 'mill').slice(0, 2)).toEqual(['user.update', 'user.move']);
    const gone = twoComplexes()
      .withGroup('wing', 'custom', 'h1')
      .withGroup('w1', 'apartment', 'wing')
      .withUser('will', 'w1')
      .done('group.delete', { groupId: 'wing' });
    expect(inside(gone, 'wing')).toEqual(['group.delete', 'user.create', 'group.create', 'group.create']);
  });

  it('follows what was moved: what lies in a group now came with it', () => {
    const account = twoComplexes()
      .withGroup('h2', 'building', 'sunrise')
      .done('group.move', { groupId: 'a1', parentId: 'h2' });
    expect(inside(account, 'h2').filter((name) => name !== 'group.create')).toEqual([
      'group.move',
      'number.detach',
      'number.attach',
      'user.create',
    ]);
  });
});
