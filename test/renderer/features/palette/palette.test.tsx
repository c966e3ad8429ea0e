import { screen, waitFor, within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { ActCall } from '../../../../renderer/src/data/session';
import { useCommandHandlers } from '../../../../renderer/src/parts/commands';
import { Palette, type PaletteMode } from '../../../../renderer/src/features/palette';
import { accessibilityProblems } from '../../../support/renderer/accessible';
import { aWindowOn, sunrise, type WindowWorld } from '../../../support/renderer/window-world';

const more: readonly ActCall[] = [
  {
    do: 'user.create',
    args: { id: 'jurgen', groupId: 'a2', name: 'Jürgen Müller', email: 'jm@example.org', phone: '+49 30 555-0199' },
  },
  { do: 'number.add', args: { id: 'line', kind: 'landline', value: '+4930555010' } },
  { do: 'device.register', args: { groupId: 'h1', serial: 'AA-12-0042', model: 'Panel 7' } },
  { do: 'menu.create', args: { id: 'desk', groupId: 'sunrise', kind: 'ivr', name: 'Front desk' } },
  ...Array.from({ length: 120 }, (_, index): ActCall => ({
    do: 'group.create',
    args: { id: `f${index}`, parentId: 'h2', kind: 'floor', name: `Floor ${index}` },
  })),
];

function Commands({ onToday }: { readonly onToday: () => void }): ReactNode {
  useCommandHandlers({ 'look.today': { run: onToday }, 'look.licenses': { run: () => undefined } });
  return null;
}

interface OpenPalette extends WindowWorld {
  readonly onClose: () => void;
  readonly onToday: () => void;
}

async function anOpenPalette(mode: PaletteMode = 'palette'): Promise<OpenPalette> {
  const world = await aWindowOn([...sunrise, ...more]);
  const onClose = vi.fn();
  const onToday = vi.fn();
  world.show(
    <>
      <Commands onToday={onToday} />
      <Palette isOpen mode={mode} onClose={onClose} />
    </>,
  );
  await screen.findByRole('combobox');
  return { ...world, onClose, onToday };
}

const options = (): readonly string[] => screen.getAllByRole('option').map((option) => option.textContent ?? '');
const marks = (): readonly string[] => [...document.querySelectorAll('mark')].map((mark) => mark.textContent ?? '');

describe('the palette', () => {
  it('finds groups, people, numbers, devices, menus and licenses by what is written on them, and marks it', async () => {
    const { user } = await anOpenPalette();
    const field = screen.getByRole('combobox');
    for (const [typed, found, mark] of [
      ['sunrsie', 'SunriseComplex', 'Sunrise'],
      ['mueller', 'Jürgen MüllerSunrise', 'Müller'],
      ['jm@ex', 'jm@example.org', 'jm@ex'],
      ['030 5550199', '', ''],
      ['30 555 0199', '+49 30 555-0199', '0199'],
      ['555010', '+49\u00a030\u00a0555010Landline', '555010'],
      ['4930555010', '+49\u00a030\u00a0555010Landline', '+49\u00a030\u00a0555010'],
      ['+49 30 555010', '+49\u00a030\u00a0555010Landline', '555010'],
      ['aa-12', 'AA-12-0042Panel 7', 'AA-12'],
      ['front', 'Front deskVoice menu · Sunrise', 'Front'],
      ['link plus', '20 × Link PlusPurchase · Account', 'Link'],
    ] as const) {
      await user.clear(field);
      await user.type(field, typed);
      if (found === '') expect(screen.queryByRole('option')).not.toBeInTheDocument();
      else expect(options().join('|')).toContain(found);
      if (mark !== '') expect(marks()).toContain(mark);
    }
  });

  it('puts commands and what was found side by side, by kind, with how many there are', async () => {
    const { user } = await anOpenPalette();
    await user.keyboard('l');
    expect(screen.getByText('Commands')).toBeInTheDocument();
    expect(screen.getByText('Groups (120)')).toBeInTheDocument();
    expect(options().filter((option) => option.startsWith('Floor'))).toHaveLength(6);
  });

  it('goes to what is chosen with Enter, however fast it comes', async () => {
    const { user, account, onClose } = await anOpenPalette();
    await user.keyboard('muller{Enter}');
    expect(account.view.getState()).toMatchObject({
      groupId: 'a2',
      tab: 'people',
      selection: { kind: 'user', ids: ['jurgen'] },
    });
    expect(onClose).toHaveBeenCalled();
  });

  it('runs a command by a part of its name', async () => {
    const { user, onToday } = await anOpenPalette();
    await user.keyboard('tody{Enter}');
    expect(onToday).toHaveBeenCalledOnce();
  });

  it('says that there is nothing rather than showing what does not fit', async () => {
    const { user } = await anOpenPalette();
    await user.keyboard('qqqq');
    expect(screen.getByRole('status')).toHaveTextContent('Nothing found');
  });

  it('leads on to everything that was found', async () => {
    const { user } = await anOpenPalette();
    await user.keyboard('floor');
    await user.click(screen.getByRole('option', { name: /^Show all 120 results/ }));
    expect(screen.getByRole('dialog', { name: 'Search everywhere' })).toBeInTheDocument();
    expect(screen.getByRole('combobox')).toHaveValue('floor');
    expect(within(screen.getByRole('listbox')).getAllByRole('option')[0]).toHaveAttribute('aria-setsize', '120');
  });
});

describe('search everywhere', () => {
  it('lists every hit by kind, and one kind alone', async () => {
    const { user } = await anOpenPalette('everywhere');
    await user.keyboard('sun');
    const kinds = screen.getByRole('radiogroup', { name: 'What was found' });
    expect(
      within(kinds)
        .getAllByRole('radio')
        .map((kind) => kind.textContent),
    ).toEqual(['All 1', 'Groups 1']);
    await user.clear(screen.getByRole('combobox'));
    await user.type(screen.getByRole('combobox'), 'l');
    await user.click(screen.getByRole('radio', { name: /^People/ }));
    expect(options().every((option) => /Ada Albrecht|Jürgen Müller/.test(option))).toBe(true);
  });

  it('draws only the lines in view of many, and goes through all of them by keyboard', async () => {
    const { user, account } = await anOpenPalette('everywhere');
    await user.keyboard('floor');
    expect(screen.getAllByRole('option').length).toBeLessThan(60);
    for (let press = 0; press < 12; press += 1) await user.keyboard('{PageDown}');
    const field = screen.getByRole('combobox');
    await waitFor(() =>
      expect(document.getElementById(field.getAttribute('aria-activedescendant') ?? '')).toHaveAttribute(
        'aria-posinset',
        '120',
      ),
    );
    await user.keyboard('{Enter}');
    expect(account.view.getState().groupId).toBe('f119');
  });

  it('says what can be searched while nothing is typed', async () => {
    await anOpenPalette('everywhere');
    expect(screen.getByRole('status')).toHaveTextContent('A wrong letter does no harm.');
  });

  it('follows what is done meanwhile', async () => {
    const { user, session } = await anOpenPalette('everywhere');
    await user.keyboard('panorama');
    expect(screen.queryByRole('option')).not.toBeInTheDocument();
    await session.act({ do: 'group.update', args: { groupId: 'h1', set: { name: 'Panorama' } } });
    expect(await screen.findByRole('option', { name: /Panorama/ })).toBeInTheDocument();
  });

  it('can be operated and understood with a screen reader', async () => {
    const { user } = await anOpenPalette('everywhere');
    await user.keyboard('floor');
    expect(await accessibilityProblems(document.body)).toEqual([]);
    await user.clear(screen.getByRole('combobox'));
    await user.keyboard('sun');
    expect(await accessibilityProblems(document.body)).toEqual([]);
  });
});
