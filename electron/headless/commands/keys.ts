import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { failed, succeeded } from '#core/kernel/result';
import { acceptText, rotateText } from '#core/ledger/signed-text';
import type { LedgerStore, StoreResult } from '#core/ledger/store';
import { synchronise } from '#core/ledger/synchronise';
import { neverAborted } from '../../main/stores/abort';
import { openStore, presentAddress } from '../places';
import { ComputerKeys, secretsFrom } from '../../main/trust/computer-keys';
import {
  holdsHead,
  invitationSecrets,
  invitationText,
  makeInvitationSecret,
  readInvitation,
} from '../../main/trust/invitation';
import { makeRecoveryWords, readRecoveryWords, sixWords } from '../../main/trust/words';
import { wordLines } from '../begin-protected';
import { keysFromEnvironment, openPlace, openPlaceAtBeginning, type OpenPlace } from '../protected-place';
import { dayIn } from '../shared-account';
import { takeOption, takeSwitch, takeWords, UsageError, type Command } from './command';
import { failureLine } from './store-commands';

type Print = (line: string) => void;

/** Lists who is let in, lets in and shuts out, without a window. The file of keys is named by `TRELLIS_KEYS`. */
export const keysCommand: Command = {
  name: 'keys',
  usage: [
    'keys list STORE                           says which computers and invitations count',
    'keys protect STORE [--no-words]           protects an account, and prints the recovery words',
    'keys invite STORE --for USER [--until DAY] makes an invitation that works once, and prints it',
    'keys accept STORE FILE                    takes up the invitation in a file',
    'keys request STORE                        makes a key and prints it with six words, to be let in',
    'keys certify STORE --for USER REQUEST     lets in a computer whose six words were compared',
    'keys rotate STORE                         changes this computer’s key',
    'keys revoke STORE ID                      shuts out a computer, or withdraws an invitation',
    'keys recover STORE --for OWNER FILE       lets this computer in by the recovery words in a file',
    '                                          (TRELLIS_KEYS=FILE names the keys, TRELLIS_PASSPHRASE locks them)',
  ],
  run: async ([what, ...words], print) => {
    switch (what) {
      case 'list':
        return withPlace(takeWords(words, 'STORE')[0], print, [], list);
      case 'protect': {
        const hasWords = !takeSwitch(words, '--no-words');
        return withPlace(takeWords(words, 'STORE')[0], print, [], (place) => protect(place, hasWords, print));
      }
      case 'invite': {
        const [userId, until] = [needed(words, '--for'), takeOption(words, '--until')];
        return withPlace(takeWords(words, 'STORE')[0], print, [], (place) => invite(place, userId, until, print));
      }
      case 'accept':
        return accept(words, print);
      case 'request':
        return withPlace(takeWords(words, 'STORE')[0], print, [], request, 'unread');
      case 'certify': {
        const userId = needed(words, '--for');
        const [address, text] = takeWords(words, 'STORE', 'REQUEST');
        return withPlace(address, print, [], (place) => certify(place, userId, text));
      }
      case 'rotate':
        return withPlace(takeWords(words, 'STORE')[0], print, [], rotate);
      case 'revoke': {
        const [address, key] = takeWords(words, 'STORE', 'ID');
        return withPlace(address, print, [], (place) => act(place, 'key.revoke', { key }));
      }
      case 'recover':
        return recover(words, print);
      default:
        throw new UsageError('keys takes list, protect, invite, accept, request, certify, rotate, revoke or recover');
    }
  },
};

function needed(words: string[], option: string): string {
  const value = takeOption(words, option);
  if (value === null) throw new UsageError(`${option} is needed`);
  return value;
}

type Done = StoreResult<readonly string[]>;

/** Opens a place with the keys of the environment, does something there, and says what came of it. */
async function withPlace(
  address: string,
  print: Print,
  lent: readonly ComputerKeys[],
  work: (place: OpenPlace) => Promise<Done>,
  reading: 'read' | 'unread' = 'read',
): Promise<number> {
  const opened = openStore(await presentAddress(address), { ledger: null, mayBeEmpty: false });
  if (!opened.ok) return refuse(failureLine(opened.failure), print);
  const { store } = opened.value;
  try {
    if (store.order !== undefined)
      return refuse('An account in a place that only carries files cannot be protected yet.', print);
    const place = await placeIn(store, lent, reading);
    const done = place.ok ? await work(place.value) : place;
    if (!done.ok) return refuse(failureLine(done.failure), print);
    for (const line of done.value) print(line);
    return 0;
  } finally {
    await store.close();
  }
}

