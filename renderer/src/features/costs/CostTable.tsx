import { useMemo, type ReactNode, type Ref } from 'react';
import { useText } from '../../text/text';
import { DataTable, type TableHandle } from '../../ui/DataTable';
import type { TableColumn } from '../../ui/table-column';
import type { CostLine } from './cost-lines';

const idOf = (line: CostLine): string => line.id;
const nameOf = (line: CostLine): string => line.name;

export interface CostTableProps {
  readonly label: string;
  /** What its lines are. */
  readonly name: string;
  readonly lines: readonly CostLine[];
  readonly total: number;
  readonly currency: string | null;
  readonly tableRef: Ref<TableHandle>;
}

/** The costs as a table, which is what is exported. */
export function CostTable({ label, name, lines, total, currency, tableRef }: CostTableProps): ReactNode {
  const { text, money, percent } = useText();
  const columns = useMemo((): readonly TableColumn<CostLine>[] => {
    const shareOf = ({ amount }: CostLine): number => (total === 0 ? 0 : amount / total);
    return [
      { id: 'name', name, width: 9, grows: true, sortBy: nameOf, textOf: nameOf, cell: nameOf },
      {
        id: 'amount',
        name: currency === null ? text('cost.amount') : text('cost.amountIn', { currency }),
        width: 8,
        align: 'end',
        sortBy: ({ amount }) => amount,
        textOf: ({ amount }) => money(amount, null),
        cell: ({ amount }) => money(amount, null),
      },
      {
        id: 'share',
        name: text('cost.share'),
        width: 5,
        align: 'end',
        sortBy: shareOf,
        textOf: (line) => percent(shareOf(line)),
        cell: (line) => percent(shareOf(line)),
      },
    ];
  }, [name, total, currency, text, money, percent]);
  return (
    <div className="cost-table">
      <DataTable
        label={label}
        name="costs"
        tableRef={tableRef}
        rows={lines}
        columns={columns}
        rowId={idOf}
        rowName={nameOf}
        empty={null}
      />
    </div>
  );
}
