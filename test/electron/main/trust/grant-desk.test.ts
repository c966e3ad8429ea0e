import { afterEach, describe, expect, it } from 'vitest';
import type { LetterAsked } from '#core/ledger/grant-letters';
import { GrantDesk } from '../../../../electron/main/trust/grant-desk';
import { openGrantFile } from '../../../../electron/main/trust/grant-signing';
import { deskLedger, DeskComputer } from '../../../support/desk-computer';
import { temporaryFolder } from '../../../support/temporary-folder';

const open: DeskComputer[] = [];
afterEach(async () => {
  for (const computer of open.splice(0)) await computer.desk.close();
});

async function anOffice(place: string): Promise<DeskComputer> {
  const office = await DeskComputer.make('office', [place]);
  open.push(office);
  await office.start();
  return office;
}

const purchase = { groupId: 'root', typeId: 'link.plus', quantity: 10, source: 'purchase' };
const given = { id: 'g1', toLedger: 'dealer', toRoot: 'root', typeId: 'link.plus', quantity: 8 };
const grant: LetterAsked = { kind: 'grant', id: 'g1' };

function deskOf(computer: DeskComputer): GrantDesk {
  return new GrantDesk((ledger) => computer.desk.trusted(ledger));
}

/** What a file says, or why there is none. */
async function said(computer: DeskComputer, asked: LetterAsked): Promise<unknown> {
  const made = await deskOf(computer).file(deskLedger, asked);
  if (!made.ok) return made.failure.kind;
  const read = openGrantFile(made.value);
  return read.ok ? read.value.letter : read.failure.kind;
}

describe('a file of licenses for another account', () => {
  it.each([['protected'], ['not protected']])(
    'is made once everybody has the act, in an account that is %s',
    async (how) => {
      const place = await temporaryFolder();
      const office = await anOffice(place);
      if (how === 'protected') await office.protect();
      await office.share(place);
      office.done('owner', 'block.add', purchase);
      await office.sync();
      office.done('owner', 'grant.give', given);
      // It waits: somebody else may have taken the licenses by then.
      expect(await said(office, grant)).toBe('not-there');
      await office.sync();
      expect(await said(office, grant)).toMatchObject({ kind: 'grant', from: 'Sunrise Services', quantity: 8 });
      expect(await said(office, { kind: 'recall', id: 'g1' })).toBe('not-there');
      expect(await said(office, { kind: 'address' })).toMatchObject({ fromLedger: deskLedger, fromRoot: 'root' });
    },
  );

  it('is signed with the key whose words are shown also where both are asked for at once', async () => {
    const place = await temporaryFolder();
    const office = await anOffice(place);
    await office.share(place);
    await office.sync();
    const desk = deskOf(office);
    const [words, made, again] = await Promise.all([
      desk.words(deskLedger),
      desk.file(deskLedger, { kind: 'address' }),
      desk.words(deskLedger),
    ]);
    expect(again).toEqual(words);
    expect(made.ok && desk.read(made.value)).toMatchObject({ value: { words: words.ok ? words.value : [] } });
  });

  it('is signed by the computer that shows the six words', async () => {
    const place = await temporaryFolder();
    const office = await anOffice(place);
    await office.share(place);
    await office.sync();
    const desk = deskOf(office);
    const words = await desk.words(deskLedger);
    const made = await desk.file(deskLedger, { kind: 'address' });
    expect(words.ok && made.ok && desk.read(made.value)).toMatchObject({
      value: { words: words.ok ? words.value : [] },
    });
  });
});