async function placeIn(
  store: LedgerStore,
  lent: readonly ComputerKeys[],
  reading: 'read' | 'unread',
): Promise<StoreResult<OpenPlace>> {
  const report = await store.check(neverAborted);
  if (!report.ok) return report;
  const { ledger } = report.value;
  if (ledger === null) return failed({ kind: 'offline', detail: 'There is no account.' });
  const keys = await keysFromEnvironment(ledger);
  if (!keys.ok) return keys;
  if (keys.value === null) throw new UsageError('TRELLIS_KEYS must name a file for the keys of this computer');
  if (reading === 'unread') return succeeded(openPlace(ledger, store, keys.value, lent));
  const begun = await openPlaceAtBeginning(ledger, store, keys.value, lent);
  if (!begun.ok) return begun;
  const place = begun.value;
  const read = await synchronise(place.copy, place.store, neverAborted);
  return read.ok ? succeeded(place) : read;
}

function refuse(line: string, print: Print): number {
  print(line);
  return 1;
}

/** Who sits at this computer: whose its key is, and the owner where nothing is protected yet. */
function personHere({ copy, register }: OpenPlace): string {
  const known = register().computers.find(({ id }) => id === copy.key);
  return known?.userId ?? 'owner';
}

/** Does one act here and sends it. */
async function act(place: OpenPlace, name: string, args: unknown, by = personHere(place)): Promise<Done> {
  const { copy } = place;
  const { replica } = copy;
  const commit = randomUUID();
  const now = new Date();
  const day = dayIn(replica.model.account.timeZone, now);
  const context = { commit, by, day, at: now.toISOString(), device: 'headless', key: copy.key };
  const prepared = replica.prepareAct({ do: name, args }, context);
  if (!prepared.ok) return failed({ kind: 'forbidden', detail: JSON.stringify(prepared.refusals) });
  replica.accept(prepared.step);
  const sent = await synchronise(copy, place.store, neverAborted);
  if (!sent.ok) return sent;
  if (replica.pending.length > 0)
    return failed({ kind: 'forbidden', detail: 'This computer has no key that counts, so nothing was sent.' });
  const lost = replica.attention.find(({ id }) => id === commit);
  return lost === undefined ? succeeded([]) : failed({ kind: 'forbidden', detail: JSON.stringify(lost.refusals) });
}

async function list(place: OpenPlace): Promise<Done> {
  const { computers, invitations, isProtected, recovery } = place.register();
  if (!isProtected) return Promise.resolve(succeeded(['the account is not protected']));
  const lines = computers.map(({ id, userId, name, admitted, revoked }) => {
    const state = revoked === null ? 'counts' : `shut out by commit ${String(revoked)}`;
    return `${id} ${name} of ${userId}: ${admitted.how}, ${state}`;
  });
  const invited = invitations.map(
    ({ id, userId, until, state }) =>
      `${id} invitation for ${userId}: ${state}${until === null ? '' : `, until ${until}`}`,
  );
  return Promise.resolve(
    succeeded([
      ...lines,
      ...invited,
      recovery === null ? 'no recovery words were printed' : 'recovery words were printed',
    ]),
  );
}

async function protect(place: OpenPlace, hasWords: boolean, print: Print): Promise<Done> {
  const { copy, keys } = place;
  if (keys === null) throw new UsageError('TRELLIS_KEYS must name a file');
  const present = keys.own().all().at(-1) ?? (await keys.make());
  const words = makeRecoveryWords();
  const reading = readRecoveryWords(words.join(' '));
  const recovery = reading.ok ? new ComputerKeys(secretsFrom(reading.secret, 'recovery')).public : undefined;
  const { head } = copy.replica;
  const args = {
    ownerKey: present.public.key,
    sealKey: present.public.sealKey,
    name: hostname(),
    ...(hasWords ? { recovery } : {}),
    seq: head?.seq ?? 0,
    hash: head?.hash ?? '',
  };
  // The key may be new: the place is seen with it from here on.
  const again = await openPlaceAgain(place);
  if (!again.ok) return again;
  const withKey = again.value;
  const read = await synchronise(withKey.copy, withKey.store, neverAborted);
  if (!read.ok) return read;
  const done = await act(withKey, 'keys.enable', args, 'owner');
  if (!done.ok) return done;
  if (hasWords) {
    for (const line of wordLines(words)) print(line);
  }
  return succeeded([
    `protected from commit ${String(withKey.register().since)} on; what lies in the place from before stays readable there`,
  ]);
}

/** The same place with the keys as they are by now. */
function openPlaceAgain({ copy, inner, keys }: OpenPlace): Promise<StoreResult<OpenPlace>> {
  return openPlaceAtBeginning(copy.replica.ledger, inner, keys);
}

async function invite(place: OpenPlace, userId: string, until: string | null, print: Print): Promise<Done> {
  const secret = makeInvitationSecret();
  const { key: inviteKey, sealKey } = new ComputerKeys(invitationSecrets({ secret })).public;
  const done = await act(place, 'key.invite', { userId, inviteKey, sealKey, ...(until === null ? {} : { until }) });
  if (!done.ok) return done;
  const { head, ledger } = place.copy.replica;
  print(invitationText({ ledger, head: head ?? { seq: 0, hash: '' }, secret }));
  return succeeded([]);
}

