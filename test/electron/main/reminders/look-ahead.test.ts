import { describe, expect, it } from 'vitest';
import { LookAhead } from '../../../../electron/main/reminders/look-ahead';
import type { PendingIntent } from '#core/ledger/commit';
import { Replica } from '#core/ledger/replica';
import { subjectOf } from '#core/queries/coming';
import { deskLedger, DeskComputer } from '../../../support/desk-computer';
import { direct } from '../../../support/direct';
import { temporaryFolder } from '../../../support/temporary-folder';
import { RemindedAccount } from '../../../support/reminding';

const begun = '2026-03-01';

/** What a check knows of an account of which the first so many acts are in the ledger. */
function checkedPart(account: RemindedAccount, confirmed: number): Replica {
  const base = Replica.empty('ledger-a');
  if (confirmed > 0) base.receive(account.replica.outgoing(confirmed).entries);
  return base;
}

const span = { by: 'owner', from: begun, to: '2026-12-31' };

describe('looking ahead', () => {
  it('counts acts that wait for their place, also where nothing is in the ledger yet', () => {
    const account = new RemindedAccount(begun).withBlock(begun, 'plus', '2026-03-20');
    for (const confirmed of [0, 1, 2]) {
      const coming = new LookAhead().coming(checkedPart(account, confirmed), {
        ...span,
        pending: account.replica.pending.slice(confirmed),
      });
      expect(coming).toMatchObject({
        accountName: 'Northside',
        events: [{ kind: 'end', day: '2026-03-20', blockId: 'plus', quantity: 5 }],
      });
    }
  });

  it('answers alike when acts are added, taken away and confirmed between two looks', () => {
    const account = new RemindedAccount(begun)
      .withBlock(begun, 'one', '2026-03-20')
      .withBlock(begun, 'two', '2026-03-21')
      .withBlock(begun, 'three', '2026-03-22');
    const [, one, two, three] = account.replica.pending;
    const lookAhead = new LookAhead();
    const base = checkedPart(account, 1);
    const blocks = (pending: readonly (PendingIntent | undefined)[]) =>
      lookAhead.coming(base, { ...span, pending: pending.flatMap((intent) => intent ?? []) })?.events.map(subjectOf);
    expect(blocks([one])).toEqual(['one']);
    expect(blocks([one, two])).toEqual(['one', 'two']);
    expect(blocks([two, three])).toEqual(['two', 'three']);
    base.receive(account.replica.outgoing(2).entries.slice(1));
    expect(blocks([two])).toEqual(['one', 'two']);
    expect(blocks([])).toEqual(['one']);
  });

  it('passes over an act that does not hold any more', () => {
    const account = new RemindedAccount(begun).withBlock(begun, 'plus', '2026-03-20');
    const [opening, plus] = account.replica.pending;
    const broken = { ...plus!, id: 'broken', args: { ...(plus!.args as object), id: 'gone', groupId: 'nowhere' } };
    const coming = new LookAhead().coming(checkedPart(account, 0), { ...span, pending: [opening!, broken, plus!] });
    expect(coming?.events.map(subjectOf)).toEqual(['plus']);
  });

  it('counts acts that wait in a protected account, which are signed when they are sent', async () => {
    const folder = await temporaryFolder();
    const office = await (await DeskComputer.make('office', [folder])).start();
    await office.protect();
    await office.share(folder);
    await office.sync();
    const { journal } = direct(office.desk).trusted(deskLedger);
    const base = Replica.empty(deskLedger);
    base.receive(await direct(journal).commits(0), undefined, { bad: [], appends: null });
    office.done('owner', 'block.add', {
      ...{ id: 'plus', groupId: 'root', typeId: 'link.plus', quantity: 5, source: 'purchase' },
      validUntil: '2026-12-20',
    });
    const { pending } = office.replica;
    expect(pending).toHaveLength(1);
    const coming = new LookAhead().coming(base, { ...span, pending });
    expect(coming?.events.map(subjectOf)).toEqual(['plus']);
    await office.desk.close();
  });
});
