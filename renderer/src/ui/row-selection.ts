/** Way in which pressing on a row changes what is selected: the same in tables and in the tree. */
export type SelectMode = 'only' | 'toggle' | 'range' | 'add-range';

export interface SelectRequest {
  /** Every id that can be selected, in the order shown. */
  readonly order: readonly string[];
  readonly selected: ReadonlySet<string>;
  /** Where a range starts: the row last chosen without Shift. */
  readonly anchor: string | null;
  readonly target: string;
  readonly mode: SelectMode;
}

function between(order: readonly string[], one: string, other: string): readonly string[] {
  const from = order.indexOf(one);
  const to = order.indexOf(other);
  if (from === -1 || to === -1) return [other];
  return order.slice(Math.min(from, to), Math.max(from, to) + 1);
}

export function selectRow({ order, selected, anchor, target, mode }: SelectRequest): {
  readonly selected: ReadonlySet<string>;
  readonly anchor: string;
} {
  switch (mode) {
    case 'only':
      return { selected: new Set([target]), anchor: target };
    case 'toggle': {
      const next = new Set(selected);
      if (!next.delete(target)) next.add(target);
      return { selected: next, anchor: target };
    }
    case 'range':
      return { selected: new Set(between(order, anchor ?? target, target)), anchor: anchor ?? target };
    case 'add-range':
      return {
        selected: new Set([...selected, ...between(order, anchor ?? target, target)]),
        anchor: anchor ?? target,
      };
  }
}

/** The mode that the modifier keys of a click mean. */
export function selectModeOf(event: {
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}): SelectMode {
  const isMany = event.ctrlKey || event.metaKey;
  if (event.shiftKey) return isMany ? 'add-range' : 'range';
  return isMany ? 'toggle' : 'only';
}
