import { compareText } from '../kernel/text';
import type { Day } from '../kernel/day';
import type { View } from '../model/model';
import type { LicenseTypeId } from '../model/vocabulary';
import { actorOf } from '../rules/actor';
import { may } from '../rules/permission';
import { remindersBetween } from '../rules/reminders';

interface AboutGroup {
  /** The day it is due: of a reminder that of X4, of an end the last day on which the block counts. */
  readonly day: Day;
  readonly groupId: string;
  readonly groupName: string;
  /** Ids from the root to the group, both included. */
  readonly path: readonly string[];
}

interface AboutBlock extends AboutGroup {
  readonly blockId: string;
  readonly typeId: LicenseTypeId;
  /** Name of a license type of one's own; those of the vendors have theirs in every language. */
  readonly typeName?: string;
  readonly quantity: number;
  readonly endsOn: Day;
}

/** Something about licenses that a person wants to be told on its day. */
export type BlockEvent =
  | (AboutBlock & { readonly kind: 'reminder'; readonly recipients: readonly string[] })
  | (AboutBlock & { readonly kind: 'end' });

/** Something that a person wants to be told on its day. */
export type ComingEvent = BlockEvent | (AboutGroup & { readonly kind: 'contractRenews' });

/** Reminders, ends and the renewal of the contract to come in an account, for one reader. */
export interface Coming {
  readonly accountName: string;
  readonly timeZone: string;
  /** In order of their days, then of their blocks. */
  readonly events: readonly ComingEvent[];
}

/**
 * The reminders (X4) and the ends of blocks between two days, both included, of the groups whose licenses the reader
 * may see, and the day on which the contract renews; `null` while the account is not open. Blocks that were made after
 * their own end tell nobody about it.
 */
export function comingFor(view: View, by: string, from: Day, to: Day): Coming | null {
  if (!view.isOpen) return null;
  const reader = actorOf(view, by);
  const about = (blockId: string): Omit<AboutBlock, 'day'> | null => {
    const block = view.row('blocks', blockId);
    if (
      block === undefined ||
      block.validUntil === null ||
      block.quantity === 0 ||
      !may(view, reader, 'readLicenses', block.groupId)
    )
      return null;
    const { groupId, typeId, quantity, validUntil: endsOn } = block;
    const path = [...view.ancestry(groupId)].map((group) => group.id).reverse();
    const typeName = view.row('types', typeId)?.name;
    return {
      blockId,
      groupId,
      typeId,
      ...(typeName === undefined ? {} : { typeName }),
      quantity,
      endsOn,
      groupName: view.group(groupId).name,
      path,
    };
  };
  const events: ComingEvent[] = [];
  for (const { day, blockId, recipients } of remindersBetween(view, from, to)) {
    const block = about(blockId);
    if (block !== null) events.push({ kind: 'reminder', day, ...block, recipients });
  }
  for (const { id, validUntil, madeOn } of view.rows('blocks')) {
    if (validUntil === null || validUntil < from || validUntil > to || validUntil < madeOn) continue;
    const block = about(id);
    if (block !== null) events.push({ kind: 'end', day: validUntil, ...block });
  }
  const { renewsOn } = view.account.contract;
  const { id: rootId, name: groupName } = view.root;
  if (renewsOn != null && renewsOn >= from && renewsOn <= to && may(view, reader, 'readLicenses', rootId))
    events.push({ kind: 'contractRenews', day: renewsOn, groupId: rootId, groupName, path: [rootId] });
  events.sort(
    (one, other) =>
      compareText(one.day, other.day) ||
      compareText(subjectOf(one), subjectOf(other)) ||
      compareText(one.kind, other.kind),
  );
  return { accountName: view.root.name, timeZone: view.account.timeZone, events };
}

/** Subject of an event, among all of an account: a block, or the contract, which has no id. */
export function subjectOf(event: ComingEvent): string {
  return event.kind === 'contractRenews' ? '' : event.blockId;
}
