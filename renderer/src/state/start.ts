import { createStore } from 'zustand/vanilla';
import type { LocalLedger } from '#core/ipc/ledger-channels';
import type { FolderWay } from '#core/ledger/folder-guess';
import type { LocalAccountSession } from '../data/account-session';
import { bridgeJournal } from '../data/bridge-journal';
import type { Surroundings } from '../data/clock';
import { openSession, removeTables, tryTables } from '../data/open-session';
import type { PositionKeeper } from '../data/position-database';
import { ask, hear } from '../platform/bridge';
import { exchangeOf } from './exchange';
import { forgetJoined, Joining } from './joining';
import { personOfKey } from './letting-in';
import { nameOfFolder, newAccount, ownerId, type SampleAccount } from './new-account';
import { trustCalls } from './trust-calls';
import { trustProblem, type TrustProblem } from './trust-problem';
import { readPosition } from './kept-position';
import type { OpenAccount } from './session-context';
import type { FolderToShare, LockState, PersonToBe, Start, StartProblem, StartState } from './start-hooks';
import { type ServerLogin, type ServerProblem, serverProblem } from './server-problem';
import { openingProblem, startProblem, tablesToTell } from './start-problem';
import { takeProject } from './taken-project';
import { ownPlace } from './own-position';
import { createViewStore, firstPosition } from './view-store';
import { watchView } from './view-watch';
import { WaysIn } from './ways-in';

export interface StartParts {
  readonly surroundings: Surroundings;
  readonly keeper: PositionKeeper;
  /** The acts that make the sample account out of an empty one. */
  readonly sample: () => Promise<SampleAccount>;
  readonly timeZone: string;
  readonly chance: () => number;
}

/** Opens accounts: the one that was open last, the sample, a new one, or one from a folder. Begins by itself. */
export function createStart(parts: StartParts): Start {
  const starter = new Starter(parts);
  hear('window.closing', () => void starter.beforeClosing());
  hear('window.lock', () => void starter.lock());
  void starter.begin();
  return starter;
}

class Starter implements Start {
  readonly state = createStore<StartState>()(() => ({ kind: 'starting' }));
  private readonly waysIn = new WaysIn(this.state, ({ local, session }, userId) => {
    this.joined = { local, session };
    return this.choosePerson(userId);
  });
  private readonly joining = new Joining(this.state);
  private joined: { readonly local: LocalLedger; readonly session: LocalAccountSession } | null = null;
  private open: {
    readonly local: LocalLedger;
    readonly session: LocalAccountSession;
    readonly account: OpenAccount;
  } | null = null;
  /** The account that waits for its passphrase before anything of it was shown. */
  private locked: LocalLedger | null = null;
  /** The account that could not be opened; `null` where not even that is known. */
  private unopened: LocalLedger | null = null;
  private ending: (() => void) | null = null;
  private wasOpenedAnew = false;

  constructor(private readonly parts: StartParts) {}

  async begin(): Promise<void> {
    const info = await ask('app.info', {});
    this.wasOpenedAnew = info.ok && info.value.wasOpenedAnew;
    const last = await ask('ledger.open', {});
    if (!last.ok) return this.tellUnopened(null, startProblem(last.failure));
    if (last.value !== null) return this.openLedger(last.value);
    if (info.ok && info.value.opening === 'sample') return this.openSample();
    const invitation = await ask('ledger.invitation', {});
    return invitation.ok && invitation.value !== null ? this.join(invitation.value) : this.choose(null);
  }

  readonly openSample = async (): Promise<void> => {
    this.state.setState({ kind: 'opening' }, true);
    const { name, ownerName, acts } = await this.parts.sample();
    await this.create(name, ownerName, acts);
  };

  readonly openKept = async (ledger: string): Promise<void> => {
    this.state.setState({ kind: 'opening' }, true);
    const opened = await ask('ledger.openKept', { ledger });
    return opened.ok ? this.openLedger(opened.value) : this.choose(startProblem(opened.failure));
  };

  readonly tryAgain = async (): Promise<void> => {
    this.state.setState({ kind: 'opening' }, true);
    return this.unopened === null ? this.begin() : this.openLedger(this.unopened);
  };

