import { compareText } from '../kernel/text';
import { layerOn, ownIn, type ReadableMap } from './layers';
import type { GroupRow } from './rows';

const noChildren: readonly string[] = [];

/** The children of every group, sorted by order, then by id. */
export class SiblingIndex {
  private readonly childIds: Map<string, string[]>;

  /** Empty, or on top of another, or of a frozen map, that it does not change. */
  constructor(
    private readonly groupOf: (id: string) => GroupRow,
    below?: SiblingIndex,
    frozen?: ReadableMap<string, string[]>,
  ) {
    this.childIds = layerOn(below?.childIds ?? frozen, (ids) => [...ids]);
  }

  children(parentId: string): readonly string[] {
    return this.childIds.get(parentId) ?? noChildren;
  }

  add(parentId: string, group: GroupRow): void {
    let siblings = ownIn(this.childIds, parentId);
    if (siblings === undefined) {
      siblings = [];
      this.childIds.set(parentId, siblings);
    }
    siblings.splice(this.indexOf(siblings, group), 0, group.id);
  }

  remove(parentId: string, group: GroupRow): void {
    const siblings = ownIn(this.childIds, parentId);
    if (siblings === undefined) return;
    const index = this.indexOf(siblings, group);
    if (siblings[index] === group.id) siblings.splice(index, 1);
    if (siblings.length === 0) this.childIds.delete(parentId);
  }

  /** Index at which a group stands, or would stand; the group itself need not be stored. */
  private indexOf(siblings: readonly string[], group: GroupRow): number {
    let low = 0;
    let high = siblings.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const id = siblings[middle] as string;
      const order = id === group.id ? group.order : this.groupOf(id).order;
      if ((compareText(order, group.order) || compareText(id, group.id)) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