async function accept(words: string[], print: Print): Promise<number> {
  const [address, file] = takeWords(words, 'STORE', 'FILE');
  const invitation = readInvitation(await readFile(file, 'utf8'));
  if (invitation === null) return refuse('The file holds no invitation, or a part of one.', print);
  const invited = new ComputerKeys(invitationSecrets(invitation));
  return withPlace(address, print, [invited], async (place) => {
    const { ledger } = place.copy.replica;
    const holds =
      ledger === invitation.ledger ? await holdsHead(place.store, invitation, neverAborted) : succeeded(false);
    if (!holds.ok) return holds;
    if (!holds.value)
      return failed({
        kind: 'diverged',
        seq: invitation.head.seq,
        detail:
          'The place does not hold what the invitation was made on: it was put back to an older copy, or is another account.',
      });
    const row = place.register().invitations.find(({ id }) => id === invited.id);
    if (row === undefined || place.keys === null)
      return failed({ kind: 'forbidden', detail: 'The invitation is not known in the account.' });
    const made = await place.keys.make();
    const given = { inviteKey: invited.public.key, ...made.public, name: hostname() };
    const again = await openPlaceAtBeginning(ledger, place.inner, place.keys, [invited]);
    if (!again.ok) return again;
    const withKey = again.value;
    const read = await synchronise(withKey.copy, withKey.store, neverAborted);
    if (!read.ok) return read;
    const args = { ...given, proof: invited.sign(acceptText(ledger, given)) };
    const done = await act(withKey, 'key.accept', args, row.userId);
    return done.ok ? succeeded([`${hostname()} (${made.id}) is let in for ${row.userId}`]) : done;
  });
}

async function request({ copy, keys }: OpenPlace): Promise<Done> {
  if (keys === null) throw new UsageError('TRELLIS_KEYS must name a file');
  const made = keys.own().all().at(-1) ?? (await keys.make());
  const { key, sealKey } = made.public;
  return succeeded([`${key}${sealKey} ${hostname()}`, `six words: ${wordsOf(copy.replica.ledger, key, sealKey)}`]);
}

function wordsOf(ledger: string, key: string, sealKey: string): string {
  return sixWords('computer', ledger, key, sealKey).join(' ');
}

async function certify(place: OpenPlace, userId: string, text: string): Promise<Done> {
  const [, key, sealKey, name] = /^([0-9a-f]{64})([0-9a-f]{64}) (.{1,200})$/.exec(text) ?? [];
  if (key === undefined || sealKey === undefined || name === undefined)
    throw new UsageError('REQUEST is the line that `keys request` printed on the other computer, as one word');
  const done = await act(place, 'key.certify', { userId, key, sealKey, name });
  return done.ok ? succeeded([`let in; six words: ${wordsOf(place.copy.replica.ledger, key, sealKey)}`]) : done;
}

async function rotate(place: OpenPlace): Promise<Done> {
  const { copy, keys } = place;
  const present = keys?.own().counting(place.register()) ?? null;
  if (keys === null || present === null)
    return failed({ kind: 'forbidden', detail: 'This computer has no key that counts.' });
  const next = await keys.make();
  const given = { key: present.id, newKey: next.public.key, sealKey: next.public.sealKey };
  const again = await openPlaceAgain(place);
  if (!again.ok) return again;
  const withKey = again.value;
  const read = await synchronise(withKey.copy, withKey.store, neverAborted);
  if (!read.ok) return read;
  const proof = next.sign(rotateText(copy.replica.ledger, given));
  const done = await act(withKey, 'key.rotate', { ...given, proof });
  return done.ok ? succeeded([`the key is ${next.id} now`]) : done;
}

async function recover(words: string[], print: Print): Promise<number> {
  const userId = needed(words, '--for');
  const [address, file] = takeWords(words, 'STORE', 'FILE');
  const reading = readRecoveryWords(await readFile(file, 'utf8'));
  if (!reading.ok)
    return refuse(
      reading.problem === 'count'
        ? 'There must be 24 words.'
        : reading.problem === 'word'
          ? `“${reading.word ?? ''}” is none of the words.`
          : 'One of the words is another than the one that was printed.',
      print,
    );
  const printed = new ComputerKeys(secretsFrom(reading.secret, 'recovery'));
  return withPlace(address, print, [printed], async (place) => {
    if (place.keys === null) throw new UsageError('TRELLIS_KEYS must name a file');
    const made = await place.keys.make();
    const again = await openPlaceAtBeginning(place.copy.replica.ledger, place.inner, place.keys, [printed]);
    if (!again.ok) return again;
    const withKey = again.value;
    const read = await synchronise(withKey.copy, withKey.store, neverAborted);
    if (!read.ok) return read;
    const done = await act(withKey, 'key.certify', { userId, ...made.public, name: hostname() }, userId);
    return done.ok ? succeeded([`${hostname()} (${made.id}) is let in for ${userId}`]) : done;
  });
}
