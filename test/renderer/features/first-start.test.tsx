import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { FirstStart, sampleAccount, Unopened, WhoAreYou } from '../../../renderer/src/features/first-start';
import type { JoiningProgress, KeptAccount, StartProblem } from '../../../renderer/src/state/start-hooks';
import { TextProvider } from '../../../renderer/src/text/text';
import { accessibilityProblems } from '../../support/renderer/accessible';
import { giveElementsSize } from '../../support/renderer/layout';
import { aWindowOn } from '../../support/renderer/window-world';

function aStart(
  problem: StartProblem | null = null,
  isOpening = false,
  accounts: readonly KeptAccount[] = [],
  joining?: JoiningProgress,
) {
  giveElementsSize();
  const actions = {
    openSample: vi.fn(() => Promise.resolve()),
    openKept: vi.fn(() => Promise.resolve()),
    startAccount: vi.fn(() => Promise.resolve()),
    joinFolder: vi.fn(() => Promise.resolve()),
    cancelJoining: vi.fn(),
    joinServer: vi.fn(() => Promise.resolve(null)),
    lookAtInvitation: vi.fn(() => Promise.resolve({ place: null })),
    joinInvited: vi.fn(() => Promise.resolve()),
    joinInvitedAt: vi.fn(() => Promise.resolve(null)),
    takeProject: vi.fn(() => Promise.resolve()),
  };
  render(
    <TextProvider>
      <FirstStart actions={actions} problem={problem} accounts={accounts} isOpening={isOpening} joining={joining} />
    </TextProvider>,
  );
  return { actions, user: userEvent.setup() };
}

describe('an account that is being joined', () => {
  it('shows how much of it has been read, and can be given up', async () => {
    const { actions, user } = aStart(null, true, [], { done: 2_500, of: 10_000 });
    expect(screen.getByRole('progressbar', { name: 'Reading the account: 10,000 acts' })).toHaveAttribute(
      'aria-valuenow',
      '25',
    );
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(actions.cancelJoining).toHaveBeenCalledOnce();
    expect(await accessibilityProblems(document.body)).toEqual([]);
  });

  it('says so while nobody knows yet how much there is', () => {
    aStart(null, true, [], { done: 0, of: null });
    const bar = screen.getByRole('progressbar', { name: 'Looking how to open the account quickly…' });
    expect(bar).not.toHaveAttribute('aria-valuenow');
  });
});

