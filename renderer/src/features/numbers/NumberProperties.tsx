import { Link2, Trash2, Unlink2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { isRefused, useAnswer, useRows } from '../../state/model-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import { PhoneNumber } from '../../ui/PhoneNumber';
import { PropertyList, PropertySection } from '../../ui/PropertyList';
import { GroupLink } from '../../parts/groups';
import { OwnFieldsSection } from '../../parts/own-fields';
import { Gone } from '../../parts/gone';
import { isFree, purposeOfNumber, userOfNumber } from './number-use';
import { useNumberActs } from './use-number-acts';

/** The properties of one number or many, and what can be done with them. */
export function NumberProperties({ ids }: { readonly ids: readonly string[] }): ReactNode {
  const writer = useText();
  const { text } = writer;
  const names = useNames();
  const rows = useRows();
  const acts = useNumberActs();
  const answer = useAnswer('numbers', {});
  const wanted = new Set(ids);
  const numbers = isRefused(answer) ? [] : answer.filter((number) => wanted.has(number.id));
  const [first] = numbers;
  if (first === undefined) return <Gone ids={ids} />;
  const place = rows.groupOfNumber(first.id);
  const present = numbers.map((number) => number.id);
  const isOne = numbers.length === 1;
  const hasFree = numbers.some(isFree);
  return (
    <>
      <PropertySection
        title={text('numbers.selected', { count: numbers.length })}
        words={['ownNumber', 'range', 'virtualNumber']}
      >
        {isOne ? (
          <PropertyList
            properties={[
              { id: 'value', name: text('numbers.value'), value: <PhoneNumber value={first.value} /> },
              { id: 'kind', name: text('numbers.kind'), value: text(`numberKind.${first.kind}`) },
              {
                id: 'usedBy',
                name: text('numbers.usedBy'),
                value: userOfNumber(first, rows, writer, names),
                origin: purposeOfNumber(first, rows, writer, names) || undefined,
              },
              ...(place === null
                ? []
                : [{ id: 'place', name: text('people.group'), value: <GroupLink groupId={place} /> }]),
            ]}
          />
        ) : null}
        <div className="property-actions">
          {isOne && hasFree ? (
            <Button icon={Link2} onPress={() => acts.attach(first.id)}>
              {text('numbers.attach')}
            </Button>
          ) : null}
          {hasFree ? null : (
            <Button icon={Unlink2} onPress={() => acts.detach(present)}>
              {text('numbers.detach')}
            </Button>
          )}
          <Button icon={Trash2} onPress={() => acts.remove(present)}>
            {text('numbers.remove')}
          </Button>
        </div>
        {acts.dialogs}
      </PropertySection>
      <OwnFieldsSection on="number" things={numbers} />
    </>
  );
}
