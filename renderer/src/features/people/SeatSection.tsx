import { useMemo, useState, type ReactNode } from 'react';
import type { LicenseTypeId } from '#core/model/vocabulary';
import type { UserAnswer } from '#core/queries/user';
import { isRefused, useAnswer, usePreview, useRows } from '../../state/model-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import { PropertyList, PropertySection } from '../../ui/PropertyList';
import { Select } from '../../ui/Select';
import { ActDialog, PreviewLines, useTrying } from '../../parts/acting';
import { Finder } from '../../parts/tables';
import { pathWords } from '../../parts/groups';
import type { PeopleActs } from './use-people-acts';
import { ChangeNumberDialog, SeatForm } from './SeatForm';
import { useSeatChoices } from './use-seat-choices';

function ReassignDialog({
  user,
  number,
  onClose,
}: {
  readonly user: UserAnswer;
  readonly number: string;
  readonly onClose: () => void;
}): ReactNode {
  const { text } = useText();
  const rows = useRows();
  const people = useAnswer('users', { groupId: rows.root.id, subgroups: true });
  const [toUserId, setToUserId] = useState<string | null>(null);
  const choices = useMemo(
    () =>
      isRefused(people)
        ? []
        : people
            .filter((one) => one.id !== user.id && one.seatType === null && one.lifecycle !== 'archived')
            .map((one) => ({
              id: one.id,
              name: one.name,
              hint: pathWords(rows, one.groupId, rows.root.id),
            })),
    [people, user.id, rows],
  );
  return (
    <ActDialog
      help="give-a-license"
      title={text('seat.reassignTitle', { name: user.name })}
      call={toUserId === null ? null : { do: 'seat.reassign', args: { fromUserId: user.id, toUserId } }}
      actName={text('seat.reassignDo')}
      summary={text('seat.reassignHint', { number })}
      onClose={onClose}
    >
      <Finder
        label={text('seat.findPerson')}
        listLabel={text('people.title')}
        choices={choices}
        chosen={toUserId}
        onChoose={setToUserId}
      />
    </ActDialog>
  );
}

function HeldSeat({
  user,
  seatType,
  acts,
}: {
  readonly user: UserAnswer;
  readonly seatType: LicenseTypeId;
  readonly acts: PeopleActs;
}): ReactNode {
  const { text } = useText();
  const names = useNames();
  const rows = useRows();
  const trying = useTrying();
  const choices = useSeatChoices(user.groupId);
  const [wanted, setWanted] = useState<LicenseTypeId | null>(null);
  const [dialog, setDialog] = useState<'number' | 'reassign' | null>(null);
  const call =
    wanted === null || wanted === seatType
      ? null
      : ({ do: 'seat.changeType', args: { userId: user.id, typeId: wanted } } as const);
  const preview = usePreview(call);
  const seats = useAnswer('seats', { groupId: user.groupId, free: false });
  const number = (isRefused(seats) ? undefined : seats.find((seat) => seat.userId === user.id)?.number) ?? '';
  const close = (): void => setDialog(null);

  async function change(): Promise<void> {
    if (await trying.tryTo('type', call)) setWanted(null);
  }

  return (
    <>
      <PropertyList
        properties={[{ id: 'number', name: text('seat.number'), value: <span className="figure">{number}</span> }]}
      />
      <Select
        label={text('seat.type')}
        value={wanted ?? seatType}
        onChange={(chosen) => {
          trying.forget();
          setWanted(chosen);
        }}
        choices={choices}
        hint={text('seat.poolHint', { pool: names.group(rows.poolOf(user.groupId)) })}
      />
      {call === null ? null : preview?.ok === false ? (
        <PreviewLines preview={preview} call={call} />
      ) : (
        <>
          {trying.refusedAt('type')}
          <PreviewLines preview={preview} call={call} />
        </>
      )}
      <div className="property-actions">
        {call === null ? null : (
          <Button tone="primary" isDisabled={preview?.ok !== true} onPress={() => void change()}>
            {text('seat.change')}
          </Button>
        )}
        <Button onPress={() => setDialog('number')}>{text('seat.changeNumber')}</Button>
        <Button onPress={() => setDialog('reassign')}>{text('seat.reassign')}</Button>
        <Button onPress={() => acts.release([user.id])}>{text('seat.release')}</Button>
      </div>
      {dialog === 'number' ? <ChangeNumberDialog userId={user.id} groupId={user.groupId} onClose={close} /> : null}
      {dialog === 'reassign' ? <ReassignDialog user={user} number={number} onClose={close} /> : null}
    </>
  );
}

/** The license of a person: to assign, change, give on or release. */
export function SeatSection({ user, acts }: { readonly user: UserAnswer; readonly acts: PeopleActs }): ReactNode {
  const { text } = useText();
  return (
    <PropertySection title={text('seat.title')} words={['license', 'ownNumber', 'freeLicense']}>
      {user.seatType === null ? (
        <SeatForm key={user.id} userId={user.id} groupId={user.groupId} />
      ) : (
        <HeldSeat key={`${user.id} ${user.seatType}`} user={user} seatType={user.seatType} acts={acts} />
      )}
    </PropertySection>
  );
}
