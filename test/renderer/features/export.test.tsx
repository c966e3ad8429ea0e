import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { TrellisBridge } from '#core/ipc/bridge';
import { exportChannels } from '#core/ipc/export-channels';
import type { RequestOf } from '#core/ipc/channels';
import { useCommands } from '../../../renderer/src/parts/commands';
import { Exports } from '../../../renderer/src/features/export';
import { accessibilityProblems } from '../../support/renderer/accessible';
import { aWindowOn, sunrise } from '../../support/renderer/window-world';

type Saved = RequestOf<'exports.save'>;

let saved: Saved[] = [];
let answer: unknown;

beforeEach(() => {
  saved = [];
  answer = { ok: true, value: { entries: 3 } };
  window.trellis = {
    call: {
      'exports.save': (request: Saved) => {
        saved.push(exportChannels['exports.save'].request.parse(request));
        return Promise.resolve(answer);
      },
    },
  } as unknown as TrellisBridge;
});

function RunCommand() {
  const registry = useCommands();
  return <button onClick={() => registry.run('edit.export')}>run</button>;
}

async function exporting() {
  const world = await aWindowOn([
    ...sunrise,
    { do: 'number.add', args: { id: 'n', kind: 'landline', value: '+4930901801' } },
    { do: 'number.attach', args: { numberId: 'n', to: { userId: 'ada' } } },
  ]);
  world.account.view.setState({ groupId: 'h1' });
  world.show(
    <>
      <Exports />
      <RunCommand />
    </>,
  );
  await world.user.click(screen.getByRole('button', { name: 'run' }));
  const dialog = await screen.findByRole('dialog', { name: 'Export' });
  const choose = async (label: RegExp, name: string): Promise<void> => {
    await world.user.click(within(dialog).getByRole('button', { name: label }));
    await world.user.click(await screen.findByRole('option', { name }));
  };
  return {
    ...world,
    dialog,
    choose,
    press: () => world.user.click(within(dialog).getByRole('button', { name: 'Export…' })),
  };
}

describe('exporting', () => {
  it('writes everything of a group as a workbook, with a sheet for each kind of thing', async () => {
    const { dialog, press } = await exporting();
    expect(await accessibilityProblems(dialog)).toEqual([]);
    await press();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const [file] = saved;
    if (file?.what !== 'workbook') throw new Error('no workbook');
    expect(file.name).toBe('House 1');
    expect(file.tables).toHaveLength(5);
    expect(JSON.stringify(file.tables)).toContain('+4930901801');
    expect(JSON.stringify(file.tables)).not.toContain('House 2');
  });

  it('writes one table of the whole account as CSV for other systems', async () => {
    const { user, dialog, choose, press } = await exporting();
    await choose(/What$/, 'Groups');
    await user.click(within(dialog).getByRole('radio', { name: 'The whole account' }));
    await user.click(within(dialog).getByRole('radio', { name: /^CSV/ }));
    await press();
    await waitFor(() => expect(saved).toMatchObject([{ what: 'table', only: 'csv', separator: ',' }]));
    expect(JSON.stringify(saved)).toContain('House 2');
  });

  it('writes who can be called for phones, and says why where it could not', async () => {
    answer = { ok: false, failure: { kind: 'full', detail: '' } };
    const { dialog, choose, press } = await exporting();
    await choose(/What$/, 'Phone book');
    await choose(/For$/, 'Yealink');
    await press();
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('no room left');
    expect(saved).toMatchObject([{ what: 'phoneBook', format: 'yealink', entries: 1 }]);
    expect(saved[0]).toHaveProperty('text', expect.stringContaining('Ada Albrecht'));
  });
});
