import { createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ActCall } from '../../../../renderer/src/data/session';
import { DevicesTab } from '../../../../renderer/src/features/devices';
import { LicensesTab } from '../../../../renderer/src/features/licenses';
import { NumbersTab } from '../../../../renderer/src/features/numbers';
import { PeopleTab } from '../../../../renderer/src/features/people';
import { accessibilityProblems } from '../../../support/renderer/accessible';
import { aWindowOn, sunrise } from '../../../support/renderer/window-world';

const people: readonly ActCall[] = [
  ...sunrise,
  { do: 'block.add', args: { groupId: 'root', typeId: 'ringover.smart', quantity: 2, source: 'purchase' } },
  { do: 'allocation.set', args: { groupId: 'sunrise', typeId: 'ringover.smart', quantity: 2 } },
  { do: 'number.add', args: { id: 'n1', kind: 'landline', value: '+4930901801' } },
  { do: 'number.add', args: { id: 'n2', kind: 'landline', value: '+4930901802' } },
  {
    do: 'user.create',
    args: { id: 'ben', groupId: 'a2', name: 'Ben Baptiste', email: 'ben@example.org', phone: '+49301' },
  },
  { do: 'seat.assign', args: { userId: 'ben', typeId: 'ringover.smart' } },
];

/** What the keys for copying put on the clipboard. */
function copied(element: Element): { readonly [type: string]: string } {
  const data: { [type: string]: string } = {};
  const event = createEvent.copy(element, {
    clipboardData: {
      setData: (type: string, text: string) => {
        data[type] = text;
      },
    },
  });
  fireEvent(element, event);
  return data;
}
function paste(text: string): void {
  fireEvent.paste(document.body, { clipboardData: { getData: () => text } });
}
function cellsOf(dialog: HTMLElement): readonly string[] {
  return within(dialog)
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('gridcell')
        .map((cell) => cell.textContent ?? '')
        .join(' | '),
    );
}

describe('rows of a table', () => {
  it('are copied with the columns that are shown, as text and as a table', async () => {
    const { show, user } = await aWindowOn(people);
    show(<PeopleTab groupId="sunrise" />);
    await user.click(await screen.findByRole('checkbox', { name: 'Select Ben Baptiste' }));
    const data = copied(document.body);
    expect(data['text/plain']?.split('\n')[0]?.split('\t')).toEqual([
      'Name',
      'Service',
      'License',
      'Numbers',
      'Role',
      'Group',
    ]);
    expect(data['text/plain']?.split('\n')[1]).toContain('\t+4930901801\tResident\tHouse 1 / Apartment 2');
    expect(data['text/html']).toContain('>House 1 / Apartment 2</td>');
    expect(await screen.findByText(/1 row copied/)).toBeVisible();
  });

  it('are copied as they are arranged: columns are hidden, shown and moved, and that is remembered', async () => {
    const { show, user } = await aWindowOn(people);
    const { unmount } = show(<PeopleTab groupId="sunrise" />);
    await user.click(await screen.findByRole('button', { name: 'Choose columns' }));
    await user.click(screen.getByRole('checkbox', { name: 'Service' }));
    await user.click(screen.getByRole('checkbox', { name: 'ID' }));
    await user.click(screen.getByRole('checkbox', { name: 'E-mail' }));
    for (let step = 0; step < 4; step += 1)
      await user.click(screen.getByRole('button', { name: 'Move E-mail to the left' }));
    await user.keyboard('{Escape}');
    unmount();
    show(<PeopleTab groupId="sunrise" />);
    await user.click(await screen.findByRole('checkbox', { name: 'Select Ben Baptiste' }));
    expect(copied(document.body)['text/plain']?.split('\n')[0]?.split('\t')).toEqual([
      'Name',
      'E-mail',
      'License',
      'Numbers',
      'Role',
      'Group',
      'ID',
    ]);
  });

  it('are not copied while something else is meant', async () => {
    const { show } = await aWindowOn(people);
    show(<PeopleTab groupId="sunrise" />);
    await screen.findByText('Ben Baptiste');
    expect(copied(screen.getByRole('searchbox'))).toEqual({});
    expect(copied(document.body)).toEqual({});
  });
});

