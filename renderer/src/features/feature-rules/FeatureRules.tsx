import { ArrowUpFromDot, Ban, Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { featureNames, type Feature } from '#core/model/vocabulary';
import { featuresOffWhenLimited } from '#core/catalogue/license-types';
import type { GroupRow } from '#core/model/rows';
import type { ActCall } from '../../data/session';
import { isRefused, useAnswer, usePreview, useRows } from '../../state/model-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { StatusPill, type Tone } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { PropertySection } from '../../ui/PropertyList';
import { Segments } from '../../ui/Segments';
import { PeopleEffect, PreviewLines, useDraft, useTrying } from '../../parts/acting';
import { featureState, ownRule, withOwnRule, type FeatureState, type OwnRule } from './feature-state';
import './feature-rules.css';

const tones: { readonly [K in FeatureState['kind']]: Tone } = {
  denied: 'danger',
  allowed: 'success',
  withoutEffect: 'warning',
  given: 'success',
  notGiven: 'neutral',
  byPerson: 'neutral',
};

function StateWords({
  state,
  groupId,
  feature,
  isLimited,
}: {
  readonly state: FeatureState;
  readonly groupId: string;
  readonly feature: Feature;
  readonly isLimited: boolean;
}): ReactNode {
  const { text } = useText();
  const isOffByStanding = isLimited && featuresOffWhenLimited.includes(feature) && state.kind !== 'denied';
  if (isOffByStanding) return <StatusPill tone="warning">{text('features.limited')}</StatusPill>;
  const where =
    'by' in state
      ? state.by.id === groupId
        ? text('features.here')
        : text('features.in', { group: state.by.name })
      : '';
  return <StatusPill tone={tones[state.kind]}>{text(`features.${state.kind}`, { where })}</StatusPill>;
}

interface FeatureLineProps {
  readonly feature: Feature;
  readonly rule: OwnRule;
  readonly isDrafted: boolean;
  readonly onRule: (rule: OwnRule) => void;
  readonly children: ReactNode;
}

function FeatureLine({ feature, rule, isDrafted, onRule, children }: FeatureLineProps): ReactNode {
  const { text } = useText();
  const names = useNames();
  return (
    <li className="feature-line">
      <div>
        <span>{names.feature(feature)}</span>
        {isDrafted ? <StatusPill tone="info">{text(`features.draft.${rule}`)}</StatusPill> : children}
      </div>
      <Segments<OwnRule>
        label={text('features.rule', { feature: names.feature(feature) })}
        value={rule}
        onChange={onRule}
        segments={[
          { id: 'inherit', name: text('features.inherit'), icon: ArrowUpFromDot },
          { id: 'deny', name: text('features.deny'), icon: Ban, tone: 'danger' },
          { id: 'allow', name: text('features.allow'), icon: Check, tone: 'success' },
        ]}
      />
    </li>
  );
}

function Lines({ group }: { readonly group: GroupRow }): ReactNode {
  const { text } = useText();
  const model = useRows();
  const answer = useAnswer('group', { groupId: group.id });
  const account = useAnswer('account', {});
  const trying = useTrying();
  const { deny, allow } = group;
  const { shown, change, changed, forget } = useDraft({ deny, allow });
  const call: ActCall | null =
    changed === null
      ? null
      : ({ do: 'group.update', args: { groupId: group.id, set: changed.set, was: changed.was } } as ActCall);
  const preview = usePreview(call);
  if (isRefused(answer)) return null;
  const path = [...model.ancestry(group.id)];
  const states = featureNames.map((feature) => ({ feature, state: featureState(path, answer.features, feature) }));
  const ruled = states.filter(({ state }) => 'by' in state).length;
  const isLimited = !isRefused(account) && account.limited;

  async function apply(): Promise<void> {
    if (await trying.tryTo('features', call)) forget();
  }

  return (
    <>
      <details className="feature-rules">
        <summary>{text('features.summary', { count: ruled })}</summary>
        <p className="quiet">{text('features.hint')}</p>
        <ul>
          {states.map(({ feature, state }) => (
            <FeatureLine
              key={feature}
              feature={feature}
              rule={ownRule(shown, feature)}
              isDrafted={ownRule(shown, feature) !== ownRule(group, feature)}
              onRule={(rule) => {
                trying.forget();
                change(withOwnRule(shown, feature, rule));
              }}
            >
              <StateWords state={state} groupId={group.id} feature={feature} isLimited={isLimited} />
            </FeatureLine>
          ))}
        </ul>
      </details>
      {call === null ? null : (
        <>
          <PreviewLines preview={preview} />
          {preview?.ok === true ? <PeopleEffect call={call} /> : null}
          {trying.refusedAt('features')}
          <div className="property-actions">
            <Button tone="primary" isDisabled={preview?.ok !== true} onPress={() => void apply()}>
              {text('ui.save')}
            </Button>
            <Button
              onPress={() => {
                trying.forget();
                forget();
              }}
            >
              {text('ui.cancel')}
            </Button>
          </div>
        </>
      )}
    </>
  );
}

/** What can be used in a group, feature by feature: inherited, taken away or given here (D9). */
export function FeatureRules({ groupId }: { readonly groupId: string }): ReactNode {
  const { text } = useText();
  const model = useRows();
  const group = model.row('groups', groupId);
  if (group === undefined) return null;
  return (
    <PropertySection title={text('features.title')}>
      <Lines key={groupId} group={group} />
    </PropertySection>
  );
}
