import { useMemo } from 'react';
import { useRemembered } from '../../platform/remembered';
import type { TableColumn } from '../../ui/table-column';

/** Which columns a person wants to see, and in which order. */
interface Layout {
  /** Columns that are shown or hidden otherwise than at first. */
  readonly shown: { readonly [id: string]: boolean };
  /** Left out: where they stand at first. */
  readonly order: readonly string[];
  /** In rem, of those that were made wider or narrower. */
  readonly widths: { readonly [id: string]: number };
}

const asItIs: Layout = { shown: {}, order: [], widths: {} };
const narrowest = 3;

export interface ColumnLayout<Row> {
  /** All columns as they are to stand, hidden ones included. The first stays the first: it names the row. */
  readonly columns: readonly TableColumn<Row>[];
  readonly hidden: ReadonlySet<string>;
  readonly show: (id: string, isShown: boolean) => void;
  /** Moves a column before or behind its neighbour. */
  readonly move: (id: string, step: -1 | 1) => void;
  readonly resize: (id: string, rem: number) => void;
  readonly reset: () => void;
  readonly isAsItWas: boolean;
}

function arranged<Row>(columns: readonly TableColumn<Row>[], order: readonly string[]): readonly TableColumn<Row>[] {
  const place = (column: TableColumn<Row>, index: number): number => {
    const at = order.indexOf(column.id);
    // A column that came later than the order stands where it stood among the others.
    return at === -1 ? index : at;
  };
  const [first, ...rest] = columns;
  const others = rest
    .map((column, index) => ({ column, place: place(column, index) }))
    .sort((one, other) => one.place - other.place);
  return first === undefined ? [] : [first, ...others.map(({ column }) => column)];
}

/** Columns as a person has arranged them, remembered on this computer. */
export function useColumnLayout<Row>(name: string, columns: readonly TableColumn<Row>[]): ColumnLayout<Row> {
  const [layout, remember] = useRemembered<Layout>(`layout.${name}`, asItIs);
  const inOrder = useMemo(
    () =>
      arranged(columns, layout.order).map((column) =>
        layout.widths[column.id] === undefined
          ? column
          : { ...column, width: layout.widths[column.id] ?? column.width, grows: false },
      ),
    [columns, layout],
  );
  const hidden = useMemo(
    () =>
      new Set(
        columns.filter((column) => !(layout.shown[column.id] ?? column.isOptional !== true)).map((column) => column.id),
      ),
    [columns, layout],
  );
  return {
    columns: inOrder,
    hidden,
    show: (id, isShown) => remember({ ...layout, shown: { ...layout.shown, [id]: isShown } }),
    move(id, step) {
      const order = inOrder.slice(1).map((column) => column.id);
      const from = order.indexOf(id);
      const to = from + step;
      if (from === -1 || to < 0 || to >= order.length) return;
      order.splice(to, 0, ...order.splice(from, 1));
      remember({ ...layout, order });
    },
    resize: (id, rem) =>
      remember({ ...layout, widths: { ...layout.widths, [id]: Math.max(narrowest, Math.round(rem * 10) / 10) } }),
    reset: () => remember(asItIs),
    isAsItWas:
      layout === asItIs ||
      (Object.keys(layout.shown).length === 0 && layout.order.length === 0 && Object.keys(layout.widths).length === 0),
  };
}
