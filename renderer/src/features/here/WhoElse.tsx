import { Users } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { Presence } from '#core/ledger/presence';
import { useCommandHandlers } from '../../parts/commands';
import { GroupLink } from '../../parts/groups';
import { useRows } from '../../state/model-hooks';
import { isHereNow, useOthersHere } from '../../state/presence-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Popover } from '../../ui/Popover';
import './here.css';

function Other({ other }: { readonly other: Presence }): ReactNode {
  const { text, moment } = useText();
  const names = useNames();
  const rows = useRows();
  const { by, name, groupId, at } = other;
  const isThere = groupId !== null && rows.row('groups', groupId) !== undefined;
  return (
    <li>
      <span>
        <span>{by === null ? text('here.nobodyYet') : names.user(by)}</span> <span className="quiet">{name}</span>
      </span>
      <span className="here-where">
        {isThere ? <GroupLink groupId={groupId} /> : null}
        <span className="quiet">{isHereNow(other) ? text('here.now') : text('here.last', { at: moment(at) })}</span>
      </span>
    </li>
  );
}

/** Says in the bar at the bottom how many others are here, and opens who they are and where; nothing where nobody else ever was. */
export function WhoElse(): ReactNode {
  const { text } = useText();
  const others = useOthersHere();
  const [isOpen, setOpen] = useState(false);
  useCommandHandlers({ 'account.others': { run: () => setOpen(true), isEnabled: () => others.length > 0 } });
  if (others.length === 0) return null;
  const count = others.filter((other) => isHereNow(other)).length;
  return (
    <Popover
      help="share"
      label={text('here.title')}
      placement="top end"
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button className="status-item status-here">
          <Users size="1.15em" aria-hidden />
          {text('here.count', { count })}
        </Button>
      }
    >
      <section className="here" aria-label={text('here.title')}>
        <h3>{text('here.title')}</h3>
        <ul>
          {others.map((other) => (
            <Other key={other.computer} other={other} />
          ))}
        </ul>
        <p className="quiet">{text('here.hint')}</p>
      </section>
    </Popover>
  );
}
