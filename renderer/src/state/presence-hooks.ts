import { useSyncExternalStore } from 'react';
import type { Presence } from '#core/ledger/presence';
import { useFromRows } from './model-hooks';
import { useAccount, useSession } from './session-context';
import type { RowsInMemory } from '../data/session';

const nobody: readonly Presence[] = [];
const none = (): readonly Presence[] => nobody;
const never = (): (() => void) => () => undefined;

/** Milliseconds after which a computer that has said nothing counts as away. */
const awayAfter = 10 * 60_000;

/** The other computers of the account, the one that was here last first. */
export function useOthersHere(): readonly Presence[] {
  const { presence } = useAccount();
  return useSyncExternalStore(presence?.subscribe ?? never, presence?.state ?? none);
}

/** Tells whether a computer was here a moment ago. */
export function isHereNow({ at }: Presence, now = Date.now()): boolean {
  return now - Date.parse(at) < awayAfter;
}

/** The complex in which a group is, or the group itself. */
function complexOf(rows: RowsInMemory, groupId: string): string {
  return [...rows.ancestry(groupId)].find(({ kind }) => kind === 'complex')?.id ?? groupId;
}

/** Others whose person has the same complex in front of them. */
export function useOthersAt(groupId: string): readonly Presence[] {
  const { by } = useSession();
  const others = useOthersHere();
  const complex = useFromRows((rows) => complexOf(rows, groupId));
  const rootId = useFromRows((rows) => rows.root.id);
  const places = useFromRows((rows) =>
    others.map((other) =>
      other.groupId === null || rows.row('groups', other.groupId) === undefined ? '' : complexOf(rows, other.groupId),
    ),
  );
  // Whoever looks at the account as a whole is not at work anywhere.
  if (complex === rootId) return nobody;
  return others.filter((other, at) => places[at] === complex && other.by !== null && other.by !== by);
}
