import type { RingoverCall } from '#core/vendors/ringover';
import type { SentCall } from '#core/vendors/sent';
import type { VendorFailure, VendorProgress } from '#core/vendors/vendor-failure';
import type { RingoverClient } from './ringover-client';
import { readUsers } from './ringover-read';

export interface RingoverPush {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: VendorProgress) => void;
}

/** Failures after which nothing else is tried: the next call would fail as well, or nobody wants it any more. */
const endsAll: ReadonlySet<VendorFailure['kind']> = new Set(['stopped', 'wrongKey', 'tooMany']);

/** Where the vendor knows an address, or why nobody can say. */
async function findInvited(
  client: RingoverClient,
  email: string,
): Promise<{ readonly isRead: boolean; readonly vendorId: string | null }> {
  // Also where somebody has stopped the rest: what became of this one is to be known.
  const users = await readUsers(client, new AbortController().signal);
  if (!users.ok) return { isRead: false, vendorId: null };
  const found = users.value.find((user) => user.email.toLowerCase() === email.toLowerCase());
  return { isRead: true, vendorId: found?.id ?? null };
}

/**
 * Sends calls one after the other, each once, and says of every one what became of it. People are read before the first
 * invitation, so that nobody is invited who is there already. An invitation whose answer is lost may have been carried out: people
 * are read again before anything else; found there, it is done, else it stays unknown and is not sent again.
 */
export async function pushRingover(
  client: RingoverClient,
  calls: readonly RingoverCall[],
  { signal, onProgress }: RingoverPush,
): Promise<readonly SentCall[]> {
  const sent: SentCall[] = [];
  let ended: VendorFailure | null = null;
  const there = new Map<string, string>();
  if (calls.some(({ call }) => call === 'invite')) {
    const users = await readUsers(client, signal);
    if (users.ok) for (const { id, email } of users.value) there.set(email.toLowerCase(), id);
    else ended = users.failure;
  }
  for (const [index, call] of calls.entries()) {
    onProgress({ done: index, of: calls.length });
    if (ended === null && signal.aborted) ended = { kind: 'stopped' };
    if (ended !== null) {
      sent.push({ call, state: 'notSent', failure: ended });
      continue;
    }
    const known = call.call === 'invite' ? there.get(call.email.toLowerCase()) : undefined;
    if (known !== undefined) {
      sent.push({ call, state: 'done', vendorId: known });
      continue;
    }
    const answer = await client.change(call, signal);
    if (answer.ok) {
      sent.push({ call, state: 'done' });
      continue;
    }
    const { failure } = answer;
    const isOpen = (failure.kind === 'noAnswer' && failure.isOpen) || isServerError(failure);
    if (endsAll.has(failure.kind)) ended = failure;
    if (!isOpen) {
      sent.push({ call, state: failure.kind === 'stopped' ? 'notSent' : 'failed', failure });
      continue;
    }
    if (call.call !== 'invite') {
      sent.push({ call, state: 'unknown', failure });
      continue;
    }
    const again = await findInvited(client, call.email);
    if (again.vendorId !== null) {
      sent.push({ call, state: 'done', vendorId: again.vendorId });
      there.set(call.email.toLowerCase(), again.vendorId);
      continue;
    }
    sent.push({ call, state: 'unknown', failure });
    if (!again.isRead) ended ??= failure;
  }
  onProgress({ done: calls.length, of: calls.length });
  return withIds(client, sent, signal);
}

function isServerError(failure: VendorFailure): boolean {
  return failure.kind === 'refused' && failure.status >= 500;
}

/** The vendor's ids of those who were invited, read once at the end; they are only missing where that cannot be. */
async function withIds(
  client: RingoverClient,
  sent: readonly SentCall[],
  signal: AbortSignal,
): Promise<readonly SentCall[]> {
  const lacksId = ({ call, state, vendorId }: SentCall): boolean =>
    call.call === 'invite' && state === 'done' && vendorId === undefined;
  if (!sent.some(lacksId)) return sent;
  const users = await readUsers(client, signal);
  if (!users.ok) return sent;
  const ids = new Map(users.value.map(({ id, email }) => [email.toLowerCase(), id]));
  return sent.map((one) => {
    const vendorId = one.call.call === 'invite' && lacksId(one) ? ids.get(one.call.email.toLowerCase()) : undefined;
    return vendorId === undefined ? one : { ...one, vendorId };
  });
}