  readonly openFromJournal = async (): Promise<void> => {
    if (this.unopened !== null) await this.openLedger(this.unopened, true);
  };

  readonly chooseAnother = async (): Promise<void> => {
    this.state.setState({ kind: 'choosing', problem: null }, true);
    await this.listAccounts();
  };

  readonly startAccount = (given: { readonly name: string; readonly ownerName: string }): Promise<void> =>
    this.create(given.name, given.ownerName, []);

  readonly joinFolder = async (): Promise<void> => {
    const folder = await ask('app.chooseFolder', {});
    if (!folder.ok) this.choose(startProblem(folder.failure));
    else if (folder.value !== null) await this.join(folder.value);
  };

  readonly cancelJoining = this.joining.cancel;

  readonly joinServer = (login: ServerLogin): Promise<ServerProblem | null> => this.joinOn(login);

  readonly shareThroughServer = async (login: ServerLogin): Promise<ServerProblem | null> => {
    const named = await ask('server.name', login);
    if (!named.ok) return serverProblem(named.failure);
    if (this.open === null) return null;
    const connected = await ask('ledger.connect', {
      ledger: this.open.local.ledger,
      place: named.value.place,
      way: null,
    });
    if (!connected.ok) return serverProblem(connected.failure);
    await this.changeStore(connected.value);
    return null;
  };

  readonly signIn = async (password: string): Promise<ServerProblem | null> => {
    if (this.open === null) return null;
    const { account, local } = this.open;
    const signedIn = await ask('server.signIn', { ledger: local.ledger, password });
    if (!signedIn.ok) return serverProblem(signedIn.failure);
    await account.synchroniser.synchronise();
    return null;
  };

  readonly choosePerson = async (userId: string): Promise<void> => {
    const { joined, waysIn } = this;
    if (waysIn.isRecovering) return waysIn.recoverAs(userId);
    if (joined === null) return;
    const seated = await ask('ledger.choosePerson', { ledger: joined.local.ledger, by: userId });
    if (!seated.ok) return this.choose(startProblem(seated.failure));
    this.joined = null;
    await this.show(seated.value, joined.session.as(userId));
  };

  readonly lookAtInvitation = async (text: string): Promise<TrustProblem | { readonly place: string | null }> => {
    const read = await ask('trust.readInvitation', { text });
    return read.ok ? { place: read.value.place } : trustProblem(read.failure);
  };

  readonly joinInvited = async (text: string): Promise<void> => {
    const folder = await ask('app.chooseFolder', {});
    if (!folder.ok) this.choose(startProblem(folder.failure));
    else if (folder.value !== null) await this.join(folder.value, text);
  };

  readonly joinInvitedAt = (text: string, login: ServerLogin): Promise<ServerProblem | null> =>
    this.joinOn(login, text);

  private async joinOn(login: ServerLogin, invitation?: string): Promise<ServerProblem | null> {
    const named = await ask('server.name', login);
    const holdsAccount = named.ok ? named.value.holdsAccount : named.failure.kind !== 'only-carries-files';
    if (!holdsAccount) return serverProblem({ kind: 'nothing-there' });
    if (!named.ok) return serverProblem(named.failure);
    await this.join(named.value.place, invitation);
    return null;
  }

  readonly askToBeLetIn = async (): Promise<void> => {
    const { open } = this;
    if (open === null) return;
    this.state.setState({ kind: 'opening' }, true);
    this.forgetOpenAccount();
    await open.account.synchroniser.stop();
    await this.waysIn.wait(open.local, open.session);
  };

  readonly lookWhetherLetIn = (): Promise<void> => this.waysIn.look();
  readonly letInByInvitation = (text: string): Promise<void> => this.waysIn.byInvitation(text);
  readonly letInByWords = (words: string): Promise<void> => this.waysIn.byWords(words);

  readonly shareThroughFolder = async (way?: FolderWay): Promise<void> => {
    const folder = await ask('app.chooseFolder', {});
    if (this.open === null || (folder.ok && folder.value === null)) return;
    if (!folder.ok) return this.tell(startProblem(folder.failure));
    const place = folder.value ?? '';
    if (way !== undefined) return this.shareAt(place, way);
    const guess = await ask('ledger.guess', { place });
    if (!guess.ok) return this.tell(startProblem(guess.failure));
    if (guess.value.isSettled) return this.shareAt(place, null);
    this.askAbout({ place, label: nameOfFolder(place), guess: guess.value });
  };

