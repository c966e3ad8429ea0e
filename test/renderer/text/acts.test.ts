import { describe, expect, it } from 'vitest';
import { actSentence } from '../../../renderer/src/text/acts/act-sentence';
import type { Names } from '../../../renderer/src/text/names';
import { problemsOfWriting, writerIn, writers } from '../../support/renderer/writers';
import { intentNames } from '#core/intents/registry';

const writer = writerIn('en');
const germanWriter = writerIn('de');
const named = (id: unknown): string => String(id);
const names: Names = {
  group: named,
  user: named,
  number: named,
  menu: named,
  role: named,
  type: named,
  types: () => [],
  resource: named,
  feature: named,
  field: (id) => String(id),
  computer: (id) => String(id),
  root: () => 'root',
  blockWithEnd: (id) => String(id),
  thing: named,
};

describe('the history as sentences', () => {
  const acts = intentNames;
  it.each(writers.flatMap(([language, inLanguage]) => acts.map((name) => [language, name, inLanguage] as const)))(
    'has one in %s for %s',
    (_language, name, inLanguage) => {
      problemsOfWriting.length = 0;
      const things = Object.fromEntries(
        [
          'groupId',
          'parentId',
          'userId',
          'fromUserId',
          'toUserId',
          'numberId',
          'menuId',
          'roleId',
          'typeId',
          'blockId',
        ].map((key) => [key, key]),
      );
      const sentence = actSentence(
        {
          do: name,
          args: {
            ...things,
            name: 'n',
            kind: 'building',
            to: { userId: 'u' },
            set: { status: 'locked' },
            plan: { count: 2 },
            do: [
              { do: 'group.delete', args: things },
              { do: 'group.delete', args: things },
            ],
          },
        },
        inLanguage,
        names,
      );
      expect(problemsOfWriting).toEqual([]);
      expect(sentence).not.toMatch(/undefined|\{|does not know|nicht kennt/);
      expect(sentence.length).toBeGreaterThan(5);
    },
  );

  it('says a rename as such, and other fields by their names and values', () => {
    expect(
      actSentence({ do: 'group.update', args: { groupId: 'Sunrise', set: { name: 'Sunset' } } }, writer, names),
    ).toBe('Renamed Sunrise to “Sunset”');
    expect(
      actSentence(
        { do: 'group.update', args: { groupId: 'Sunrise', set: { status: 'locked', code: 'S' } } },
        writer,
        names,
      ),
    ).toBe('Sunrise: Status is now Locked and Code is now “S”');
  });

  it('says days, prices and fields of one’s own by what they are called', () => {
    const said = (act: { readonly do: string; readonly args: unknown }): string => actSentence(act, writer, names);
    expect(said({ do: 'user.update', args: { userId: 'Ada', set: { until: '2031-03-31' } } })).toMatch(
      /Last day is now 31 Mar 2031$/,
    );
    expect(said({ do: 'user.update', args: { userId: 'Ada', set: { fields: { desk: '2.14' } } } })).not.toContain(
      'Own fields',
    );
    expect(said({ do: 'block.update', args: { blockId: 'b', set: { price: { amount: 490, per: 'month' } } } })).toMatch(
      /Price is now 4\.90 per month$/,
    );
  });

  it('reads in German as well', () => {
    expect(
      actSentence(
        { do: 'group.update', args: { groupId: 'Sunrise', set: { status: 'locked', code: 'S' } } },
        germanWriter,
        names,
      ),
    ).toBe('Sunrise: Status ist jetzt Gesperrt und Kürzel ist jetzt „S“');
    const call = { do: 'group.delete', args: { groupId: 'Haus 1' } };
    expect(actSentence({ do: 'batch', args: { do: [call, call, call] } }, germanWriter, names)).toBe(
      'Haus 1 mit allem darin gelöscht, und 2 weitere Aktionen zugleich',
    );
  });

  it('says that groups were generated with licenses as one thing, not as the acts that it took', () => {
    const batch = {
      do: [
        { do: 'group.create', args: { id: 'b1', parentId: 'Sunrise', kind: 'building', name: 'Building 1' } },
        {
          do: 'restriction.set',
          args: { groupId: 'b1', mode: 'own', allocate: [{ typeId: 'link.plus', quantity: 9 }] },
        },
        { do: 'group.generate', args: { parentId: 'b1', plan: { kind: 'apartment', count: 9 } } },
      ],
    };
    expect(actSentence({ do: 'batch', args: batch }, writer, names)).toBe(
      'Generated 10 groups in Sunrise, with licenses',
    );
    expect(actSentence({ do: 'batch', args: { do: [batch.do[0], batch.do[2]] } }, writer, names)).toBe(
      'Generated 10 groups in Sunrise',
    );
  });

  it('counts what a plan generates over all its levels', () => {
    const plan = {
      kind: 'building',
      count: 3,
      children: { kind: 'entrance', count: 4, children: { kind: 'apartment', count: 2 } },
    };
    expect(actSentence({ do: 'group.generate', args: { parentId: 'Sunrise', plan } }, writer, names)).toBe(
      'Generated 39 groups in Sunrise',
    );
  });

  it('says a batch by its first act and how many there are', () => {
    const call = { do: 'group.delete', args: { groupId: 'House 1' } };
    expect(actSentence({ do: 'batch', args: { do: [call, call] } }, writer, names)).toBe(
      'Deleted House 1 with everything in it, and 1 more at once',
    );
    expect(actSentence({ do: 'batch', args: { do: [call] } }, writer, names)).toBe(
      'Deleted House 1 with everything in it',
    );
  });

  it('admits that it does not know an act of a later version', () => {
    expect(actSentence({ do: 'garden.water', args: {} }, writer, names)).toContain('garden.water');
  });

  it('names the account to which licenses went, or whose file was taken in, and what the file says', () => {
    const said = (act: string, args: object): string => actSentence({ do: act, args }, writer, names);
    const give = { typeId: 'link.plus', quantity: 5 };
    expect(said('grant.give', { ...give, toName: 'Harbour Homes' })).toBe('Gave 5 × link.plus to Harbour Homes');
    expect(said('grant.give', give)).toBe('Gave 5 × link.plus to another account');
    const file = { kind: 'grant', from: 'Northern Distribution', typeId: 'link.plus', quantity: 40 };
    expect(said('grant.accept', { file })).toBe('Accepted 40 × link.plus from Northern Distribution');
    expect(said('grant.accept', { file: { kind: 'receipt', from: 'Harbour Homes' } })).toBe(
      'Heard that Harbour Homes has its licenses',
    );
  });
});
