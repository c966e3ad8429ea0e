import { addDays, type Day } from '../kernel/day';
import { compareText } from '../kernel/text';
import type { View } from '../model/model';
import type { BlockRow, GroupRow, ReminderPolicy } from '../model/rows';
import type { LicenseTypeId } from '../model/vocabulary';
import { isRenewed } from './renewal';
import { baseRoleOf } from './roles';

/** One reminder that a block ends (X4). */
export interface Reminder {
  readonly day: Day;
  readonly groupId: string;
  readonly blockId: string;
  readonly typeId: LicenseTypeId;
  readonly endsOn: Day;
  readonly recipients: readonly string[];
  readonly missingRecipient: boolean;
}

/** X4: the reminders of an account between two days, both included. */
export function remindersBetween(view: View, from: Day, to: Day): readonly Reminder[] {
  const reminders: Reminder[] = [];
  for (const block of view.rows('blocks')) {
    if (block.validUntil === null || block.quantity === 0 || isRenewed(view, block)) continue;
    const group = groupWithPolicy(view, block.groupId);
    if (group?.reminder == null) continue;
    const recipients = recipientsOf(view, group, group.reminder);
    for (const day of reminderDays(group.reminder, block, from, to))
      reminders.push({
        day,
        groupId: block.groupId,
        blockId: block.id,
        typeId: block.typeId,
        endsOn: block.validUntil,
        recipients,
        missingRecipient: recipients.length === 0,
      });
  }
  return reminders.sort((one, other) => compareText(one.day, other.day) || compareText(one.blockId, other.blockId));
}

/** The nearest group at or above a group that has a reminder policy. */
export function groupWithPolicy(view: Pick<View, 'ancestry'>, groupId: string): GroupRow | undefined {
  for (const group of view.ancestry(groupId)) if (group.reminder !== null) return group;
  return undefined;
}

function reminderDays(policy: ReminderPolicy, block: BlockRow, from: Day, to: Day): readonly Day[] {
  const end = block.validUntil;
  if (end === null) return [];
  const first = addDays(end, -policy.daysBefore);
  const step = policy.repeat === 'once' ? null : policy.repeat === 'daily' ? 1 : policy.repeat === 'weekly' ? 7 : 30;
  const days: Day[] = [];
  for (let day = first; day <= end && day <= to; day = addDays(day, step ?? 1)) {
    if (day >= from && day >= block.madeOn) days.push(day);
    if (step === null) break;
  }
  return days;
}

/** The policy's recipients, else the administrators' addresses of its group, else of the nearest group above that has any. */
function recipientsOf(view: View, group: GroupRow, policy: ReminderPolicy): readonly string[] {
  if (policy.recipients !== undefined && policy.recipients.length > 0) return policy.recipients;
  for (const above of view.ancestry(group.id)) {
    const addresses = administratorAddresses(view, above.id);
    if (addresses.length > 0) return addresses;
  }
  return [];
}

function administratorAddresses(view: View, groupId: string): readonly string[] {
  const ids = new Set(view.administratorsOf(groupId));
  // Owners and company administrators administer the whole account.
  if (groupId === view.account.rootId)
    for (const roleId of ['owner', 'companyAdmin', ...[...view.rows('roles')].map((role) => role.id)])
      for (const userId of view.usersWithRole(roleId))
        if (['owner', 'companyAdmin'].includes(baseRoleOf(view, view.user(userId)))) ids.add(userId);
  const seen = new Set<string>();
  const addresses = [...ids]
    .map((id) => view.user(id))
    .filter((user) => user.lifecycle !== 'archived' && user.email !== '')
    .map((user) => user.email);
  // G6: compared without case.
  return addresses
    .filter((address) => !seen.has(address.toLowerCase()) && seen.add(address.toLowerCase()) !== undefined)
    .sort(compareText);
}
