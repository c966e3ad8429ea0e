import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useRows } from '../../state/model-hooks';
import { useSession } from '../../state/session-context';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { reachOf, rightsInOrder } from './my-rights';
import './roles.css';

/** Shows what a person may do, and where. */
export function Rights({ userId }: { readonly userId: string }): ReactNode {
  const { text, list } = useText();
  const names = useNames();
  const rows = useRows();
  return (
    <ul className="rights-list">
      {rightsInOrder.map((right) => {
        const reach = reachOf(rows, userId, right);
        const Icon = reach.kind === 'nowhere' ? Minus : Check;
        const where = 'groupIds' in reach ? list(reach.groupIds.map((groupId) => names.group(groupId))) : '';
        return (
          <li key={right} data-allowed={reach.kind !== 'nowhere'}>
            <Icon size="1.1em" aria-hidden />
            <span>{text(`may.${right}`)}</span>
            <span className="quiet">{text('may.where', { kind: reach.kind, where })}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** Shows who sits at this window and what they may do. */
export function MyRights(): ReactNode {
  const { text } = useText();
  const names = useNames();
  const { by } = useSession();
  const rows = useRows();
  const user = rows.row('users', by);
  return (
    <section className="my-rights" aria-label={text('rights.title')}>
      <h3>{text('rights.you', { name: names.user(by) })}</h3>
      <p className="quiet">
        {text('rights.role', { role: names.role(user?.roleId, user?.groupId), group: names.group(user?.groupId) })}
      </p>
      <Rights userId={by} />
      <p className="quiet">{text('rights.hint')}</p>
    </section>
  );
}
