import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { CallAnswer } from '#core/ipc/channels';
import { failed, succeeded } from '#core/kernel/result';
import type { ShorteningOutlook } from '#core/ledger/shorter-history';
import type { ActCall } from '../../../../renderer/src/data/session';
import { ShortenOffer, Shortening } from '../../../../renderer/src/features/shortening';
import { useCommands } from '../../../../renderer/src/parts/commands';
import type { ShorteningCalls, Wishes } from '../../../../renderer/src/state/shortening-calls';
import { accessibilityProblems } from '../../../support/renderer/accessible';
import { sunrise, windowOn, type WindowWorld } from '../../../support/renderer/window-world';
import { Computer } from '../../data/session-world';

const to = { seq: 10, hash: 'a'.repeat(64) };
const checkpoint = 'b'.repeat(64);
const ben = {
  ...{ computer: 'c1', name: 'Site laptop', by: 'owner', at: '2026-04-05T08:30:00.000Z', seq: 7, groupId: null },
};
const aPlan: ShorteningOutlook = {
  kind: 'plan',
  plan: { to, day: '2026-04-30', acts: 9, bytes: 5_000, behind: [ben], unseenBy: [] },
  first: '2026-04-01',
  now: 3_400_000,
  then: 41_200,
};
const ada: ActCall = { do: 'user.remove', args: { userId: 'ada' } };

interface Asked {
  readonly looked: string[];
  readonly put: Wishes[];
  finished: number;
}

interface Shared extends WindowWorld {
  readonly asked: Asked;
  readonly open: () => void;
}

function OpenButton() {
  const commands = useCommands();
  return <button onClick={() => commands.run('account.shorten')}>open</button>;
}

/** A shared account from which somebody was removed, and main as a test has it answer. */
async function shared(
  answers: Partial<{
    outlook: CallAnswer<'history.outlook'>;
    putDown: (wishes: Wishes) => Promise<CallAnswer<'history.putDown'>>;
    finish: CallAnswer<'history.finish'>;
    isReached: boolean;
    acts: readonly ActCall[];
  }> = {},
): Promise<Shared> {
  const { session } = await new Computer('here').open();
  for (const act of [...sunrise, ada, ...(answers.acts ?? [])])
    expect(await session.act(act)).toMatchObject({ ok: true });
  const asked: Asked = { looked: [], put: [], finished: 0 };
  const shortening: ShorteningCalls = {
    outlook: (before) => {
      asked.looked.push(before);
      return Promise.resolve(answers.outlook ?? succeeded(aPlan));
    },
    putDown: (_to, wishes) => {
      asked.put.push(wishes);
      return answers.putDown?.(wishes) ?? Promise.resolve(succeeded(checkpoint));
    },
    finish: () => {
      asked.finished += 1;
      return Promise.resolve(answers.finish ?? succeeded(to));
    },
  };
  const synchronise = async (): Promise<void> => {
    if (answers.isReached === false) return;
    const { entries } = session.outgoing(100);
    if (entries.length > 0) await session.receive(entries);
  };
  await synchronise();
  const world = windowOn(session, undefined, { state: () => ({ kind: 'upToDate' }), synchronise }, { shortening });
  const open = (): void => {
    world.show(
      <>
        <OpenButton />
        <ShortenOffer />
        <Shortening place="Office drive" />
      </>,
    );
  };
  return { ...world, asked, open };
}

async function opened(world: Shared): Promise<HTMLElement> {
  world.open();
  await world.user.click(screen.getByRole('button', { name: 'open' }));
  return screen.findByRole('dialog', { name: 'Shorten the history' });
}

