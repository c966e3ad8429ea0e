import { Undo2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { ReservationAnswer } from '#core/queries/reservations';
import { isRefused, useAnswer } from '../../state/model-hooks';
import { useSession } from '../../state/session-context';
import { EffectFirst } from '../../parts/acting';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { FigureTable } from '../../ui/FigureTable';

function GiveBack({
  reservation,
  isOwn,
  onClose,
}: {
  readonly reservation: ReservationAnswer;
  readonly isOwn: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { text } = useText();
  const names = useNames();
  return (
    <EffectFirst
      help="allocate"
      title={text(isOwn ? 'takeAlong.backTitle' : 'takeAlong.reclaimTitle', { user: names.user(reservation.userId) })}
      call={{ do: isOwn ? 'reserve.release' : 'reserve.reclaim', args: { reservationId: reservation.id } }}
      actName={text(isOwn ? 'takeAlong.backDo' : 'takeAlong.reclaimDo')}
      onClose={onClose}
    >
      <p>
        {text('takeAlong.free', {
          quantity: reservation.quantity,
          type: names.type(reservation.typeId),
          numbers: reservation.numbers.length,
        })}
      </p>
      {isOwn ? null : <p>{text('takeAlong.reclaimText', { user: names.user(reservation.userId) })}</p>}
    </EffectFirst>
  );
}

/** Shows who took what along from a pool, until when, and the way back; nothing where nobody did. */
export function TakenAlongCard({ poolId }: { readonly poolId: string }): ReactNode {
  const { text, day, list } = useText();
  const names = useNames();
  const { device } = useSession();
  const reservations = useAnswer('reservations', { groupId: poolId });
  const [asked, ask] = useState<ReservationAnswer | null>(null);
  if (isRefused(reservations) || reservations.length === 0) return null;
  const isOwn = ({ computerId }: ReservationAnswer): boolean => computerId === device;
  return (
    <Card title={text('takeAlong.card')}>
      <FigureTable>
        <thead>
          <tr>
            <th scope="col">{text('takeAlong.by')}</th>
            <th scope="col" className="figure-text">
              {text('takeAlong.what')}
            </th>
            <th scope="col" className="figure-text">
              {text('takeAlong.until')}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {reservations.map((reservation) => (
            <tr key={reservation.id}>
              <th scope="row">
                {names.user(reservation.userId)}
                {isOwn(reservation) ? <span className="figure-words">{text('takeAlong.here')}</span> : null}
              </th>
              <td className="figure-text">
                {text('takeAlong.units', { quantity: reservation.quantity, type: names.type(reservation.typeId) })}
                {reservation.numbers.length === 0 ? null : (
                  <span className="figure-words" title={list(reservation.numbers)}>
                    {text('takeAlong.numbersLeft', { count: reservation.numbers.length })}
                  </span>
                )}
              </td>
              <td className="figure-text">{day(reservation.until)}</td>
              <td>
                <Button size="small" tone="quiet" icon={Undo2} onPress={() => ask(reservation)}>
                  {text(isOwn(reservation) ? 'takeAlong.back' : 'takeAlong.reclaim')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </FigureTable>
      {asked === null ? null : <GiveBack reservation={asked} isOwn={isOwn(asked)} onClose={() => ask(null)} />}
    </Card>
  );
}
