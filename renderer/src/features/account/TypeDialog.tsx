import { useState, type ReactNode } from 'react';
import { catalogueOf } from '#core/catalogue/license-types';
import type { TypeRow } from '#core/model/rows';
import { featureNames, licenseModes, type LicenseMode, type LicenseTypeId } from '#core/model/vocabulary';
import type { ActCall } from '../../data/session';
import { useKeptDraft } from '../../state/kept-draft';
import { useFromRows } from '../../state/model-hooks';
import { useSession } from '../../state/session-context';
import { ActDialog } from '../../parts/acting';
import { ResourceFields } from '../../parts/resources';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Checkbox } from '../../ui/Checkbox';
import { FormColumns } from '../../ui/FormColumns';
import { NumberField } from '../../ui/NumberField';
import { RadioGroup } from '../../ui/RadioGroup';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';

type TypeFields = Omit<TypeRow, 'id' | 'retired'>;

const newType: TypeFields = { name: '', mode: 'seat', unit: {}, features: [], rank: 15, fallsBackTo: null };

/** What a person types into the choice of a fallback that is none. */
const noFallback = 'none';

function fieldsOf({ name, mode, unit, features, rank, fallsBackTo }: TypeRow): TypeFields {
  return { name, mode, unit, features, rank, fallsBackTo };
}

/** Fields that differ, with what they were. */
function differences(before: TypeFields, after: TypeFields): { readonly set: object; readonly was: object } | null {
  const keys = (Object.keys(before) as (keyof TypeFields)[]).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  if (keys.length === 0) return null;
  const pick = (from: TypeFields): object => Object.fromEntries(keys.map((key) => [key, from[key]]));
  return { set: pick(after), was: pick(before) };
}

/** What is meant by the fields: nothing while the name or the rank is missing. */
function callOf(type: TypeRow | null, id: string, typed: TypeFields, rank: number | null): ActCall | null {
  if (typed.name.trim() === '' || rank === null) return null;
  const fields = { ...typed, rank, unit: typed.mode === 'quota' ? typed.unit : {} };
  if (type === null)
    return { do: 'catalogue.addType', args: { ...fields, id: `own.${id}`, features: [...fields.features] } };
  const changed = differences(fieldsOf(type), fields);
  return changed === null
    ? null
    : ({ do: 'catalogue.updateType', args: { typeId: type.id, ...changed } } as unknown as ActCall);
}

/** A new license type of one's own, or what is to be changed of one that is there. */
export function TypeDialog({
  type,
  onClose,
}: {
  readonly type: TypeRow | null;
  readonly onClose: () => void;
}): ReactNode {
  const { text } = useText();
  const names = useNames();
  const session = useSession();
  const [id] = useState(() => session.newId());
  const present = type === null ? newType : fieldsOf(type);
  const draft = useKeptDraft<{ readonly typed: TypeFields; readonly rank: number | null }>(
    `type ${type?.id ?? ''} ${JSON.stringify(present)}`,
    { typed: present, rank: present.rank },
  );
  const { typed, rank } = draft.value;
  const change = (part: Partial<TypeFields>): void => draft.set({ rank, typed: { ...typed, ...part } });
  const others = useFromRows((rows) =>
    catalogueOf(rows).types.map((one) => ({ id: one.id, mode: one.mode, rank: one.rank })),
  );
  const below = others.filter((one) => one.id !== type?.id && one.mode === typed.mode && one.rank < (rank ?? 0));
  // What is chosen stays in sight when the rank no longer allows it: the refusal says what is wrong.
  const shown = others.filter(
    (one) => below.includes(one) || (one.id === typed.fallsBackTo && one.mode === typed.mode),
  );
  return (
    <ActDialog
      help="account"
      title={type === null ? text('types.newTitle') : text('types.changeTitle', { name: type.name })}
      call={callOf(type, id, typed, rank)}
      actName={text(type === null ? 'types.make' : 'ui.save')}
      onClose={onClose}
      onDone={draft.forget}
      size="normal"
    >
      <TextField label={text('types.name')} value={typed.name} onChange={(name) => change({ name })} autoFocus />
      <RadioGroup<LicenseMode>
        label={text('types.mode')}
        value={typed.mode}
        onChange={(mode) => change({ mode, fallsBackTo: null })}
        choices={[...licenseModes].reverse().map((mode) => ({
          id: mode,
          name: text(`types.mode.${mode}`),
          hint: text(`types.mode.${mode}Hint`),
        }))}
      />
      {typed.mode === 'quota' ? <ResourceFields value={typed.unit} onChange={(unit) => change({ unit })} /> : null}
      <fieldset className="type-features">
        <legend className="field-label">{text('types.features')}</legend>
        {featureNames.map((feature) => (
          <Checkbox
            key={feature}
            label={names.feature(feature)}
            isSelected={typed.features.includes(feature)}
            onChange={(chosen) =>
              change({
                features: featureNames
                  .filter((one) => (one === feature ? chosen : typed.features.includes(one)))
                  .sort(),
              })
            }
          />
        ))}
      </fieldset>
      <FormColumns of="pair">
        <NumberField
          label={text('types.rank')}
          value={rank}
          least={0}
          onChange={(next) => draft.set({ typed, rank: next })}
          hint={text('types.rankHint')}
        />
        <Select<LicenseTypeId | typeof noFallback>
          label={text('types.fallsBackTo')}
          value={typed.fallsBackTo ?? noFallback}
          onChange={(chosen) => change({ fallsBackTo: chosen === noFallback ? null : chosen })}
          hint={text('types.fallsBackHint')}
          choices={[
            { id: noFallback, name: text('catalogue.noFallback') },
            ...shown.map((one) => ({ id: one.id, name: names.type(one.id) })),
          ]}
        />
      </FormColumns>
    </ActDialog>
  );
}
