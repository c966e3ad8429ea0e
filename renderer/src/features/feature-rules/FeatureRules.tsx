import { ArrowUpFromDot, Ban, Check } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { featureNames, type Feature } from '#core/model/vocabulary';
import { featuresOffWhenLimited } from '#core/catalogue/license-types';
import type { ActCall } from '../../data/session';
import { isRefused, useAnswer, useCatalogue, useFromRows, usePreview } from '../../state/model-hooks';
import { useText, type TextWriter } from '../../text/text';
import { useNames } from '../../text/use-names';
import { StatusPill, type Tone } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { PropertySection } from '../../ui/PropertyList';
import { Segments } from '../../ui/Segments';
import { useSteady } from '../../ui/use-steady';
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

/** What holds for a feature in a group, as words and their tone. */
interface StateWords {
  readonly tone: Tone;
  readonly words: string;
}

function stateWords(
  state: FeatureState,
  feature: Feature,
  { groupId, isLimited }: { readonly groupId: string; readonly isLimited: boolean },
  { text }: TextWriter,
): StateWords {
  const isOffByStanding = isLimited && featuresOffWhenLimited.includes(feature) && state.kind !== 'denied';
  if (isOffByStanding) return { tone: 'warning', words: text('features.limited') };
  const where =
    'by' in state
      ? state.by.id === groupId
        ? text('features.here')
        : text('features.in', { group: state.by.name })
      : '';
  return { tone: tones[state.kind], words: text(`features.${state.kind}`, { where }) };
}

interface FeatureLineProps extends StateWords {
  readonly feature: Feature;
  readonly rule: OwnRule;
  readonly onRule: (feature: Feature, rule: OwnRule) => void;
}

const FeatureLine = memo(function Line({ feature, rule, tone, words, onRule }: FeatureLineProps): ReactNode {
  const { text } = useText();
  const names = useNames();
  return (
    <li className="feature-line">
      <div>
        <span>{names.feature(feature)}</span>
        <StatusPill tone={tone}>{words}</StatusPill>
      </div>
      <Segments<OwnRule>
        label={text('features.rule', { feature: names.feature(feature) })}
        value={rule}
        onChange={(chosen) => onRule(feature, chosen)}
        segments={[
          { id: 'inherit', name: text('features.inherit'), icon: ArrowUpFromDot },
          { id: 'deny', name: text('features.deny'), icon: Ban, tone: 'danger' },
          { id: 'allow', name: text('features.allow'), icon: Check, tone: 'success' },
        ]}
      />
    </li>
  );
});

const nothingUsable: readonly Feature[] = [];

function Lines({ groupId }: { readonly groupId: string }): ReactNode {
  const writer = useText();
  const { text } = writer;
  const answer = useAnswer('group', { groupId });
  const account = useAnswer('account', {});
  const trying = useTrying();
  const own = useFromRows((rows) => {
    const { deny, allow } = rows.row('groups', groupId) ?? rows.root;
    return { deny, allow };
  });
  const { shown, change, changed, forget } = useDraft(own);
  const call: ActCall | null =
    changed === null
      ? null
      : ({ do: 'group.update', args: { groupId, set: changed.set, was: changed.was } } as ActCall);
  const preview = usePreview(call);
  const usable = isRefused(answer) ? nothingUsable : answer.features;
  const catalogue = useCatalogue();
  const states = useFromRows((rows) => {
    const path = [...rows.ancestry(groupId)];
    return featureNames.map((feature) => ({ feature, state: featureState(catalogue, path, usable, feature) }));
  });
  const onRule = useSteady((feature: Feature, rule: OwnRule) => {
    trying.forget();
    change(withOwnRule(shown, feature, rule));
  });
  if (isRefused(answer)) return null;
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
          {states.map(({ feature, state }) => {
            const rule = ownRule(shown, feature);
            const isDrafted = rule !== ownRule(own, feature);
            const said: StateWords = isDrafted
              ? { tone: 'info', words: text(`features.draft.${rule}`) }
              : stateWords(state, feature, { groupId, isLimited }, writer);
            return <FeatureLine key={feature} feature={feature} rule={rule} {...said} onRule={onRule} />;
          })}
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

/** Shows what can be used in a group, feature by feature: inherited, taken away or given here (D9). */
export function FeatureRules({ groupId }: { readonly groupId: string }): ReactNode {
  const { text } = useText();
  const isThere = useFromRows((rows) => rows.row('groups', groupId) !== undefined);
  if (!isThere) return null;
  return (
    <PropertySection title={text('features.title')} words={['feature']}>
      <Lines key={groupId} groupId={groupId} />
    </PropertySection>
  );
}