describe('shortening the history', () => {
  it('says before what goes, up to which day, in which room, who is named no longer, and who begins again', async () => {
    const world = await shared();
    const dialog = await opened(world);
    expect(await within(dialog).findByText('9 acts, the last of 30 Apr 2026')).toBeVisible();
    expect(within(dialog).getByText('3.4 MB now, about 41 KB afterwards')).toBeVisible();
    expect(within(dialog).getByText('Ada Albrecht')).toBeVisible();
    expect(within(dialog).getByText('A computer begins again')).toBeVisible();
    expect(within(dialog).getByText(/^Owner \(Site laptop\), last there 5 Apr 2026/)).toBeVisible();
    expect(within(dialog).getByText('This cannot be undone')).toBeVisible();
    expect(await accessibilityProblems(dialog)).toEqual([]);
    await world.user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    expect(world.asked).toMatchObject({ put: [], finished: 0 });
  });

  it('looks again for another day', async () => {
    const world = await shared();
    const dialog = await opened(world);
    await waitFor(() => expect(world.asked.looked).toEqual(['2025-05-01']));
    const year = within(dialog).getByRole('spinbutton', { name: /^year/ });
    await world.user.click(year);
    await world.user.keyboard('2026');
    await waitFor(() => expect(world.asked.looked.at(-1)).toBe('2026-05-01'));
  });

  it('puts the account down, does the act, sends it, and only then has the rest removed', async () => {
    const world = await shared();
    const dialog = await opened(world);
    await world.user.click(await within(dialog).findByRole('button', { name: 'Remove 9 acts' }));
    expect(await screen.findByText('9 acts up to 30 Apr 2026 are no longer in Office drive.')).toBeVisible();
    expect(world.session.reading().ask('history', { limit: 1 }, '2026-05-01')).toMatchObject([
      { do: 'history.shorten', args: { ...to, checkpoint } },
    ]);
    expect(world.session.pending()).toEqual([]);
    expect(world.asked.finished).toBe(1);
    await world.user.click(screen.getAllByRole('button', { name: 'Close' }).at(-1)!);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('shows how far it is, and is given up without anything having changed', async () => {
    let report: Wishes['onProgress'] = () => undefined;
    const world = await shared({
      putDown: ({ onProgress, signal }) => {
        report = onProgress;
        return new Promise((resolve) => {
          signal.addEventListener('abort', () => resolve(failed({ kind: 'aborted' })));
        });
      },
    });
    const dialog = await opened(world);
    await world.user.click(await within(dialog).findByRole('button', { name: 'Remove 9 acts' }));
    report(0.4);
    const bar = await screen.findByRole('progressbar', { name: 'Putting down the account as it was then' });
    await waitFor(() => expect(bar).toHaveAttribute('aria-valuenow', '40'));
    await world.user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(await screen.findByRole('button', { name: 'Remove 9 acts' })).toBeVisible();
    expect(world.session.pending()).toEqual([]);
    expect(world.asked.finished).toBe(0);
  });

  it('removes nothing before the act has been sent, and says that it waits', async () => {
    const world = await shared({ isReached: false });
    const dialog = await opened(world);
    await world.user.click(await within(dialog).findByRole('button', { name: 'Remove 9 acts' }));
    expect(await screen.findByText('This waits to be sent')).toBeVisible();
    expect(world.asked.finished).toBe(0);
    expect(screen.getByRole('button', { name: 'Remove acts' })).toBeDisabled();
  });

  it('says that the place does not let anybody remove anything', async () => {
    const world = await shared({ finish: failed({ kind: 'forbidden', detail: 'permission denied' }) });
    const dialog = await opened(world);
    await world.user.click(await within(dialog).findByRole('button', { name: 'Remove 9 acts' }));
    expect(await screen.findByText(/^The place does not let you remove anything/)).toBeVisible();
  });

  it('is brought to its end where it was broken off', async () => {
    const world = await shared({ outlook: succeeded({ kind: 'begun', to }) });
    const dialog = await opened(world);
    await world.user.click(await within(dialog).findByRole('button', { name: 'Remove it now' }));
    expect(await screen.findByText('What was done up to entry 10 is no longer in Office drive.')).toBeVisible();
    expect(world.asked).toMatchObject({ put: [], finished: 1 });
  });

  it.each<readonly [ShorteningOutlook, RegExp]>([
    [{ kind: 'carried' }, /^In a folder that a program copies/],
    [{ kind: 'unchecked' }, /^This computer has joined and is still reading/],
    [{ kind: 'nothing', unseenBy: [], first: '2026-04-01' }, /^The first act there is of 1 Apr 2026/],
    [{ kind: 'nothing', unseenBy: [], first: null }, /^Nothing has been done there yet/],
    [{ kind: 'nothing', unseenBy: [], first: '2020-04-01' }, /^What was done before that day was taken back later/],
    [{ kind: 'nothing', unseenBy: [ben], first: '2020-04-01' }, /^It stays until these have seen it/],
  ])('says why nothing can go: %o', async (outlook, words) => {
    const world = await shared({ outlook: succeeded(outlook) });
    const dialog = await opened(world);
    expect(await within(dialog).findByText(words)).toBeVisible();
    expect(within(dialog).getByRole('button', { name: 'Remove acts' })).toBeDisabled();
  });

  it('says who may to whoever may not, and offers it to nobody else', async () => {
    const world = await shared({
      acts: [
        { do: 'user.create', args: { id: 'olga', groupId: 'root', name: 'Olga', roleId: 'owner' } },
        { do: 'user.update', args: { userId: 'owner', set: { roleId: 'accountant' } } },
      ],
    });
    const dialog = await opened(world);
    expect(within(dialog).getByText('Owners and company administrators may: Olga.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Shorten the history…' })).toBeNull();
    expect(world.asked.looked).toEqual([]);
  });
});
