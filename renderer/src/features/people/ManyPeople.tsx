import { FolderInput } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { presentLifecycles, resourceNames } from '#core/model/vocabulary';
import type { UserRow } from '#core/model/rows';
import { useRows } from '../../state/model-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import { DayField } from '../../ui/DayField';
import { Dialog } from '../../ui/Dialog';
import { FormColumns } from '../../ui/FormColumns';
import { NumberField } from '../../ui/NumberField';
import { PropertySection } from '../../ui/PropertyList';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import { ApplyToMany, commonOf, commonValue } from '../../parts/acting';
import { EntityFinder } from '../../parts/search';
import { callsForPerson, type PeopleDraft } from './many-people-calls';
import { useRoleChoices } from './use-role-choices';
import { useSeatChoices } from './use-seat-choices';

const untouched: PeopleDraft = {};

function GroupDialog({
  onChoose,
  onClose,
}: {
  readonly onChoose: (groupId: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { text } = useText();
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Dialog
      help="people"
      title={text('many.groupTitle')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text('ui.cancel')}</Button>
          <Button
            tone="primary"
            isDisabled={chosen === null}
            onPress={() => {
              if (chosen !== null) onChoose(chosen);
            }}
          >
            {text('many.choose')}
          </Button>
        </>
      }
    >
      <EntityFinder
        kind="group"
        label={text('move.search')}
        listLabel={text('move.places')}
        chosen={chosen}
        onChoose={setChosen}
      />
    </Dialog>
  );
}

/** Several people at once: a field that is left alone stays as it is in each, and all that was changed is one act. */
export function ManyPeople({ users }: { readonly users: readonly UserRow[] }): ReactNode {
  const { text } = useText();
  const names = useNames();
  const model = useRows();
  const [draft, setDraft] = useState<PeopleDraft>(untouched);
  const [isChoosing, setChoosing] = useState(false);
  const several = text('ui.severalValues');
  const groupId = draft.groupId ?? commonValue(users, (user) => user.groupId);
  const roles = useRoleChoices(groupId ?? users[0]?.groupId ?? null);
  const seats = useSeatChoices(groupId ?? users[0]?.groupId ?? model.root.id);
  const license = commonOf(users, (user) => model.seatOf(user.id)?.typeId ?? 'none');
  const state = draft.status ?? commonValue(users, (user) => user.lifecycle);
  const change = (part: PeopleDraft): void => setDraft({ ...draft, ...part });
  const forget = (): void => setDraft(untouched);
  const phone = commonValue(users, (user) => user.phone);
  /** Emptied again among several values, it is left alone again. */
  function changePhone(typed: string): void {
    const { phone: _, ...others } = draft;
    setDraft(typed === '' && phone === null ? others : { ...draft, phone: typed });
  }
  const items = users.map((user) => ({
    id: user.id,
    name: user.name,
    calls: callsForPerson(user, model.seatOf(user.id), draft),
  }));
  const changesPool =
    draft.groupId !== undefined &&
    users.some((user) => model.poolOf(user.groupId) !== model.poolOf(draft.groupId ?? ''));

  return (
    <>
      <PropertySection title={text('people.selected', { count: users.length })}>
        <p className="quiet">{text('many.hint')}</p>
        <Select
          label={text('people.role')}
          value={draft.roleId ?? commonValue(users, (user) => user.roleId)}
          placeholder={several}
          choices={roles}
          onChange={(roleId) => change({ roleId })}
        />
        <Select
          label={text('people.lifecycle')}
          value={presentLifecycles.find((one) => one === state) ?? null}
          placeholder={several}
          choices={presentLifecycles.map((one) => ({ id: one, name: text(`lifecycle.${one}`) }))}
          onChange={(status) => change({ status })}
        />
        <TextField
          label={text('people.phone')}
          type="tel"
          value={draft.phone ?? phone ?? ''}
          placeholder={phone === null ? several : undefined}
          onChange={changePhone}
        />
        <FormColumns of="pair">
          {(['from', 'until'] as const).map((field) => {
            const common = commonOf(users, (user) => user[field] ?? null);
            const drafted = draft[field];
            return (
              <DayField
                key={field}
                label={text(`people.${field}`)}
                value={drafted !== undefined ? drafted : common.isCommon ? common.value : null}
                hint={drafted === undefined && !common.isCommon ? several : undefined}
                onChange={(day) => change({ [field]: day })}
              />
            );
          })}
        </FormColumns>
        <div className="field">
          <span className="field-label">{text('people.group')}</span>
          <div className="many-group">
            <span>{groupId === null ? <span className="quiet">{several}</span> : names.group(groupId)}</span>
            <Button size="small" icon={FolderInput} onPress={() => setChoosing(true)}>
              {text('many.chooseGroup')}
            </Button>
          </div>
        </div>
        {changesPool ? (
          <Select
            label={text('move.licenses')}
            value={draft.onMove ?? 'keep'}
            onChange={(onMove) => change({ onMove })}
            choices={[
              { id: 'keep', name: text('many.keepLicenses') },
              { id: 'release', name: text('move.release'), hint: text('move.releaseHint') },
              { id: 'redraw', name: text('move.redraw'), hint: text('move.redrawHint') },
            ]}
          />
        ) : null}
        <Select
          label={text('people.license')}
          value={draft.license ?? (license.isCommon ? license.value : null)}
          placeholder={several}
          choices={[{ id: 'none', name: text('many.noLicense') }, ...seats]}
          hint={groupId === null ? undefined : text('seat.poolHint', { pool: names.group(model.poolOf(groupId)) })}
          onChange={(chosen) => change({ license: chosen })}
        />
      </PropertySection>
      <PropertySection title={text('allowance.title')}>
        <FormColumns of="pair">
          {resourceNames.map((resource) => {
            const common = commonOf(users, (user) => user.allowance?.[resource] ?? 0);
            const shown = draft.allowance?.[resource] ?? (common.isCommon ? common.value : null);
            return (
              <NumberField
                key={resource}
                label={names.resource(resource)}
                least={0}
                value={shown}
                hint={shown === null ? several : undefined}
                onChange={(amount) => {
                  if (amount !== null) change({ allowance: { ...draft.allowance, [resource]: amount } });
                }}
              />
            );
          })}
        </FormColumns>
      </PropertySection>
      <ApplyToMany items={items} onDone={forget} onCancel={forget} />
      {isChoosing ? (
        <GroupDialog
          onClose={() => setChoosing(false)}
          onChoose={(chosen) => {
            change({ groupId: chosen });
            setChoosing(false);
          }}
        />
      ) : null}
    </>
  );
}
