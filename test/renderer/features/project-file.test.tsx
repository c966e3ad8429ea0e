import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { TrellisBridge } from '#core/ipc/bridge';
import type { RequestOf } from '#core/ipc/channels';
import type { ProjectContents, ProjectFailure } from '#core/ipc/project-channels';
import { ProjectFiles } from '../../../renderer/src/features/project-file';
import { useCommands } from '../../../renderer/src/parts/commands';
import { accessibilityProblems } from '../../support/renderer/accessible';
import { aWindowOn, sunrise } from '../../support/renderer/window-world';

const contents: ProjectContents = {
  ...{ ledger: 'other', name: 'Harbour Homes', kind: 'account', isNewer: false, isSealed: false, isProtected: false },
  isShortened: false,
  ...{
    commits: 4,
    waiting: 1,
    void: 0,
    last: '2026-05-01T10:00:00.000Z',
    changes: null,
    steps: [],
    here: { kind: 'absent' },
  },
  outline: {
    ...{ groups: 2, people: 3, numbers: 1, devices: 0 },
    lines: [
      { depth: 0, kind: 'distributor', name: 'Harbour Homes', people: 1, devices: 0 },
      { depth: 1, kind: 'complex', name: 'Quay', people: 2, devices: 0 },
    ],
  },
};

let saved: RequestOf<'project.save'>[] = [];
let looked: RequestOf<'project.look'>[] = [];
let found: (request: RequestOf<'project.look'>) => ProjectContents | ProjectFailure;
let given: unknown = null;

beforeEach(() => {
  saved = [];
  looked = [];
  found = () => contents;
  given = null;
  window.trellis = {
    call: {
      'project.given': ({ kind }: RequestOf<'project.given'>) =>
        Promise.resolve({ ok: true, value: kind === 'project' ? given : null }),
      'project.close': () => Promise.resolve({ ok: true, value: null }),
      'project.save': (request: RequestOf<'project.save'>) => {
        saved.push(request);
        return Promise.resolve({ ok: true, value: { bytes: 4096 } });
      },
      'project.look': (request: RequestOf<'project.look'>) => {
        looked.push(request);
        const answer = found(request);
        return Promise.resolve(
          'code' in answer
            ? { ok: false, failure: { kind: 'unreadable', failure: answer } }
            : { ok: true, value: answer },
        );
      },
    },
    on: { 'project.given': () => () => undefined },
  } as unknown as TrellisBridge;
});

function BackupsButton() {
  const commands = useCommands();
  return <button onClick={() => commands.run('account.backups')}>backups</button>;
}

async function aWindow() {
  const world = await aWindowOn(sunrise);
  world.account.view.setState({ groupId: 'sunrise' });
  const onTake = vi.fn(() => Promise.resolve());
  world.show(
    <>
      <BackupsButton />
      <ProjectFiles onTake={onTake} dropped={null} onDone={() => undefined} />
    </>,
  );
  return { ...world, onTake };
}

/** The window with a file that was opened outside of it. */
async function opened() {
  given = { name: 'harbour.trellis', bytes: Uint8Array.from([1, 2, 3]) };
  return aWindow();
}

