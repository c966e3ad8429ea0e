import type { ReactNode } from 'react';
import type { UserSummary } from '#core/queries/users';
import { isRefused, useAnswer, useRows } from '../../state/model-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { StatusPill } from '../../ui/Badge';
import { reasonSentences, userStatusTone } from './person-words';

function Reason({ userId }: { readonly userId: string }): ReactNode {
  const writer = useText();
  const names = useNames();
  const rows = useRows();
  const user = useAnswer('user', { userId });
  if (isRefused(user)) return null;
  const reason = reasonSentences(user, rows, writer, names).join(' ');
  return (
    <span className="quiet person-reason" title={reason}>
      {reason}
    </span>
  );
}

/** The status, and why where it is not plainly active. */
export function StatusCell({ user }: { readonly user: UserSummary }): ReactNode {
  const { text } = useText();
  return (
    <span className="person-status">
      <StatusPill tone={userStatusTone[user.status]}>{text(`userStatus.${user.status}`)}</StatusPill>
      {user.status === 'active' || user.status === 'archived' ? null : <Reason userId={user.id} />}
    </span>
  );
}