describe('an account that cannot be opened', () => {
  const lastOpen = '2026-05-01T10:00:00.000Z';
  const accounts: readonly KeptAccount[] = [
    { ledger: 'a', name: 'Harbour', place: 'Team drive', lastOpen, unsent: 2 },
    { ledger: 'b', name: 'Meadow', place: null, lastOpen, unsent: 0 },
  ];

  function aPage(problem: StartProblem, ledger: string | null = 'a') {
    const settled = () => vi.fn(() => Promise.resolve());
    const actions = { tryAgain: settled(), openFromJournal: settled(), chooseAnother: settled(), openKept: settled() };
    render(
      <TextProvider>
        <Unopened actions={actions} ledger={ledger} problem={problem} accounts={accounts} />
      </TextProvider>,
    );
    return { actions, user: userEvent.setup() };
  }

  it('is named with the reason, and is tried again, opened from the journal, or left for another', async () => {
    const { actions, user } = aPage({ kind: 'no-tables', detail: 'UnknownError' });
    expect(screen.getByRole('heading', { name: '“Harbour” could not be opened' })).toBeVisible();
    expect(screen.getByRole('alert')).toHaveTextContent(/tables of this account cannot be opened.*UnknownError/);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(actions.tryAgain).toHaveBeenCalledOnce();
    await user.click(screen.getByRole('button', { name: 'Open it from the journal' }));
    expect(actions.openFromJournal).toHaveBeenCalledOnce();
    expect(screen.getAllByRole('listitem')).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Open' }));
    expect(actions.openKept).toHaveBeenCalledWith('b');
    expect(await accessibilityProblems(document.body)).toEqual([]);
  });

  it('offers nothing that would begin another account', () => {
    aPage({ kind: 'no-room', detail: '' });
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Start' })).toBeNull();
  });

  it('cannot be opened from a journal that cannot be read', () => {
    aPage({ kind: 'not-readable', detail: 'corrupt' }, null);
    expect(screen.getByRole('heading', { name: 'The account could not be opened' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Open it from the journal' })).toBeNull();
  });
});

describe('the first start', () => {
  it('opens the sample account with one press', async () => {
    const { actions, user } = aStart();
    await user.click(screen.getByRole('button', { name: 'Open the sample account' }));
    expect(actions.openSample).toHaveBeenCalledOnce();
  });

  it('starts an account with nothing but a name', async () => {
    const { actions, user } = aStart();
    expect(screen.getByRole('button', { name: 'Start' })).toBeDisabled();
    await user.type(screen.getByRole('textbox', { name: 'Name of the organisation' }), '  Meadow Court {Enter}');
    expect(actions.startAccount).toHaveBeenCalledWith({ name: 'Meadow Court', ownerName: 'Owner' });
  });

  it('lists the accounts on this computer, each with its place and what others cannot see, and opens one', async () => {
    const lastOpen = '2026-05-01T10:00:00.000Z';
    const { actions, user } = aStart(null, false, [
      { ledger: 'a', name: 'Harbour', place: 'Team drive', lastOpen, unsent: 2 },
      { ledger: 'b', name: null, place: null, lastOpen, unsent: 0 },
    ]);
    const [harbour, other] = screen.getAllByRole('listitem');
    expect(harbour).toHaveTextContent(/Harbour.*Team drive.*2 acts others cannot see yet/);
    expect(other).toHaveTextContent(/Account without a readable name.*On this computer only/);
    await user.click(screen.getAllByRole('button', { name: 'Open' })[0] as HTMLElement);
    expect(actions.openKept).toHaveBeenCalledWith('a');
    expect(await accessibilityProblems(document.body)).toEqual([]);
  });

  it('joins by choosing a folder', async () => {
    const { actions, user } = aStart();
    await user.click(screen.getByRole('button', { name: 'Choose a folder…' }));
    expect(actions.joinFolder).toHaveBeenCalledOnce();
  });

  it.each(['nothing-there', 'holds-another', 'not-reachable', 'not-readable', 'no-room', 'defect'] as const)(
    'says what happened and what helps when it is %s',
    (kind) => {
      aStart({ kind, detail: 'x' });
      const alert = screen.getByRole('alert');
      expect(alert.querySelector('.notice-title')?.textContent).not.toBe('');
      expect(alert.textContent).not.toContain('start.problem');
    },
  );

  it('waits while something is being opened', () => {
    aStart(null, true);
    expect(screen.getByRole('status')).toHaveTextContent('Opening…');
    expect(screen.getByRole('button', { name: 'Open the sample account' })).toBeDisabled();
  });

  it('has nothing that axe finds wrong', async () => {
    aStart({ kind: 'nothing-there', detail: '' });
    expect(await accessibilityProblems(document.body)).toEqual([]);
  });
});

describe('who sits here after joining', () => {
  it('offers those who administer first, and finds anybody by name', async () => {
    giveElementsSize();
    const choosePerson = vi.fn(() => Promise.resolve());
    const people = [
      { id: 'ada', name: 'Ada', roleId: 'resident' },
      { id: 'zoe', name: 'Zoe', roleId: 'owner' },
      { id: 'ben', name: 'Ben', roleId: 'technical' },
    ];
    render(
      <TextProvider>
        <WhoAreYou people={people} actions={{ choosePerson }} />
      </TextProvider>,
    );
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'BenTechnician',
      'ZoeOwner',
      'AdaResident',
    ]);
    const user = userEvent.setup();
    await user.type(screen.getByRole('searchbox'), 'ad');
    await user.click(screen.getByRole('button', { name: /Ada/ }));
    expect(choosePerson).toHaveBeenCalledWith('ada');
    expect(await accessibilityProblems(document.body)).toEqual([]);
  });
});

describe('the sample account', () => {
  it('is made without a single refusal, with complexes, people, licenses and things that end soon', async () => {
    const { session } = await aWindowOn(sampleAccount('2026-05-01').acts);
    const digest = session.ask('digest', {}, '2026-05-01');
    expect(digest).toMatchObject({ groups: 719, devices: 20 });
    const forecast = session.ask('forecast', { from: '2026-05-01', to: '2026-05-31' }, '2026-05-01');
    expect(Array.isArray(forecast) && forecast.some((entry) => entry.kind === 'seatFallsBack')).toBe(true);
  });
});
