import { useMemo, type ReactNode } from 'react';
import type { SeatAnswer } from '#core/queries/seats';
import { isRefused, useAnswer } from '../../state/model-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { DataTable } from '../../ui/DataTable';
import type { TableColumn } from '../../ui/table-column';
import { useTrying, type Trying } from '../../parts/acting';
import { tableHeight } from './BlocksCard';

function columnsFor({
  text,
  names,
  trying,
}: {
  readonly text: ReturnType<typeof useText>['text'];
  readonly names: ReturnType<typeof useNames>;
  readonly trying: Trying;
}): readonly TableColumn<SeatAnswer>[] {
  return [
    {
      id: 'number',
      name: text('seats.number'),
      width: 12,
      grows: true,
      sortBy: (seat) => seat.number,
      textOf: (seat) => seat.number,
      cell: (seat) => <span className="selectable figure">{seat.number}</span>,
    },
    {
      id: 'type',
      name: text('licenses.type'),
      width: 12,
      grows: true,
      sortBy: (seat) => names.type(seat.typeId),
      textOf: (seat) => names.type(seat.typeId),
      cell: (seat) => names.type(seat.typeId),
    },
    {
      id: 'dissolve',
      name: '',
      width: 7,
      align: 'end',
      cell: (seat) => (
        <Button
          size="small"
          tone="quiet"
          aria-label={text('seats.dissolve', { number: seat.number })}
          onPress={() => void trying.tryTo('seats', { do: 'seat.dissolve', args: { seatId: seat.id } }, { say: true })}
        >
          {text('seats.dissolveShort')}
        </Button>
      ),
    },
  ];
}

/** Seats that were released and wait in the pool with their numbers. */
export function FreeSeatsCard({ poolId }: { readonly poolId: string }): ReactNode {
  const { text } = useText();
  const names = useNames();
  const trying = useTrying();
  const seats = useAnswer('seats', { groupId: poolId, free: true });
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the cells call what is current when they are pressed
  const columns = useMemo(() => columnsFor({ text, names, trying }), [text, names]);
  if (isRefused(seats) || seats.length === 0) return null;
  return (
    <Card title={text('seats.title')} words={['freeLicense', 'ownNumber']}>
      <p className="quiet">{text('seats.hint')}</p>
      {trying.refusedAt('seats')}
      <div className="license-rows" style={{ height: tableHeight(seats.length) }}>
        <DataTable
          label={text('seats.title')}
          name="seats"
          rows={seats}
          columns={columns}
          rowId={(seat) => seat.id}
          rowName={(seat) => seat.number}
          empty={null}
        />
      </div>
    </Card>
  );
}
