import type { View } from '../model/model';
import type { TableName } from '../model/rows';
import type { OwnTypeId } from '../model/vocabulary';

/** Tables whose rows are of a license type. */
const ofTypes = ['blocks', 'seats', 'reservations', 'grants', 'requests'] as const satisfies readonly TableName[];

/** Blocks, seats and other things of a license type of one's own: it then keeps its mode, and they would be left without it (D14). */
export function usesOfType(view: View, typeId: OwnTypeId): readonly string[] {
  const uses: string[] = [];
  for (const table of ofTypes)
    for (const row of view.membersOf(table, ['id', 'typeId'])) if (row.typeId === typeId) uses.push(row.id);
  return uses;
}
