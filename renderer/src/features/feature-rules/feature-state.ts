import type { Catalogue } from '#core/catalogue/license-types';
import type { GroupRow } from '#core/model/rows';
import { featureNames, type Feature } from '#core/model/vocabulary';

/** Rule of a group itself about a feature (D9). */
export type OwnRule = 'inherit' | 'deny' | 'allow';

/** State of a feature in a group with its reason: the nearest group that says so, or what serves there. */
export type FeatureState =
  | { readonly kind: 'denied' | 'allowed' | 'withoutEffect'; readonly by: GroupRow }
  /** No group says anything: the license of the pool gives it or not. */
  | { readonly kind: 'given' | 'notGiven' }
  /** No group says anything, and licenses that people hold decide, person by person. */
  | { readonly kind: 'byPerson' };

type Lists = Pick<GroupRow, 'deny' | 'allow'>;

export function ownRule({ deny, allow }: Lists, feature: Feature): OwnRule {
  // Allow wins within one group.
  if (allow.includes(feature)) return 'allow';
  return deny.includes(feature) ? 'deny' : 'inherit';
}

export function withOwnRule({ deny, allow }: Lists, feature: Feature, rule: OwnRule): Lists {
  const without = (list: readonly Feature[]): readonly Feature[] => list.filter((one) => one !== feature);
  return {
    deny: rule === 'deny' ? featureNames.filter((one) => one === feature || deny.includes(one)) : without(deny),
    allow: rule === 'allow' ? featureNames.filter((one) => one === feature || allow.includes(one)) : without(allow),
  };
}

/** The nearest group that says something decides, an allow only where it has an effect. `path` is from the group up; `usable` is what the rules answer for the group. */
export function featureState(
  { quotaTypes }: Catalogue,
  path: readonly GroupRow[],
  usable: readonly Feature[],
  feature: Feature,
): FeatureState {
  const isOn = usable.includes(feature);
  const by = path.find((group) => ownRule(group, feature) !== 'inherit');
  if (by !== undefined) {
    if (ownRule(by, feature) === 'deny') return { kind: 'denied', by };
    return { kind: isOn ? 'allowed' : 'withoutEffect', by };
  }
  if (isOn) return { kind: 'given' };
  return { kind: quotaTypes.some(({ features }) => features.includes(feature)) ? 'notGiven' : 'byPerson' };
}