describe('a project file', () => {
  it('opened outside of the window shows what is in it, and is opened only when the person says so', async () => {
    const { user, onTake } = await opened();
    const dialog = await screen.findByRole('dialog', { name: 'harbour.trellis' });
    expect(dialog).toHaveTextContent(/Harbour Homes.*2 groups, 3 people, 0 devices · 1 number · 5 acts/);
    expect(dialog).toHaveTextContent('This account is not on this computer yet');
    expect(within(dialog).getByRole('region', { name: 'What is in it' })).toHaveTextContent('Quay2 people');
    expect(await accessibilityProblems(dialog)).toEqual([]);
    expect(onTake).not.toHaveBeenCalled();
    await user.click(within(dialog).getByRole('button', { name: 'Open the account' }));
    expect(onTake).toHaveBeenCalledWith({ id: looked[0]?.id, ledger: 'other' }, 'itself');
  });

  it('of an account that is here says what would come and be different, and can be a copy instead', async () => {
    const none = { count: 0, shown: [] };
    const blocks = { count: 6, shown: [{ name: 'link.plus', quantity: 12 }] };
    found = () => ({
      ...contents,
      here: { kind: 'kept', commits: 2, waiting: 1 },
      changes: [{ table: 'blocks', added: blocks, changed: none, removed: none }],
    });
    const { user, onTake } = await opened();
    const dialog = await screen.findByRole('dialog', { name: 'harbour.trellis' });
    expect(dialog).toHaveTextContent('2 acts that have their place and 1 act that waits would come');
    expect(within(dialog).getByRole('row', { name: /^Licenses/ })).toHaveTextContent('12 × Link Plus, 5 more');
    await user.click(within(dialog).getByRole('radio', { name: /As an account of its own/ }));
    await user.click(within(dialog).getByRole('button', { name: 'Open a copy' }));
    expect(onTake).toHaveBeenCalledWith({ id: looked[0]?.id, ledger: 'other' }, 'copy');
  });

  it('of an account whose history was made shorter is brought together, and never a copy', async () => {
    found = () => ({ ...contents, isShortened: true, here: { kind: 'kept', commits: 2, waiting: 0 } });
    const { user, onTake } = await opened();
    const dialog = await screen.findByRole('dialog', { name: 'harbour.trellis' });
    expect(dialog).toHaveTextContent('Its history was made shorter');
    expect(within(dialog).queryByRole('radio')).toBeNull();
    await user.click(within(dialog).getByRole('button', { name: /^Bring/ }));
    expect(onTake).toHaveBeenCalledWith({ id: looked[0]?.id, ledger: 'other' }, 'itself');
  });

  it('that is a backup of such an account shows what was different, and becomes no copy', async () => {
    const none = { count: 0, shown: [] };
    const groups = { count: 1, shown: [{ name: 'Mole' }] };
    found = () => ({
      ...{ ...contents, isShortened: true },
      changes: [{ table: 'groups', added: groups, changed: none, removed: none }],
    });
    const backup = { name: '2026-05-01T10-00-00Z.trellis', at: '2026-05-01T10:00:00.000Z', bytes: 2048 };
    const value = { backups: [{ ...backup, isByHand: false }], counts: { hourly: 1, daily: 1, weekly: 1 } };
    Object.assign(window.trellis.call, {
      'backups.list': () => Promise.resolve({ ok: true, value: { ...value, folder: '/b', isUsualFolder: true } }),
      'backups.read': () => Promise.resolve({ ok: true, value: new Uint8Array(4) }),
    });
    const { user, onTake } = await aWindow();
    await user.click(screen.getByRole('button', { name: 'backups' }));
    await user.click(await screen.findByRole('button', { name: 'Look…' }));
    expect(await screen.findByText('It cannot become a copy')).toBeVisible();
    expect(screen.getByRole('row', { name: /Mole/ })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Open as a copy' })).toBeDisabled();
    expect(onTake).not.toHaveBeenCalled();
  });

  it.each([
    ['newer', { isNewer: true, outline: null }, 'Made by a newer Trellis'],
    ['of one group', { kind: 'view' as const }, 'A copy to read'],
  ])('that is %s can only be looked at', async (_what, more, says) => {
    found = () => ({ ...contents, ...more });
    await opened();
    const dialog = await screen.findByRole('dialog', { name: 'harbour.trellis' });
    expect(dialog).toHaveTextContent(says);
    expect(within(dialog).queryByRole('button', { name: /^Open|^Bring/ })).toBeNull();
  });

  it('that is locked asks for its passphrase, again where it is another', async () => {
    found = ({ passphrase }) =>
      passphrase === 'right' ? contents : { code: passphrase === null ? 'PASSPHRASE_NEEDED' : 'WRONG_PASSPHRASE' };
    const { user } = await opened();
    const locked = await screen.findByRole('dialog', { name: 'harbour.trellis is locked' });
    expect(await accessibilityProblems(locked)).toEqual([]);
    await user.type(within(locked).getByLabelText('Passphrase'), 'wrong{Enter}');
    const field = await waitFor(() => {
      expect(screen.getByRole('alert')).toHaveTextContent('not the passphrase');
      return screen.getByLabelText('Passphrase');
    });
    await user.clear(field);
    await user.type(field, 'right{Enter}');
    expect(await screen.findByRole('dialog', { name: 'harbour.trellis' })).toHaveTextContent('Harbour Homes');
  });

  it('that is damaged is named in plain words, and another can be chosen', async () => {
    found = () => ({ code: 'DAMAGED', place: 'ledger.jsonl' });
    await opened();
    const dialog = await screen.findByRole('dialog', { name: 'Open a project file' });
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      /damaged.*ledger\.jsonl.*Nothing of it was taken/,
    );
    expect(within(dialog).getByRole('button', { name: 'Choose a file…' })).toBeVisible();
  });

  it('is saved of the whole account, or of the group that is looked at, under a passphrase that was typed twice', async () => {
    const { user, session } = await aWindow();
    await user.keyboard('{Control>}s{/Control}');
    const dialog = await screen.findByRole('dialog', { name: 'Save as a project file' });
    expect(await accessibilityProblems(dialog)).toEqual([]);
    await user.click(within(dialog).getByRole('radio', { name: /Only Sunrise/ }));
    await user.click(within(dialog).getByRole('switch', { name: 'Lock it with a passphrase' }));
    const button = within(dialog).getByRole('button', { name: 'Save…' });
    await user.type(within(dialog).getByLabelText('Passphrase'), 'correct horse');
    await user.type(within(dialog).getByLabelText('The passphrase again'), 'correct hose');
    expect(button).toBeDisabled();
    await user.clear(within(dialog).getByLabelText('The passphrase again'));
    await user.type(within(dialog).getByLabelText('The passphrase again'), 'correct horse');
    await user.click(button);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(saved).toMatchObject([
      { ledger: session.ledger, groupId: 'sunrise', name: 'Sunrise', by: session.by, passphrase: 'correct horse' },
    ]);
  });
});
