import { useState, type ReactNode } from 'react';
import { resourceNames, type Resource } from '#core/model/vocabulary';
import type { Resources } from '#core/model/rows';
import type { UserAnswer } from '#core/queries/user';
import type { ActCall } from '../../data/session';
import { isRefused, useAnswer, usePreview, useRows } from '../../state/model-hooks';
import { useDay } from '../../state/view-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import { FormColumns } from '../../ui/FormColumns';
import { NumberField } from '../../ui/NumberField';
import { PropertySection } from '../../ui/PropertyList';
import { PreviewLines, useTrying } from '../../parts/acting';
import { Why } from '../../parts/explain';

function sameAmounts(one: Resources, other: Resources): boolean {
  return resourceNames.every((resource) => (one[resource] ?? 0) === (other[resource] ?? 0));
}

/** An allowance that asks about one resource; an app needs its extension (D7). */
function askedOf(resource: Resource, shown: Resources): Resources {
  const amount = Math.max(1, shown[resource] ?? 0);
  return resource === 'mobileApp'
    ? { mobileApp: amount, sip: Math.max(amount, shown.sip ?? 0) }
    : { [resource]: amount };
}

/** Shows what is reserved for a person, with what the pool has left beside each field. */
export function AllowanceSection({ user }: { readonly user: UserAnswer }): ReactNode {
  const { text, number } = useText();
  const names = useNames();
  const model = useRows();
  const trying = useTrying();
  const { today } = useDay();
  const pool = useAnswer('pool', { groupId: user.groupId }, today);
  const present = user.allowance ?? {};
  const [draft, setDraft] = useState<Resources | null>(null);
  const shown = draft ?? present;
  const isChanged = draft !== null && !sameAmounts(draft, present);
  const call: ActCall | null = isChanged ? { do: 'allowance.set', args: { userId: user.id, resources: draft } } : null;
  const preview = usePreview(call);

  function change(resource: Resource, amount: number | null): void {
    trying.forget();
    setDraft({ ...shown, [resource]: amount ?? 0 });
  }
  async function apply(): Promise<void> {
    if (await trying.tryTo('allowance', call)) setDraft(null);
  }
  async function drop(): Promise<void> {
    if (await trying.tryTo('allowance', { do: 'allowance.set', args: { userId: user.id, resources: {} } }))
      setDraft(null);
  }
  function leftOf(resource: Resource): string {
    const figures = isRefused(pool) ? undefined : pool.resources[resource];
    const available = figures?.available ?? 0;
    return text('allowance.left', { amount: available === 'unlimited' ? text('ui.unlimited') : number(available) });
  }

  return (
    <PropertySection
      title={text('allowance.title')}
      words={['allowance', 'virtualNumber', 'appInstallation', 'mobileKey']}
    >
      <p className="quiet">{text('allowance.hint', { pool: names.group(model.poolOf(user.groupId)) })}</p>
      <FormColumns of="pair">
        {resourceNames.map((resource) => (
          <div key={resource} className="field-why">
            <NumberField
              label={names.resource(resource)}
              least={0}
              value={shown[resource] ?? 0}
              onChange={(amount) => change(resource, amount)}
              hint={leftOf(resource)}
            />
            <Why
              about={names.resource(resource)}
              call={{ do: 'allowance.set', args: { userId: user.id, resources: askedOf(resource, shown) } }}
            />
          </div>
        ))}
      </FormColumns>
      {(shown.mobileApp ?? 0) > 0 ? <p className="quiet">{text('allowance.sipRule')}</p> : null}
      {call === null ? (
        trying.refusedAt('allowance')
      ) : preview?.ok === false ? (
        <PreviewLines preview={preview} call={call} />
      ) : (
        <>
          {trying.refusedAt('allowance')}
          <PreviewLines preview={preview} call={call} />
        </>
      )}
      <div className="property-actions">
        {isChanged ? (
          <>
            <Button tone="primary" isDisabled={preview?.ok !== true} onPress={() => void apply()}>
              {text('allowance.apply')}
            </Button>
            <Button
              onPress={() => {
                trying.forget();
                setDraft(null);
              }}
            >
              {text('ui.cancel')}
            </Button>
          </>
        ) : null}
        {user.allowance === null || isChanged ? null : (
          <Button onPress={() => void drop()}>{text('allowance.drop')}</Button>
        )}
      </div>
    </PropertySection>
  );
}
