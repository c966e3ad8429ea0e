import { Eye, Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { actorOf } from '#core/rules/actor';
import { may, type Right } from '#core/rules/permission';
import type { RowsInMemory } from '../../data/session';
import { useFromRows } from '../../state/model-hooks';
import { ownPlace } from '../../state/own-position';
import { useSession } from '../../state/session-context';
import { useChosenGroup } from '../../state/view-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { administratorsOf } from './administrators';
import './roles.css';

const changing: readonly Right[] = ['groups', 'users', 'seats', 'allocate', 'purchases', 'roles'];
const mostNamed = 3;

/** Standing of a group to somebody: changed by them, only looked at, or not theirs at all. */
export type Standing = 'changes' | 'looks' | 'foreign';

function standingAt(rows: RowsInMemory, userId: string, groupId: string): Standing {
  const actor = actorOf(rows, userId);
  if (changing.some((right) => may(rows, actor, right, groupId))) return 'changes';
  return may(rows, actor, 'read', groupId) || may(rows, actor, 'readLicenses', groupId) ? 'looks' : 'foreign';
}

/** Whoever may change a group, the nearest first; owners where nobody administers it in particular. */
export function whoMay(rows: RowsInMemory, groupId: string): readonly string[] {
  const near = administratorsOf(rows, groupId)
    .map(({ user }) => user)
    .filter((user) => may(rows, actorOf(rows, user.id), 'groups', groupId));
  const found =
    near.length > 0
      ? near
      : [...rows.rows('users')].filter((user) => user.roleId === 'owner' && user.lifecycle !== 'archived');
  return [...new Set(found.map(({ name }) => name))].slice(0, mostNamed);
}

export function useStandingAt(groupId: string): Standing {
  const { by } = useSession();
  return useFromRows((rows) => standingAt(rows, by, groupId));
}

/** Says plainly that a group can only be looked at, and who may change it; nothing where the person may. */
export function ReadOnlyHere({ groupId }: { readonly groupId: string }): ReactNode {
  const { text, either } = useText();
  const names = useNames();
  const { by } = useSession();
  const standing = useStandingAt(groupId);
  const role = useFromRows((rows) => rows.row('users', by)?.roleId);
  // Everybody of the account may have to be gone through: not for those who see nothing of it.
  const who = useFromRows((rows) => (standing === 'looks' ? whoMay(rows, groupId) : []));
  if (standing !== 'looks') return null;
  return (
    <p className="read-only-here" role="status">
      <Eye size="1.1em" aria-hidden />
      <span>{text('rights.readOnly', { role: names.role(role), who: either(who) })}</span>
    </p>
  );
}

/** Stands instead of a group that the person may not even look at: whose it is, and the way to their own. */
export function NotYours({ groupId }: { readonly groupId: string }): ReactNode {
  const { text, either } = useText();
  const names = useNames();
  const session = useSession();
  const { choose } = useChosenGroup();
  const who = useFromRows((rows) => whoMay(rows, groupId));
  const own = ownPlace(session).groupId;
  return (
    <EmptyState
      icon={Lock}
      title={text('rights.notYours', { group: names.group(groupId) })}
      actions={
        own === groupId ? undefined : (
          <Button tone="primary" onPress={() => choose(own)}>
            {text('gone.show', { group: names.group(own) })}
          </Button>
        )
      }
    >
      {text('rights.notYoursText', { who: either(who) })}
    </EmptyState>
  );
}
