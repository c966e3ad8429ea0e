import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { TrellisBridge } from '#core/ipc/bridge';
import { ImportDesk, type ImportPortEvents } from '../../../electron/main/imports/import-desk';
import { ImportService } from '../../../electron/main/imports/import-service';
import { Imports } from '../../../renderer/src/features/imports';
import { accessibilityProblems } from '../../support/renderer/accessible';
import { aWindowOn, sunrise } from '../../support/renderer/window-world';

/** The desk of main with the reading process in this one. */
function deskHere(): ImportDesk {
  return new ImportDesk(({ onReply, onExit }: ImportPortEvents) => {
    const service = new ImportService();
    return {
      post: ({ call, request }) => void service.answer(request).then((reply) => onReply({ call, reply })),
      kill: onExit,
    };
  });
}

beforeEach(() => {
  localStorage.clear();
  const handlers = deskHere().handlers();
  const caller = { contentsId: 1 };
  window.trellis = {
    call: {
      'imports.read': (request: Parameters<(typeof handlers)['imports.read']>[0]) =>
        handlers['imports.read'](request, caller),
      'imports.rows': (request: Parameters<(typeof handlers)['imports.rows']>[0]) =>
        handlers['imports.rows'](request, caller),
      'imports.close': (request: Parameters<(typeof handlers)['imports.close']>[0]) =>
        Promise.resolve(handlers['imports.close'](request, caller)),
    },
  } as unknown as TrellisBridge;
});

async function importing(content: string | Uint8Array<ArrayBuffer>, name = 'list.csv') {
  const world = await aWindowOn([
    ...sunrise,
    { do: 'user.create', args: { id: 'ben', groupId: 'a2', name: 'Ben Baptiste', email: 'ben@example.org' } },
  ]);
  world.show(<Imports />);
  await world.user.keyboard('{Control>}i{/Control}');
  const dialog = await screen.findByRole('dialog', { name: 'Import a file' });
  const input = dialog.parentElement?.ownerDocument.querySelector<HTMLInputElement>('input[type=file]');
  if (input == null) throw new Error('there is no field for a file');
  await world.user.upload(input, new File([content], name));
  return world;
}

describe('a file that is chosen', () => {
  it('shows its rows, takes columns by hand, remembers them, and is applied as one step', async () => {
    const { user, session } = await importing('Wer;Post\nIda Import;ida@example.org\nBen Baptiste;ben@example.org\n');
    const dialog = await screen.findByRole('dialog', { name: 'Import list.csv' });
    expect(within(dialog).getByText(/No row names the columns/)).toBeVisible();
    expect(await accessibilityProblems(dialog)).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: /Wer/ }));
    await user.click(await screen.findByRole('option', { name: 'Name' }));
    const known = await screen.findByRole('dialog', { name: 'Import list.csv' });
    await user.click(await within(known).findByRole('button', { name: 'Say which column is what…' }));
    await user.click(within(known).getByRole('button', { name: /Post/ }));
    await user.click(await screen.findByRole('option', { name: 'E-mail' }));
    const read = await screen.findByRole('dialog', { name: 'Import list.csv' });
    await waitFor(() => expect(read).toHaveTextContent('1 new, 0 changed, 1 the same, 0 wrong'));
    await user.click(within(read).getByRole('button', { name: 'Apply 1 row' }));
    await waitFor(() => expect([...session.model.rows('users')].map(({ name }) => name)).toContain('Ida Import'));
    expect(localStorage.getItem('trellis.import.columns')).toContain('email');
    await session.undo();
    expect([...session.model.rows('users')].map(({ name }) => name)).not.toContain('Ida Import');
  });

  it('whose letters nobody can know asks with the lines that differ', async () => {
    const { user } = await importing(Uint8Array.from(Buffer.from('Name;E-Mail\nJ\xFCrgen;j@example.org\n', 'latin1')));
    const dialog = await screen.findByRole('dialog', { name: 'Which letters are these?' });
    expect(
      within(dialog).getByText('Jürgen;j@example.org', { exact: false, selector: 'label:first-of-type *' }),
    ).toBeVisible();
    await user.click(within(dialog).getByRole('button', { name: 'Read it so' }));
    const rows = await screen.findByRole('dialog', { name: 'Import list.csv' });
    await waitFor(() => expect(rows).toHaveTextContent('1 new, 0 changed, 0 the same, 0 wrong'));
    expect(rows).toHaveTextContent('Read as windows-1252.');
  });

  it('that is no table is named as what it is, and another can be chosen', async () => {
    await importing('%PDF-1.7', 'list.xlsx');
    expect(await screen.findByText(/list\.xlsx cannot be read/)).toBeVisible();
    expect(screen.getByText(/It is a PDF/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Choose a file…' })).toBeEnabled();
  });

  it('makes the groups that are missing by a switch', async () => {
    const { user, session } = await importing('Name;Group\nIda;House 9 / Apartment 1\n');
    const dialog = await screen.findByRole('dialog', { name: 'Import list.csv' });
    await user.click(await within(dialog).findByRole('switch', { name: 'Make missing groups' }));
    await user.click(await within(dialog).findByRole('button', { name: 'Apply 1 row' }));
    await waitFor(() => expect([...session.model.rows('groups')].map(({ name }) => name)).toContain('House 9'));
  });
});
