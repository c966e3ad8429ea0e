import { addDays, type Day } from '#core/kernel/day';
import type { BlockRow } from '#core/model/rows';
import type { ActCall, RowsInMemory } from '../../data/session';
import type { SingleCall } from '../acting';

/** One change that is tried. */
export type TriedChange =
  | { readonly kind: 'reduce'; readonly blockId: string; readonly quantity: number }
  | { readonly kind: 'end'; readonly blockId: string; readonly lastDay: Day }
  | { readonly kind: 'move'; readonly groupId: string; readonly parentId: string }
  | { readonly kind: 'release' | 'remove'; readonly userId: string }
  /** Something that is being done elsewhere, tried here first. */
  | { readonly kind: 'act'; readonly call: ActCall };
export type ChangeKind = Exclude<TriedChange['kind'], 'act'>;

type Rows = Pick<RowsInMemory, 'row'>;

function blockCall(
  block: BlockRow | undefined,
  set: { readonly quantity?: number; readonly validUntil?: Day },
): readonly SingleCall[] {
  if (block === undefined) return [];
  if (block.source !== 'allocation') return [{ do: 'block.update', args: { blockId: block.id, set } }];
  return [
    {
      do: 'allocation.set',
      args: { id: block.id, groupId: block.groupId, typeId: block.typeId, quantity: block.quantity, ...set },
    },
  ];
}

/** The acts that make a change; none when what it is about is gone. */
export function callsOf(change: TriedChange, rows: Rows): readonly SingleCall[] {
  switch (change.kind) {
    case 'reduce':
      return blockCall(rows.row('blocks', change.blockId), { quantity: change.quantity });
    case 'end':
      return blockCall(rows.row('blocks', change.blockId), { validUntil: change.lastDay });
    case 'move':
      // Tried as a person would first: licenses that cannot go along are given back.
      return rows.row('groups', change.groupId) === undefined
        ? []
        : [{ do: 'group.move', args: { groupId: change.groupId, parentId: change.parentId, licenses: 'release' } }];
    case 'release':
      return rows.row('users', change.userId) === undefined
        ? []
        : [{ do: 'seat.release', args: { userId: change.userId } }];
    case 'remove':
      return rows.row('users', change.userId) === undefined
        ? []
        : [{ do: 'user.remove', args: { userId: change.userId } }];
    case 'act':
      return change.call.do === 'batch' ? (change.call.args.do as readonly SingleCall[]) : [change.call as SingleCall];
  }
}

interface Windowed {
  readonly validFrom?: Day | null | undefined;
  readonly validUntil?: Day | null | undefined;
}

function daysOfWindow({ validFrom, validUntil }: Windowed): readonly Day[] {
  return [...(validFrom == null ? [] : [validFrom]), ...(validUntil == null ? [] : [addDays(validUntil, 1)])];
}

/** Today, and the later days on which a block that is changed begins or ends, as it is and as it would be. */
export function daysToLookAt(calls: readonly SingleCall[], rows: Rows, today: Day): readonly Day[] {
  const days = new Set<Day>();
  for (const call of calls) {
    const args = call.args as { readonly blockId?: string; readonly id?: string; readonly set?: Windowed } & Windowed;
    const block = rows.row('blocks', args.blockId ?? args.id ?? '');
    for (const window of [args, args.set ?? {}, block ?? {}])
      for (const day of daysOfWindow(window)) if (day > today) days.add(day);
  }
  return [today, ...[...days].sort()];
}