  readonly shareFolderAs = async (way: FolderWay | null): Promise<void> => {
    const state = this.state.getState();
    const folder = state.kind === 'open' ? state.folderToShare : null;
    this.askAbout(null);
    if (way !== null && folder !== null) await this.shareAt(folder.place, way);
  };

  private askAbout(folderToShare: FolderToShare | null): void {
    this.state.setState((state) => (state.kind === 'open' ? { ...state, folderToShare } : state), true);
  }

  private async shareAt(place: string, way: FolderWay | null): Promise<void> {
    if (this.open === null) return;
    // Nothing that such a folder carries is encrypted.
    if (way === 'kept' && this.open.session.model.row('protection', 'protection') !== undefined)
      return this.tell({ kind: 'not-for-protected', detail: '' });
    const connected = await ask('ledger.connect', { ledger: this.open.local.ledger, place, way });
    if (!connected.ok) return this.tell(startProblem(connected.failure));
    await this.changeStore(connected.value);
  }

  readonly stopSharing = async (): Promise<void> => {
    if (this.open === null) return;
    const disconnected = await ask('ledger.disconnect', { ledger: this.open.local.ledger });
    if (!disconnected.ok) return this.tell(startProblem(disconnected.failure));
    await this.changeStore(disconnected.value);
  };

  readonly closeAccount = async (): Promise<void> => {
    const { open } = this;
    const letting = this.waysIn.giveUp();
    if (letting !== null) {
      this.choose(null);
      await letting.session.close();
      await ask('ledger.leave', { ledger: letting.local.ledger });
      return this.listAccounts();
    }
    if (open === null) return;
    this.choose(null);
    await this.endOpen();
    await ask('ledger.leave', { ledger: open.local.ledger });
    await this.listAccounts();
  };

  readonly takeProject: Start['takeProject'] = async (project, as) => {
    this.state.setState({ kind: 'opening' }, true);
    await takeProject(
      {
        open: this.open?.local ?? null,
        endOpen: () => this.endOpen(),
        openLedger: (local) => this.openLedger(local),
        tell: (problem) => this.tell(problem),
        choose: (problem) => this.choose(problem),
      },
      project,
      as,
    );
  };

  readonly goOnAnew = async (): Promise<void> => {
    const letting = this.waysIn.giveUp();
    if (letting === null) return;
    this.state.setState({ kind: 'opening' }, true);
    await letting.session.close();
    const begun = await ask('project.goOn', { ledger: letting.local.ledger });
    return begun.ok ? this.openLedger(begun.value) : this.choose(startProblem(begun.failure));
  };

  readonly lock = async (): Promise<void> => {
    const state = this.state.getState();
    const { open } = this;
    if (open === null || state.kind !== 'open' || state.lock?.isLocked !== false) return;
    // Hidden first: nobody has to wait for that.
    this.tellLock({ ...state.lock, isLocked: true });
    await open.account.synchroniser.stop();
    await ask('trust.lock', { ledger: open.local.ledger });
  };

  readonly unlock = async (passphrase: string): Promise<TrustProblem | null> => {
    const { open, locked } = this;
    const ledger = (open?.local ?? locked)?.ledger;
    if (ledger === undefined) return null;
    const unlocked = await ask('trust.unlock', { ledger, passphrase });
    if (!unlocked.ok) return trustProblem(unlocked.failure);
    this.locked = null;
    if (open === null) await this.openLedger(unlocked.value);
    else await this.goOn(open, unlocked.value);
    return null;
  };

  /** Everything is where it was; only what is exchanged with others begins anew. */
  private async goOn({ session, account }: NonNullable<Starter['open']>, local: LocalLedger): Promise<void> {
    const keys = await ask('trust.own', { ledger: local.ledger });
    if (keys.ok) session.useKeys(keys.value.ids);
    const where = (): string => account.view.getState().groupId;
    const present = { ...account, ...exchangeOf(local, session, this.parts, where) };
    this.open = { local, session, account: present };
    this.state.setState(
      (state) => (state.kind === 'open' ? { ...state, account: present, store: local.store, lock: local.lock } : state),
      true,
    );
  }

