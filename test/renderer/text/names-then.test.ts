import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { namesThen } from '../../../renderer/src/text/acts/names-then';
import { english } from '../../../renderer/src/text/english';
import { textWriter } from '../../../renderer/src/text/text';
import { anAccount } from '../../support/an-account';

const writer = textWriter(createIntl({ locale: 'en-GB', messages: { ...english } }));
const account = anAccount().withUser('Zora', 'root').withUser('Lena', 'root').done('user.remove', { userId: 'Zora' });
const { model, records } = account.replica;
const [creation, , removal] = records.slice(-3);

describe('names as they were when an act was done', () => {
  it('call somebody by name in the act that removed them', () => {
    expect(namesThen(model, removal?.changes ?? [], writer).user('Zora')).toBe('Zora');
    expect(namesThen(model, creation?.changes ?? [], writer).user('Zora')).toBe('Zora');
  });

  it('call somebody who is gone by name in other acts too, where the removal is known', () => {
    expect(namesThen(model, [], writer).user('Zora')).toBe('a person who is gone');
    const removalOf = (id: string) => removal?.changes.find((change) => change.id === id && change.after === undefined);
    expect(namesThen(model, [], writer, removalOf).user('Zora')).toBe('Zora');
    expect(namesThen(model, [], writer, removalOf).thing('Zora')).toBe('Zora');
    expect(namesThen(model, [], writer, removalOf).user('Lena')).toBe('Lena');
  });
});
