import { useMemo, useState, type ReactNode } from 'react';
import { groupedNumber } from '#core/kernel/phone-number';
import type { LicenseTypeId } from '#core/model/vocabulary';
import type { ActCall, Preview, RowsInMemory } from '../../data/session';
import { isRefused, useAnswer, usePreview, useRows } from '../../state/model-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import type { Choice } from '../../ui/choice';
import { Button } from '../../ui/Button';
import { Select } from '../../ui/Select';
import { ActDialog, PreviewLines, useTrying } from '../../parts/acting';
import { Why } from '../../parts/explain';
import { Finder } from '../../parts/tables';
import { assignSeats } from './people-calls';
import { useSeatChoices } from './use-seat-choices';

/** The number that comes with the license, out of the rows that assigning it would change. */
function numberGiven(preview: Preview | null, userId: string, rows: Pick<RowsInMemory, 'row'>): string | null {
  if (preview?.ok !== true) return null;
  const seat = preview.changes.flatMap((change) =>
    change.table === 'seats' && change.after?.userId === userId ? [change.after] : [],
  )[0];
  if (seat === undefined) return null;
  const made = preview.changes.flatMap((change) =>
    change.table === 'numbers' && change.id === seat.numberId && change.after !== undefined ? [change.after.value] : [],
  )[0];
  return made ?? rows.row('numbers', seat.numberId)?.value ?? null;
}

/** Free numbers as choices, and those that come with a free license of the type. */
function useNumberChoices(groupId: string, typeId: LicenseTypeId | null): readonly Choice[] {
  const { text } = useText();
  const names = useNames();
  const model = useRows();
  const free = useAnswer('numbers', { free: true });
  const seats = useAnswer('seats', { groupId, free: true });
  return useMemo(() => {
    const ofSeats = isRefused(seats) ? [] : seats.filter((seat) => seat.typeId === typeId);
    return [
      ...ofSeats.flatMap((seat) => {
        const numberId = model.row('seats', seat.id)?.numberId;
        return numberId === undefined
          ? []
          : [
              {
                id: numberId,
                name: groupedNumber(seat.number),
                hint: text('numbers.freeSeat', { pool: names.group(seat.poolId) }),
              },
            ];
      }),
      ...(isRefused(free)
        ? []
        : free.map((number) => ({
            id: number.id,
            name: groupedNumber(number.value),
            hint: text(`numberKind.${number.kind}`),
          }))),
    ];
  }, [free, seats, typeId, model, text, names]);
}

export interface SeatFormProps {
  readonly userId: string;
  readonly groupId: string;
}

/** A license for one person: what the pool has is in the list, and the number that would come with it stands below. */
export function SeatForm({ userId, groupId }: SeatFormProps): ReactNode {
  const { text } = useText();
  const names = useNames();
  const model = useRows();
  const trying = useTrying();
  const choices = useSeatChoices(groupId);
  const [typeId, setTypeId] = useState<LicenseTypeId | null>(null);
  const [isPicking, setPicking] = useState(false);
  const call = typeId === null ? null : assignSeats([userId], typeId, null);
  const preview = usePreview(call);
  const given = numberGiven(preview, userId, model);
  return (
    <>
      <Select
        label={text('seat.type')}
        value={typeId}
        onChange={(chosen) => {
          trying.forget();
          setTypeId(chosen);
        }}
        choices={choices}
        placeholder={text('seat.choose')}
        hint={text('seat.poolHint', { pool: names.group(model.poolOf(groupId)) })}
      />
      {preview?.ok === true ? (
        <p className="quiet figure">
          {given === null ? text('seat.numberNone') : text('seat.numberByRule', { number: given })}
        </p>
      ) : null}
      {call === null || typeId === null ? null : (
        <div className="field-why">
          <Why call={call} about={names.type(typeId)} />
        </div>
      )}
      {preview?.ok === false ? <PreviewLines preview={preview} call={call} /> : trying.refusedAt('assign')}
      {preview?.ok === true ? <PreviewLines preview={preview} call={call} /> : null}
      {typeId === null ? null : (
        <div className="property-actions">
          <Button tone="primary" isDisabled={preview?.ok !== true} onPress={() => void trying.tryTo('assign', call)}>
            {text('seat.assign')}
          </Button>
          <Button onPress={() => setPicking(true)}>{text('seat.pickNumber')}</Button>
        </div>
      )}
      {isPicking && typeId !== null ? (
        <PickNumberDialog userId={userId} groupId={groupId} typeId={typeId} onClose={() => setPicking(false)} />
      ) : null}
    </>
  );
}