  readonly lockAfter = async (passphrase: string, minutes: number | null): Promise<TrustProblem | null> => {
    if (this.open === null) return null;
    const changed = await ask('trust.lockAfter', { ledger: this.open.local.ledger, passphrase, minutes });
    if (!changed.ok) return trustProblem(changed.failure);
    this.tellLock(changed.value.lock);
    return null;
  };

  readonly putAside = async (): Promise<void> => {
    const ledger = (this.open?.local ?? this.locked)?.ledger;
    if (ledger === undefined) return;
    this.locked = null;
    this.state.setState({ kind: 'opening' }, true);
    await this.endOpen();
    await ask('trust.putAside', { ledger });
    await removeTables(ledger);
    this.choose(null);
  };

  private tellLock(lock: LockState | undefined): void {
    this.state.setState((state) => (state.kind === 'open' ? { ...state, lock } : state), true);
  }

  /** The window closes when what is under way is done, and whatever was asked for behind it. */
  async beforeClosing(): Promise<void> {
    await ask('window.answerClosing', { answer: 'finishing' });
    const closes = (await this.open?.session.finish()) ?? true;
    await ask('window.answerClosing', { answer: closes ? 'close' : 'stay' });
  }

  private async create(name: string, ownerName: string, acts: SampleAccount['acts']): Promise<void> {
    this.state.setState({ kind: 'opening' }, true);
    const { surroundings, timeZone } = this.parts;
    const intents = newAccount({ surroundings, timeZone, name, ownerName, acts });
    const ledger = surroundings.newCommitId();
    try {
      // Main has nothing to do with an account that this window could not show.
      await tryTables(ledger);
    } catch (error) {
      return this.choose(openingProblem(error));
    }
    const created = await ask('ledger.create', {
      ledger,
      by: ownerId,
      intents,
    });
    return created.ok ? this.openLedger(created.value) : this.choose(startProblem(created.failure));
  }

  private async join(place: string, invitation?: string): Promise<void> {
    this.state.setState({ kind: 'opening' }, true);
    const joined = await ask('ledger.join', { place });
    return joined.ok ? this.openLedger(joined.value, false, invitation) : this.choose(startProblem(joined.failure));
  }

  private async openLedger(local: LocalLedger, withoutTables = false, invitation?: string): Promise<void> {
    if (local.lock?.isLocked === true) {
      this.locked = local;
      this.state.setState({ kind: 'locked' }, true);
      return;
    }
    this.state.setState({ kind: 'opening' }, true);
    try {
      const { ledger, device } = local;
      const by = local.by ?? '';
      const trust = await ask('trust.own', { ledger });
      const { session, hadBadTables } = await openSession({
        ledger,
        by,
        device,
        keys: trust.ok ? trust.value.ids : [],
        journal: bridgeJournal(ledger),
        surroundings: this.parts.surroundings,
        withoutTables,
        anew: local.anew === true,
      });
      this.unopened = null;
      if (invitation !== undefined) return await this.waysIn.join(local, session, invitation);
      if (local.by === null) return await this.askWhoSitsHere(local, session);
      await ask('ledger.shown', { ledger });
      await this.show(local, session, tablesToTell(withoutTables, hadBadTables));
    } catch (error) {
      await this.tellUnopened(local, openingProblem(error));
    }
  }

  /** A page of its own: whoever meets it must not begin an account in place of the one that is kept. */
  private async tellUnopened(local: LocalLedger | null, problem: StartProblem): Promise<void> {
    this.unopened = local;
    const ledger = local?.ledger ?? null;
    this.state.setState({ kind: 'unopened', ledger, problem, accounts: [] }, true);
    await this.listAccounts();
  }

