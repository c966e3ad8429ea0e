import type { ReactNode } from 'react';
import type { FieldRow, FieldValues } from '#core/model/rows';
import type { SingleCall } from '../acting';
import { commonOf, together, useTrying } from '../acting';
import { useText } from '../../text/text';
import { CommittedField } from '../../ui/CommittedField';
import { CommittedDayField } from '../../ui/CommittedDayField';
import { NumberField } from '../../ui/NumberField';
import { PropertySection } from '../../ui/PropertyList';
import { Select } from '../../ui/Select';
import { useOwnFields } from './use-own-fields';

type Value = string | number | null;

export interface OwnThing {
  readonly id: string;
  readonly fields?: FieldValues | undefined;
}

export interface OwnFieldsSectionProps {
  readonly on: FieldRow['on'];
  /** One thing or several, of which each keeps what is not touched. */
  readonly things: readonly OwnThing[];
  readonly isDisabled?: boolean | undefined;
}

/** The act that sets one value of a thing, with all of its values as they were seen. */
function setValue(on: FieldRow['on'], { id, fields: was }: OwnThing, fieldId: string, value: Value): SingleCall {
  const change = { set: { fields: { [fieldId]: value } }, was: { fields: was ?? null } };
  switch (on) {
    case 'group':
      return { do: 'group.update', args: { groupId: id, ...change } };
    case 'user':
      return { do: 'user.update', args: { userId: id, ...change } };
    case 'device':
      return { do: 'device.update', args: { deviceId: id, ...change } };
    case 'number':
      return { do: 'number.update', args: { numberId: id, ...change } };
  }
}

function ValueField({
  field,
  value,
  isSame,
  isDisabled,
  onSet,
}: {
  readonly field: FieldRow;
  readonly value: Value;
  /** Whether all of them have it. */
  readonly isSame: boolean;
  readonly isDisabled: boolean;
  readonly onSet: (value: Value) => void;
}): ReactNode {
  const { text } = useText();
  const several = isSame ? undefined : text('ui.severalValues');
  switch (field.kind) {
    case 'text':
      return (
        <CommittedField
          label={field.name}
          value={String(value ?? '')}
          placeholder={several}
          isDisabled={isDisabled}
          onCommit={(typed) => onSet(typed.trim() === '' ? null : typed)}
        />
      );
    case 'number':
      return (
        <NumberField
          label={field.name}
          value={typeof value === 'number' ? value : null}
          digits={6}
          hint={several}
          isDisabled={isDisabled}
          onChange={onSet}
        />
      );
    case 'day':
      return (
        <CommittedDayField
          label={field.name}
          value={value === null ? null : String(value)}
          hint={several}
          isDisabled={isDisabled}
          onCommit={onSet}
        />
      );
    case 'choice':
      return (
        <Select
          label={field.name}
          value={isSame ? String(value ?? '') : null}
          placeholder={several}
          isDisabled={isDisabled}
          choices={[
            { id: '', name: text('ownFields.nothing') },
            ...field.choices.map((choice) => ({ id: choice, name: choice })),
          ]}
          onChange={(chosen) => onSet(chosen === '' ? null : chosen)}
        />
      );
  }
}

/** The values in fields of one's own, each done when it is left; nothing where there are no such fields. */
export function OwnFieldsSection({ on, things, isDisabled = false }: OwnFieldsSectionProps): ReactNode {
  const { text } = useText();
  const trying = useTrying();
  const fields = useOwnFields(on);
  if (fields.length === 0 || things.length === 0) return null;
  return (
    <PropertySection title={text('ownFields.section')}>
      {fields.map((field) => {
        const common = commonOf(things, (thing) => thing.fields?.[field.id] ?? null);
        return (
          <div key={`${field.id} ${things.map(({ id }) => id).join()}`} className="tried-field">
            <ValueField
              field={field}
              value={common.isCommon ? common.value : null}
              isSame={common.isCommon}
              isDisabled={isDisabled}
              onSet={(value) => {
                const others = things.filter((thing) => (thing.fields?.[field.id] ?? null) !== value);
                // Leaving a field of several that was not touched is no change.
                if (value === null && !common.isCommon) return;
                void trying.tryTo(field.id, together(others.map((thing) => setValue(on, thing, field.id, value))));
              }}
            />
            {trying.refusedAt(field.id)}
          </div>
        );
      })}
    </PropertySection>
  );
}
