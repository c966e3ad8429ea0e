import type { View } from '../model/model';
import { isBookkeeping, type Change } from '../model/rows';

/** The fields of rows that say where they stand. */
interface Standing {
  readonly parentId?: string | null;
  readonly groupId?: string | null;
  readonly userId?: string | null;
  readonly menuId?: string | null;
  readonly poolId?: string | null;
}

/**
 * Places as they are now; of what is gone, as they were when it went. Made for going back through acts: each act's removals are noted
 * before it is asked about, so that whatever an older act names is found.
 */
export class Places {
  /** The group that a thing which is gone lay in. */
  private readonly goneFrom = new Map<string, string | null>();
  private readonly answers = new Map<string, boolean>();

  constructor(
    private readonly model: View,
    private readonly groupId: string,
  ) {}

  noteRemovals(changes: readonly Change[]): void {
    for (const { table, id, before, after } of changes)
      if (after === undefined && before !== undefined && !isBookkeeping(table) && !this.goneFrom.has(id)) {
        const { parentId, groupId } = before as Standing;
        this.goneFrom.set(id, (table === 'groups' ? parentId : groupId) ?? null);
      }
  }

  /** Tells whether a change is about something in the group, however far below, before it or after it. */
  isTouchedBy({ table, before, after }: Change): boolean {
    return (
      !isBookkeeping(table) && (this.holds(before as Standing | undefined) || this.holds(after as Standing | undefined))
    );
  }

  private holds(row: Standing | undefined): boolean {
    if (row === undefined) return false;
    return [
      row.parentId,
      row.groupId,
      row.poolId,
      row.userId == null ? null : this.groupOf('users', row.userId),
      row.menuId == null ? null : this.groupOf('menus', row.menuId),
    ].some((groupId) => groupId != null && this.isInside(groupId));
  }

  private groupOf(table: 'users' | 'menus', id: string): string | null {
    return this.model.row(table, id)?.groupId ?? this.goneFrom.get(id) ?? null;
  }

  private isInside(groupId: string): boolean {
    if (groupId === this.groupId) return true;
    const known = this.answers.get(groupId);
    if (known !== undefined) return known;
    const group = this.model.row('groups', groupId);
    const above = group === undefined ? (this.goneFrom.get(groupId) ?? null) : group.parentId;
    const answer = above !== null && this.isInside(above);
    this.answers.set(groupId, answer);
    return answer;
  }
}
