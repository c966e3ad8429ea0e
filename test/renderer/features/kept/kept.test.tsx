import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { failed, succeeded } from '#core/kernel/result';
import type { KeptOrder, Office, OfficeChange } from '#core/ledger/kept-order';
import type { ActCall } from '../../../../renderer/src/data/session';
import { HistoryTab } from '../../../../renderer/src/features/history';
import { FolderWayDialog, OfficePanel } from '../../../../renderer/src/features/kept';
import { OfficeDesk } from '../../../../renderer/src/sync/office-desk';
import { TextProvider } from '../../../../renderer/src/text/text';
import { accessibilityProblems } from '../../../support/renderer/accessible';
import { windowOn, type WindowWorld } from '../../../support/renderer/window-world';
import { Computer } from '../../data/session-world';

const laptop = { id: 'b', name: 'anna-laptop', lastSeen: '2026-05-01T08:30:00.000Z', has: 3, counts: true };
const office: Office = {
  term: 1000,
  keeper: laptop,
  isHere: false,
  computers: [laptop, { ...laptop, id: 'a', name: 'here' }],
  orderedTo: 3,
  settledTo: 2,
  election: null,
};

/** An account in a kept place, in which three acts are in order and one waits. */
async function aKeptAccount(
  now: Office,
): Promise<WindowWorld & { readonly changes: OfficeChange[]; readonly desk: OfficeDesk }> {
  const { session } = await new Computer('here').open();
  const group = (id: string): ActCall => ({
    do: 'group.create',
    args: { id, parentId: 'root', kind: 'office', name: id },
  });
  for (const act of [group('north'), group('south')]) expect(await session.act(act)).toMatchObject({ ok: true });
  const { entries } = session.outgoing(10);
  expect(await session.receive(entries)).toEqual(expect.objectContaining({ ok: true }));
  expect(await session.act(group('west'))).toMatchObject({ ok: true });
  const changes: OfficeChange[] = [];
  const order: KeptOrder = {
    submit: () => Promise.resolve(succeeded(new Map())),
    office: () => Promise.resolve(succeeded(now)),
    change: (change) => {
      changes.push(change);
      return Promise.resolve(
        change.kind === 'stand' ? failed({ kind: 'offline', detail: 'The folder cannot be reached.' }) : succeeded(now),
      );
    },
  };
  const desk = new OfficeDesk(order);
  await desk.refresh();
  return { ...windowOn(session, desk), changes, desk };
}

describe('an account in a folder that a program copies', () => {
  it('says of each act for whom it waits, or that it is in order, or settled', async () => {
    const { show } = await aKeptAccount({ ...office, orderedTo: 3, settledTo: 2 });
    show(<HistoryTab groupId="root" />);
    const row = (name: string) => screen.getByRole('row', { name: new RegExp(`“?${name}”?.*`) });
    expect(row('west')).toHaveTextContent('Waiting for anna-laptop');
    expect(row('south')).toHaveTextContent('In order');
    expect(row('north')).toHaveTextContent('Settled');
  });

  it('says who puts acts in order and when that was last there, and how far it has settled', async () => {
    const { show } = await aKeptAccount(office);
    show(<OfficePanel />);
    expect(screen.getByText(/^anna-laptop puts acts in order, last there /)).toBeInTheDocument();
    expect(screen.getByText(/^2 of 3 acts have settled/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Hand over to…' })).toBeNull();
    expect(await accessibilityProblems(document.body)).toEqual([]);
  });

  it('lets an owner stand, says why that did not work, and take over only after what it may cost was said', async () => {
    const { show, user, changes } = await aKeptAccount(office);
    show(<OfficePanel />);
    await user.click(screen.getByRole('button', { name: 'Stand for it' }));
    expect(await screen.findByText(/The folder cannot be reached/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Take it over…' }));
    expect(screen.getByRole('alertdialog')).toHaveTextContent('some may then not hold');
    expect(changes).toEqual([{ kind: 'stand' }]);
    await user.click(screen.getByRole('button', { name: 'Take over' }));
    expect(changes).toEqual([{ kind: 'stand' }, { kind: 'force' }]);
  });

  it('lets whoever has it hand it over to a computer that takes part', async () => {
    const { show, user, changes } = await aKeptAccount({ ...office, isHere: true, keeper: { ...laptop, id: 'a' } });
    show(<OfficePanel />);
    expect(screen.getByText('This computer puts acts in order.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Hand over to…' }));
    await user.click(await screen.findByRole('menuitem', { name: /^anna-laptop, last there/ }));
    expect(changes).toEqual([{ kind: 'handOver', to: 'b' }]);
  });
});

describe('the question how the others get at a folder', () => {
  it('is answered already by what was found, and can be answered otherwise', async () => {
    const user = userEvent.setup();
    const onAnswer = vi.fn();
    const folder = {
      place: '/home/anna/Dropbox/Works',
      label: 'Works',
      guess: { kind: 'kept', because: { what: 'program', name: 'Dropbox' } },
    } as const;
    render(
      <TextProvider>
        <FolderWayDialog folder={folder} onAnswer={onAnswer} />
      </TextProvider>,
    );
    expect(screen.getByText('Dropbox copies this folder to other computers.')).toBeInTheDocument();
    expect(screen.getByRole('radio', { name: /A program copies it/ })).toBeChecked();
    expect(await accessibilityProblems(document.body)).toEqual([]);
    await user.click(screen.getByRole('radio', { name: /Over the network/ }));
    await user.click(screen.getByRole('button', { name: 'Share' }));
    expect(onAnswer).toHaveBeenCalledExactlyOnceWith('exclusive');
  });

  it('offers no order by the folder itself where two computers could create the same file in it', async () => {
    const guess = { kind: 'kept', because: { what: 'mount', name: 'FUSE' } } as const;
    render(
      <TextProvider>
        <FolderWayDialog folder={{ place: '/mnt/cloud', label: 'cloud', guess }} onAnswer={vi.fn()} />
      </TextProvider>,
    );
    expect(screen.getByText(/This folder only looks like a disk/)).toBeInTheDocument();
    expect(screen.getByRole('radio', { name: /A program copies it/ })).toBeChecked();
    expect(screen.queryByRole('radio', { name: /Over the network/ })).toBeNull();
    expect(await accessibilityProblems(document.body)).toEqual([]);
  });
});