/** One of the numbers that a person of a group could be given, and the act that gives it. */
function NumberDialog({
  groupId,
  typeId,
  title,
  callFor,
  actName,
  summary,
  onClose,
}: {
  readonly groupId: string;
  /** The license that the number is for; `null` for a number by itself. */
  readonly typeId: LicenseTypeId | null;
  readonly title: string;
  readonly callFor: (numberId: string) => ActCall | null;
  readonly actName: string;
  readonly summary?: string;
  readonly onClose: () => void;
}): ReactNode {
  const { text } = useText();
  const numbers = useNumberChoices(groupId, typeId);
  const [numberId, setNumberId] = useState<string | null>(null);
  return (
    <ActDialog
      help="give-a-license"
      title={title}
      call={numberId === null ? null : callFor(numberId)}
      actName={actName}
      {...(summary === undefined ? {} : { summary })}
      onClose={onClose}
    >
      <Finder
        label={text('seat.findNumber')}
        listLabel={text('seat.freeNumbers')}
        choices={numbers}
        chosen={numberId}
        onChoose={setNumberId}
      />
    </ActDialog>
  );
}

function PickNumberDialog({
  userId,
  groupId,
  typeId,
  onClose,
}: SeatFormProps & { readonly typeId: LicenseTypeId; readonly onClose: () => void }): ReactNode {
  const { text } = useText();
  const names = useNames();
  return (
    <NumberDialog
      {...{ groupId, typeId, onClose }}
      title={text('people.assignTitle', { count: 1, name: names.user(userId) })}
      callFor={(numberId) => assignSeats([userId], typeId, numberId)}
      actName={text('people.assignDo')}
      summary={names.type(typeId)}
    />
  );
}

/** Licenses for many at once: all of them or none. */
export function AssignDialog({
  ids,
  groupId,
  onClose,
}: {
  readonly ids: readonly string[];
  readonly groupId: string;
  readonly onClose: () => void;
}): ReactNode {
  const { text } = useText();
  const names = useNames();
  const model = useRows();
  const choices = useSeatChoices(groupId);
  const [typeId, setTypeId] = useState<LicenseTypeId | null>(null);
  const call = useMemo(() => (typeId === null ? null : assignSeats(ids, typeId, null)), [ids, typeId]);
  return (
    <ActDialog
      help="give-a-license"
      title={text('people.assignTitle', { count: ids.length, name: names.user(ids[0]) })}
      call={call}
      actName={text('people.assignDo')}
      onClose={onClose}
    >
      <Select
        label={text('seat.type')}
        value={typeId}
        onChange={setTypeId}
        choices={choices}
        placeholder={text('seat.choose')}
        hint={text('seat.poolHint', { pool: names.group(model.poolOf(groupId)) })}
        autoFocus
      />
    </ActDialog>
  );
}

export function ChangeNumberDialog({
  userId,
  groupId,
  onClose,
}: SeatFormProps & { readonly onClose: () => void }): ReactNode {
  const { text } = useText();
  const names = useNames();
  return (
    <NumberDialog
      {...{ groupId, onClose }}
      typeId={null}
      title={text('seat.changeNumberTitle', { name: names.user(userId) })}
      callFor={(numberId) => ({ do: 'seat.changeNumber', args: { userId, numberId } })}
      actName={text('seat.changeNumberDo')}
    />
  );
}

/** A further number for a person, besides the license's own. */
export function AttachNumberDialog({
  userId,
  groupId,
  onClose,
}: SeatFormProps & { readonly onClose: () => void }): ReactNode {
  const { text } = useText();
  const names = useNames();
  return (
    <NumberDialog
      {...{ groupId, onClose }}
      typeId={null}
      title={text('personNumbers.attachTitle', { name: names.user(userId) })}
      callFor={(numberId) => ({ do: 'number.attach', args: { numberId, to: { userId } } })}
      actName={text('personNumbers.attachDo')}
    />
  );
}
