import { describe, expect, it } from 'vitest';
import { nearestFirst } from '../../../../renderer/src/parts/groups';
import { anAccount } from '../../../support/an-account';

describe('people in the order in which they are most likely meant', () => {
  const rows = anAccount()
    .withGroup('office', 'office')
    .withGroup('sales', 'department', 'office')
    .withGroup('care', 'department', 'office')
    .withGroup('site', 'complex')
    .withUser('Far', 'site')
    .withUser('Next', 'care')
    .withUser('Near', 'sales').replica.model;
  const names = (groupId: string): readonly string[] =>
    nearestFirst(rows, groupId, rows.rows('users')).map(({ name }) => name);

  it('are those of the group, then those of its office, then all others', () => {
    expect(names('sales').filter((name) => ['Far', 'Next', 'Near'].includes(name))).toEqual(['Near', 'Next', 'Far']);
  });

  it('stay as they are in the account itself', () => {
    expect(names('root')).toEqual([...rows.rows('users')].map(({ name }) => name));
  });
});
