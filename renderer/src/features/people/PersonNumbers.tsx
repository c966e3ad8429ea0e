import { Link2, Unlink2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { NumberRow } from '#core/model/rows';
import type { UserAnswer } from '#core/queries/user';
import { isRefused, useAnswer } from '../../state/model-hooks';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { IconButton } from '../../ui/IconButton';
import { PhoneNumber } from '../../ui/PhoneNumber';
import { PropertySection } from '../../ui/PropertyList';
import { useTrying } from '../../parts/acting';
import { AttachNumberDialog } from './SeatForm';

/** The numbers of a person: the license's own first, then those besides. */
export function PersonNumbers({ user }: { readonly user: UserAnswer }): ReactNode {
  const { text } = useText();
  const trying = useTrying();
  const all = useAnswer('numbers', { free: false });
  const [isAttaching, setAttaching] = useState(false);
  const numbers = isRefused(all) ? [] : all.filter((number) => number.userId === user.id);
  const ordered = [...numbers].sort(
    (one, other) => Number(other.seatId !== undefined) - Number(one.seatId !== undefined),
  );
  const kindOf = (kind: NumberRow['kind']): string => text(`numberKind.${kind}`);
  return (
    <PropertySection
      title={text('personNumbers.title')}
      actions={
        <IconButton label={text('personNumbers.attach')} icon={Link2} size="small" onPress={() => setAttaching(true)} />
      }
    >
      {ordered.length === 0 ? <p className="quiet">{text('personNumbers.none')}</p> : null}
      <ul className="person-numbers">
        {ordered.map((number) => (
          <li key={number.id}>
            <PhoneNumber value={number.value} />
            <span className="quiet">
              {kindOf(number.kind)}
              {number.seatId === undefined ? '' : `, ${text('personNumbers.own')}`}
            </span>
            {number.seatId === undefined ? (
              <IconButton
                label={text('personNumbers.detach', { number: number.value })}
                icon={Unlink2}
                size="small"
                onPress={() =>
                  void trying.tryTo('numbers', { do: 'number.detach', args: { numberId: number.id } }, { say: true })
                }
              />
            ) : null}
          </li>
        ))}
      </ul>
      {trying.refusedAt('numbers')}
      {ordered.length === 0 ? (
        <Button size="small" icon={Link2} onPress={() => setAttaching(true)}>
          {text('personNumbers.attach')}
        </Button>
      ) : null}
      {isAttaching ? (
        <AttachNumberDialog userId={user.id} groupId={user.groupId} onClose={() => setAttaching(false)} />
      ) : null}
    </PropertySection>
  );
}
