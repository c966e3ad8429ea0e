import { Unlink } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import type { SeatAnswer } from '#core/queries/seats';
import { isRefused, useAnswer } from '../../state/model-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { PhoneNumber } from '../../ui/PhoneNumber';
import type { TableColumn } from '../../ui/table-column';
import { useTrying } from '../../parts/acting';
import { FilteredTable } from '../../parts/tables';
import { useSteady } from '../../ui/use-steady';
import { tableHeight } from './BlocksCard';

function columnsFor({
  text,
  names,
  dissolve,
}: {
  readonly text: ReturnType<typeof useText>['text'];
  readonly names: ReturnType<typeof useNames>;
  readonly dissolve: (seat: SeatAnswer) => void;
}): readonly TableColumn<SeatAnswer>[] {
  return [
    {
      id: 'number',
      name: text('seats.number'),
      width: 12,
      grows: true,
      sortBy: (seat) => seat.number,
      textOf: (seat) => seat.number,
      cell: (seat) => <PhoneNumber value={seat.number} />,
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
          onPress={() => dissolve(seat)}
        >
          {text('seats.dissolveShort')}
        </Button>
      ),
    },
  ];
}

const seatId = (seat: SeatAnswer): string => seat.id;

/** Seats that were released and wait in the pool with their numbers. */
export function FreeSeatsCard({ poolId }: { readonly poolId: string }): ReactNode {
  const { text } = useText();
  const names = useNames();
  const trying = useTrying();
  const seats = useAnswer('seats', { groupId: poolId, free: true });
  const dissolve = useSteady(
    (seat: SeatAnswer) => void trying.tryTo('seats', { do: 'seat.dissolve', args: { seatId: seat.id } }, { say: true }),
  );
  const columns = useMemo(() => columnsFor({ text, names, dissolve }), [text, names, dissolve]);
  if (isRefused(seats) || seats.length === 0) return null;
  return (
    <Card title={text('seats.title')} words={['freeLicense', 'ownNumber']}>
      <p className="quiet">{text('seats.hint')}</p>
      {trying.refusedAt('seats')}
      <FilteredTable
        groupId={poolId}
        frame="license-rows"
        frameStyle={{ height: tableHeight(seats.length) }}
        label={text('seats.title')}
        name="seats"
        rows={seats}
        columns={columns}
        rowId={seatId}
        rowName={(seat) => seat.number}
        actionsOf={(seat) => [
          {
            id: 'seat',
            choices: [
              {
                id: 'dissolve',
                name: text('seats.dissolve', { number: seat.number }),
                icon: Unlink,
                run: () => dissolve(seat),
              },
            ],
          },
        ]}
        empty={null}
      />
    </Card>
  );
}
