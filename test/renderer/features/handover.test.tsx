import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { TrellisBridge } from '#core/ipc/bridge';
import type { RequestOf } from '#core/ipc/channels';
import { handoverChannels } from '#core/ipc/handover-channels';
import { useCommands } from '../../../renderer/src/parts/commands';
import { Handovers } from '../../../renderer/src/features/handover';
import { accessibilityProblems } from '../../support/renderer/accessible';
import { aWindowOn, sunrise } from '../../support/renderer/window-world';

type Print = RequestOf<'handover.print'>;

let asked: Print[] = [];
let cancelled: string[] = [];
let answer: (request: Print) => Promise<unknown>;
let tell: (progress: { readonly done: number; readonly of: number; readonly name: string }) => void;

beforeEach(() => {
  asked = [];
  cancelled = [];
  answer = () => Promise.resolve({ ok: true, value: { folder: '/out/Sunrise', files: ['1 Handover.pdf'] } });
  window.trellis = {
    call: {
      'handover.print': (request: Print) => {
        asked.push(request);
        return answer(request);
      },
      'handover.cancel': ({ id }: { readonly id: string }) => {
        cancelled.push(id);
        return Promise.resolve({ ok: true, value: null });
      },
    },
    on: {
      'handover.progress': (listener: (progress: object) => void) => {
        tell = (progress) => listener({ id: asked.at(-1)?.id, ...progress });
        return () => undefined;
      },
    },
  } as unknown as TrellisBridge;
});

function RunCommand() {
  const registry = useCommands();
  return <button onClick={() => registry.run('tree.handOver')}>run</button>;
}

async function handingOver() {
  const world = await aWindowOn(sunrise);
  world.account.view.setState({ groupId: 'sunrise' });
  world.show(
    <>
      <Handovers />
      <RunCommand />
    </>,
  );
  await world.user.click(screen.getByRole('button', { name: 'run' }));
  return { ...world, dialog: await screen.findByRole('dialog', { name: 'Hand over Sunrise' }) };
}

describe('handing over', () => {
  it('says what is open, has the papers made from all that lies inside, and locks the group', async () => {
    const { dialog, user, session } = await handingOver();
    expect(within(dialog).getByText(/Apartments without anybody: Apartment 2, .*Sunrise.*House 1/)).toBeVisible();
    expect(within(dialog).getByText('2 documents, 2 apartments')).toBeVisible();
    expect(await accessibilityProblems(dialog)).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Make the papers…' }));
    expect(await screen.findByText('1 document was made')).toBeVisible();
    await waitFor(() => expect(session.model.row('groups', 'sunrise')?.status).toBe('locked'));
    // What main lets through is what the window sends.
    expect(handoverChannels['handover.print'].request.safeParse(asked[0]).success).toBe(true);
    expect(asked[0]?.handover.sections.map(({ name, places }) => [name, places.length])).toEqual([['House 1', 2]]);
  });

  it('given up says so to main and leaves the status as it is', async () => {
    let end: (value: unknown) => void = () => undefined;
    answer = () => new Promise((resolve) => (end = resolve));
    const { dialog, user, session } = await handingOver();
    await user.click(within(dialog).getByRole('button', { name: 'Make the papers…' }));
    tell({ done: 1, of: 2, name: 'House 1' });
    expect(await screen.findByText('Making House 1')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(cancelled).toEqual([asked[0]?.id]);
    end({ ok: true, value: null });
    expect(await screen.findByRole('button', { name: 'Make the papers…' })).toBeVisible();
    expect(session.model.row('groups', 'sunrise')?.status).toBe('draft');
  });

  it('says why the papers could not be made, and leaves the status as it is', async () => {
    answer = () => Promise.resolve({ ok: false, failure: { kind: 'full', detail: '' } });
    const { dialog, user, session } = await handingOver();
    await user.click(within(dialog).getByRole('button', { name: 'Make the papers…' }));
    expect(await screen.findByText(/no room left/)).toBeVisible();
    expect(session.model.row('groups', 'sunrise')?.status).toBe('draft');
  });
});