  /** A joined account has nothing in it until it was read for the first time. */
  private async askWhoSitsHere(local: LocalLedger, session: LocalAccountSession): Promise<void> {
    if (local.store !== null) {
      const outcome = await this.joining.read(local, session);
      if (!outcome.ok && outcome.failure.kind === 'forbidden') return this.waysIn.wait(local, session);
      if (!outcome.ok) {
        await session.close();
        const isGivenUp = outcome.failure.kind === 'aborted';
        if (isGivenUp) await forgetJoined(local.ledger);
        return this.choose(isGivenUp ? null : startProblem(outcome.failure));
      }
    }
    // In a protected account the computer says who sits here.
    const person = personOfKey(session);
    if (person === null && session.model.row('protection', 'protection') !== undefined)
      return this.waysIn.wait(local, session);
    const people = session.people().map(({ id, name, roleId }): PersonToBe => ({ id, name, roleId }));
    this.joined = { local, session };
    if (person !== null) return this.choosePerson(person);
    const [only] = people;
    if (only !== undefined && people.length === 1) return this.choosePerson(only.id);
    this.state.setState({ kind: 'whoAreYou', people }, true);
  }

  private async show(
    local: LocalLedger,
    session: LocalAccountSession,
    problem: StartProblem | null = null,
  ): Promise<void> {
    const person = personOfKey(session);
    if (person !== null && person !== session.by) {
      this.joined = { local, session };
      return this.choosePerson(person);
    }
    const { keeper } = this.parts;
    const place = await readPosition(keeper, local.ledger);
    const own = ownPlace(session);
    const isThere = place !== firstPosition && session.model.row('groups', place.groupId) !== undefined;
    const view = createViewStore(
      session.today(),
      isThere ? place : { ...place, ...own, selection: { kind: 'group', ids: [] } },
    );
    const onMoved = (): void => void this.followStore();
    this.ending = watchView({ ledger: local.ledger, session, view, keeper, onMoved });
    const trust = trustCalls(local.ledger, session);
    this.present(
      local,
      session,
      { session, view, trust, ...exchangeOf(local, session, this.parts, () => view.getState().groupId) },
      problem,
    );
  }

  /** The place is of another way than before: main has opened it anew already. */
  private async followStore(): Promise<void> {
    const last = await ask('ledger.open', {});
    const { open } = this;
    if (!last.ok || last.value === null || open === null || last.value.ledger !== open.local.ledger) return;
    if (last.value.anew !== true) return this.changeStore(last.value);
    this.forgetOpenAccount();
    await open.account.synchroniser.stop();
    await open.session.close();
    await this.openLedger(last.value);
  }

  private async changeStore(local: LocalLedger): Promise<void> {
    if (this.open === null) return;
    const { session, account } = this.open;
    await account.synchroniser.stop();
    const where = (): string => account.view.getState().groupId;
    this.present(local, session, { ...account, ...exchangeOf(local, session, this.parts, where) });
  }

  private present(
    local: LocalLedger,
    session: LocalAccountSession,
    account: OpenAccount,
    given: StartProblem | null = null,
  ): void {
    this.open = { local, session, account };
    const problem = given ?? (this.wasOpenedAnew ? ({ kind: 'opened-anew', detail: '' } as const) : null);
    this.wasOpenedAnew = false;
    const { store, lock } = local;
    this.state.setState({ kind: 'open', account, store, problem, folderToShare: null, lock }, true);
  }

  private async endOpen(): Promise<void> {
    const { open } = this;
    this.forgetOpenAccount();
    await open?.account.synchroniser.stop();
    await open?.session.close();
  }

  private forgetOpenAccount(): void {
    this.ending?.();
    this.ending = null;
    this.open = null;
  }

  private choose(problem: StartProblem | null): void {
    this.state.setState({ kind: 'choosing', problem }, true);
    void this.listAccounts();
  }

  /** The accounts on this computer come to the screen as soon as main has looked. */
  private async listAccounts(): Promise<void> {
    const accounts = await ask('ledger.accounts', {});
    if (!accounts.ok) return;
    this.state.setState(
      (state) =>
        state.kind === 'choosing' || state.kind === 'unopened' ? { ...state, accounts: accounts.value } : state,
      true,
    );
  }

  private tell(problem: StartProblem): void {
    this.state.setState((state) => (state.kind === 'open' ? { ...state, problem } : state), true);
  }
}
