import { describe, expect, it } from 'vitest';
import { Replica } from '#core/ledger/replica';
import { firstDay, openingEntries } from '../support/random/run';
import { rareCodes } from './what-happened';

/** What somebody does, and which refusal the last act meets. */
const examples: { readonly [code: string]: readonly (readonly [intent: string, args: unknown])[] } = {
  COMMITMENT_FLOOR: [
    ['block.add', { id: 'p', groupId: 'root', typeId: 'link.plus', quantity: 10, source: 'purchase' }],
    [
      'account.update',
      {
        set: { contract: { reductionPolicy: 'selfService', commitmentUntil: '2026-12-31', floor: { 'link.plus': 8 } } },
      },
    ],
    ['block.update', { blockId: 'p', set: { quantity: 8 } }],
    ['block.update', { blockId: 'p', set: { quantity: 7 } }],
  ],
  DUPLICATE_SERIAL: [
    ['device.register', { groupId: 'root', serial: 'S1' }],
    ['device.register', { groupId: 'root', serial: ' S1 ' }],
  ],
  ALLOWANCE_EXCEEDED: [
    ['block.add', { groupId: 'root', typeId: 'link.plus', quantity: 10, source: 'purchase' }],
    ['number.add', { id: 'n1', kind: 'sip', value: '10' }],
    ['number.add', { id: 'n2', kind: 'sip', value: '11' }],
    ['allowance.set', { userId: 'owner', resources: { sip: 1 } }],
    ['number.attach', { numberId: 'n1', to: { userId: 'owner' } }],
    ['number.attach', { numberId: 'n2', to: { userId: 'owner' } }],
  ],
  DUPLICATE_NAME: [
    ['group.generate', { parentId: 'root', plan: { kind: 'building', count: 2 } }],
    ['group.generate', { parentId: 'root', plan: { kind: 'building', count: 1, start: 2 } }],
  ],
};

describe('refusals too rare for chance', () => {
  it.each(Object.entries(examples))('%s is given to the last act and to none before', (code, acts) => {
    const replica = Replica.empty('ledger-r');
    replica.receive(openingEntries());
    const codes = acts.map(([intent, args], index) => {
      const prepared = replica.prepareAct(
        { do: intent, args },
        { commit: `c${String(index)}`, by: 'owner', day: firstDay, at: '', device: 'test' },
      );
      if (prepared.ok) replica.accept(prepared.step);
      return prepared.ok ? '' : prepared.refusals.map((refusal) => refusal.code).join();
    });
    expect(codes).toEqual([...acts.slice(1).map(() => ''), code]);
  });

  it('are each shown here', () => {
    expect(Object.keys(examples).sort()).toEqual([...rareCodes].sort());
  });
});