describe('rows of a spreadsheet', () => {
  it('change nothing when they are what was copied', async () => {
    const { show, user } = await aWindowOn(people);
    show(<PeopleTab groupId="sunrise" />);
    await user.click(await screen.findByRole('checkbox', { name: 'Select all rows' }));
    const text = copied(document.body)['text/plain'] ?? '';
    paste(text);
    const dialog = await screen.findByRole('dialog', { name: 'Paste people' });
    expect(await within(dialog).findByText('Nothing to change: all 2 rows are as they are here.')).toBeVisible();
    expect(within(dialog).getByText(/Not taken over: Service\./)).toBeVisible();
    expect(within(dialog).getByRole('button', { name: /Apply/ })).toBeDisabled();
  });

  it('are shown as new, changed and wrong; a wrong cell is mended in place, and all is one step', async () => {
    const { show, user, session } = await aWindowOn(people);
    show(<PeopleTab groupId="sunrise" />);
    await screen.findByText('Ben Baptiste');
    paste(
      'Rolle\tName\tE-Mail\tGruppe\nConcierge\tBen Baptiste\tben@example.org\t\nBewohnerin\tZoe Zander\tzoe@example.org\tHouse 2\n',
    );
    const dialog = await screen.findByRole('dialog', { name: 'Paste people' });
    await waitFor(() => expect(cellsOf(dialog)).toHaveLength(2));
    expect(cellsOf(dialog)[0]).toContain('Changed | ResidentConcierge | Ben Baptiste');
    expect(dialog).toHaveTextContent('0 new, 1 changed, 0 the same, 1 wrong');
    expect(dialog).toHaveTextContent('“Bewohnerin” is none of: Owner');
    expect(await accessibilityProblems(dialog)).toEqual([]);
    const field = within(dialog).getByRole('textbox', { name: 'Role in row 3' });
    await user.clear(field);
    await user.type(field, 'Bewohner{Enter}');
    await waitFor(() => expect(dialog).toHaveTextContent('1 new, 1 changed, 0 the same, 0 wrong'));
    await user.click(within(dialog).getByRole('button', { name: 'Apply 2 rows' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(session.model.row('users', 'ben')?.roleId).toBe('concierge');
    expect([...session.model.rows('users')].find((one) => one.name === 'Zoe Zander')).toMatchObject({
      groupId: 'h2',
      email: 'zoe@example.org',
      roleId: 'resident',
    });
    await session.undo();
    expect(session.model.row('users', 'ben')?.roleId).toBe('resident');
    expect([...session.model.rows('users')].some((one) => one.name === 'Zoe Zander')).toBe(false);
  });

  it('that the rules refuse say so in their row, and the others are applied without them', async () => {
    const { show, user, session } = await aWindowOn(people);
    show(<PeopleTab groupId="sunrise" />);
    await screen.findByText('Ben Baptiste');
    paste('Name\tLizenz\nYan Young\tRingover Smart\nZoe Zander\tRingover Smart');
    const dialog = await screen.findByRole('dialog', { name: 'Paste people' });
    expect(await within(dialog).findByRole('textbox', { name: 'License in row 3' })).toHaveValue('Ringover Smart');
    expect(dialog).toHaveTextContent('Row 3, License');
    await user.click(within(dialog).getByRole('button', { name: 'Apply 1 row' }));
    await waitFor(() => expect([...session.model.rows('users')].map((one) => one.name)).toContain('Yan Young'));
    expect([...session.model.rows('users')].map((one) => one.name)).not.toContain('Zoe Zander');
  });

  it('can be asked for by a button, and are refused plainly when there is nothing to read them by', async () => {
    const { show, user } = await aWindowOn(people);
    show(<PeopleTab groupId="sunrise" />);
    await user.click(await screen.findByRole('button', { name: 'Paste from a spreadsheet…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Paste people' });
    await user.click(within(dialog).getByRole('textbox', { name: 'Rows from the spreadsheet' }));
    await user.paste('Telefon;Rolle\n123;Bewohner');
    await user.click(within(dialog).getByRole('button', { name: 'Look at the rows' }));
    expect(
      await screen.findByText(
        'No column was recognised as Name. Name the columns in the first row, such as Name, E-mail and Phone.',
      ),
    ).toBeVisible();
  });

  it('become numbers and devices too', async () => {
    const { show, user, session } = await aWindowOn([
      ...people,
      { do: 'device.register', args: { id: 'd1', groupId: 'h1', serial: 'S-1', model: 'Panel' } },
    ]);
    const { unmount } = show(<NumbersTab groupId="root" />);
    await screen.findByRole('grid');
    paste('+4930901803\tLandline\tAda Albrecht\n+4930901802\tFestnetz\tBen Baptiste');
    await user.click(await screen.findByRole('button', { name: 'Apply 2 rows' }));
    await waitFor(() => expect(session.model.row('numbers', 'n2')?.userId).toBe('ben'));
    unmount();
    show(<DevicesTab groupId="sunrise" />);
    await screen.findByRole('grid');
    paste('Seriennummer,Modell,Gruppe\nS-1,Panel,House 2\nS-2,Panel,House 2');
    await user.click(await screen.findByRole('button', { name: 'Apply 2 rows' }));
    await waitFor(() => expect(session.model.row('devices', 'd1')?.groupId).toBe('h2'));
  });

  it('say what the pools below hold, and quantity 0 takes it back', async () => {
    const { show, user, session } = await aWindowOn([
      ...people,
      { do: 'group.create', args: { id: 'moon', parentId: 'root', kind: 'complex', name: 'Moonlight' } },
      { do: 'restriction.set', args: { groupId: 'moon', mode: 'own' } },
    ]);
    show(<LicensesTab groupId="root" />);
    await user.click(await screen.findByRole('button', { name: 'Paste from a spreadsheet…' }));
    await user.click(await screen.findByRole('textbox', { name: 'Rows from the spreadsheet' }));
    await user.paste(
      'Pool\tLizenz\tMenge\nMoonlight\tLink Plus\t5\nSunrise\tLink Plus\t10\nSunrise\tRingover Smart\t9',
    );
    await user.click(screen.getByRole('button', { name: 'Look at the rows' }));
    const dialog = await screen.findByRole('dialog', { name: 'Paste what pools hold' });
    const field = await within(dialog).findByRole('textbox', { name: 'Quantity in row 4' });
    await user.clear(field);
    await user.type(field, '2{Enter}');
    await user.click(await within(dialog).findByRole('button', { name: 'Apply 2 rows' }));
    await waitFor(() =>
      expect(
        [...session.model.rows('blocks')]
          .filter((block) => block.source === 'allocation')
          .map((block) => `${block.groupId} ${block.typeId} ${String(block.quantity)}`)
          .sort(),
      ).toEqual(['moon link.plus 5', 'sunrise link.plus 10', 'sunrise ringover.smart 2']),
    );
  });
});
