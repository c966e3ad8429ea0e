import { sameJson } from '#core/kernel/json';
import { featureNames, type Feature } from '#core/model/vocabulary';
import type { GroupRow, GroupStatus, ReminderPolicy, Restriction } from '#core/model/rows';
import type { SingleCall } from '../../parts/acting';
import { ownRule, withOwnRule, type OwnRule } from '../feature-rules';

/** Wanted values of several groups; what is missing stays as it is in each. */
export interface GroupsDraft {
  readonly code?: string;
  readonly note?: string;
  readonly status?: GroupStatus;
  readonly protected?: boolean;
  readonly restriction?: Restriction;
  /** Who is reminded stays as each group says it. */
  readonly reminder?: Pick<ReminderPolicy, 'daysBefore' | 'repeat'> | null;
  readonly features?: { readonly [F in Feature]?: OwnRule };
}

function withFeatures(
  group: GroupRow,
  features: NonNullable<GroupsDraft['features']>,
): Pick<GroupRow, 'deny' | 'allow'> {
  return featureNames.reduce<Pick<GroupRow, 'deny' | 'allow'>>(
    (lists, feature) => {
      const rule = features[feature];
      return rule === undefined || rule === ownRule(lists, feature) ? lists : withOwnRule(lists, feature, rule);
    },
    { deny: group.deny, allow: group.allow },
  );
}

/** Makes the acts by which one of them becomes what was asked. */
export function callsForGroup(group: GroupRow, draft: GroupsDraft): readonly SingleCall[] {
  const { restriction, reminder, features = {} } = draft;
  const lists = withFeatures(group, features);
  const asked = {
    code: draft.code,
    note: draft.note,
    status: draft.status,
    protected: draft.protected,
    deny: lists.deny,
    allow: lists.allow,
  };
  const fields = (Object.keys(asked) as (keyof typeof asked)[]).filter(
    (field) => asked[field] !== undefined && !sameJson(asked[field], group[field]),
  );
  const calls: SingleCall[] = [];
  if (fields.length > 0) {
    const set = Object.fromEntries(fields.map((field) => [field, asked[field]]));
    const was = Object.fromEntries(fields.map((field) => [field, group[field]]));
    calls.push({ do: 'group.update', args: { groupId: group.id, set, was } } as SingleCall);
  }
  if (restriction !== undefined && restriction !== group.restriction)
    calls.push({ do: 'restriction.set', args: { groupId: group.id, mode: restriction } });
  if (reminder === null && group.reminder !== null)
    calls.push({ do: 'reminder.set', args: { groupId: group.id, policy: null } });
  if (reminder !== undefined && reminder !== null) {
    const recipients = group.reminder?.recipients;
    const policy = { ...reminder, ...(recipients === undefined ? {} : { recipients: [...recipients] }) };
    if (!sameJson(policy, group.reminder)) calls.push({ do: 'reminder.set', args: { groupId: group.id, policy } });
  }
  return calls;
}
