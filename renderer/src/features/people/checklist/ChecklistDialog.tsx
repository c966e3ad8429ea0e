import { useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import type { Day } from '#core/kernel/day';
import type { UserRow } from '#core/model/rows';
import type { LicenseTypeId } from '#core/model/vocabulary';
import type { ActCall } from '../../../data/session';
import { useKeptDraft, type KeptDraft } from '../../../state/kept-draft';
import { useRows } from '../../../state/model-hooks';
import { useSession } from '../../../state/session-context';
import { useDay } from '../../../state/view-hooks';
import { useText } from '../../../text/text';
import { useNames } from '../../../text/use-names';
import { DayField } from '../../../ui/DayField';
import { FormColumns } from '../../../ui/FormColumns';
import { Select } from '../../../ui/Select';
import { TextField } from '../../../ui/TextField';
import { ActDialog } from '../../../parts/acting';
import { EntityFinder } from '../../../parts/search';
import { useRoleChoices } from '../use-role-choices';
import { useSeatChoices } from '../use-seat-choices';
import { joinCall, leaveCall, moveCall, type Joining } from './checklist-calls';
import { MenuChoices } from './MenuChoices';

const happenings = ['joins', 'moves', 'leaves'] as const;
export type Happening = (typeof happenings)[number];

interface StepsProps {
  readonly onCall: (call: ActCall | null) => void;
}

function Joiner({
  groupId,
  draft,
  onCall,
}: StepsProps & { readonly groupId: string; readonly draft: KeptDraft<Joining> }): ReactNode {
  const { text } = useText();
  const names = useNames();
  const rows = useRows();
  const session = useSession();
  const roles = useRoleChoices(groupId);
  const seats = useSeatChoices(groupId);
  const [id] = useState(() => session.newId());
  const { value: joining, set } = draft;
  const change = (part: Partial<Joining>): void => {
    const next = { ...joining, ...part };
    set(next);
    onCall(joinCall(rows, id, next));
  };
  // What was typed before may be complete already.
  const begin = useEffectEvent(() => onCall(joinCall(rows, id, joining)));
  useEffect(() => begin(), []);
  return (
    <>
      <p className="quiet">{text('checklist.joinsHint', { group: names.group(groupId) })}</p>
      <TextField label={text('people.name')} value={joining.name} onChange={(name) => change({ name })} autoFocus />
      <FormColumns of="pair">
        <TextField
          label={text('people.email')}
          type="email"
          value={joining.email}
          onChange={(email) => change({ email })}
        />
        <DayField label={text('people.from')} value={joining.from} onChange={(from) => change({ from })} />
        <Select
          label={text('people.role')}
          value={joining.roleId}
          choices={roles}
          onChange={(roleId) => change({ roleId })}
        />
        <Select<LicenseTypeId | 'none'>
          label={text('people.license')}
          value={joining.license ?? 'none'}
          choices={[{ id: 'none', name: text('many.noLicense') }, ...seats]}
          onChange={(license) => change({ license: license === 'none' ? null : license })}
        />
      </FormColumns>
      <MenuChoices
        label={text('checklist.answers')}
        menuIds={[...rows.rows('menus')].map((menu) => menu.id)}
        chosen={joining.menuIds}
        onChange={(menuIds) => change({ menuIds })}
      />
    </>
  );
}

interface PersonStepsProps extends StepsProps {
  readonly user: UserRow;
  /** Voice menus that the person answers. */
  readonly menuIds: readonly string[];
}

function Leaver({ user, menuIds, onCall }: PersonStepsProps): ReactNode {
  const { text } = useText();
  const names = useNames();
  const rows = useRows();
  const { today } = useDay();
  const seat = rows.seatOf(user.id);
  const [leaving, setLeaving] = useState<{
    readonly until: Day;
    readonly heirId: string | null;
    readonly menuIds: readonly string[];
  }>({ until: user.until ?? today, heirId: null, menuIds });
  const change = (part: Partial<typeof leaving>): void => {
    const next = { ...leaving, ...part };
    setLeaving(next);
    onCall(leaveCall(rows, user, next));
  };
  // Leaving today is complete as it stands.
  const begin = useEffectEvent(() => onCall(leaveCall(rows, user, leaving)));
  useEffect(() => begin(), []);
  return (
    <>
      <DayField
        label={text('people.until')}
        value={leaving.until}
        canClear={false}
        onChange={(until) => {
          if (until !== null) change({ until });
        }}
      />
      {seat === undefined ? null : (
        <>
          <p>
            {text('checklist.holds', {
              type: names.type(seat.typeId),
              number: names.number(seat.numberId),
              heir: leaving.heirId === null ? 'none' : names.user(leaving.heirId),
            })}
          </p>
          <EntityFinder
            kind="user"
            label={text('checklist.heir')}
            listLabel={text('people.title')}
            chosen={leaving.heirId}
            onChoose={(heirId) => change({ heirId: heirId === user.id ? null : heirId })}
          />
        </>
      )}
      <MenuChoices
        label={text('checklist.leavesMenus')}
        menuIds={menuIds}
        chosen={leaving.menuIds}
        onChange={(chosen) => change({ menuIds: chosen })}
      />
    </>
  );
}

function Mover({ user, menuIds, onCall }: PersonStepsProps): ReactNode {
  const { text } = useText();
  const rows = useRows();
  const [moving, setMoving] = useState<{
    readonly groupId: string | null;
    readonly onMove: 'keep' | 'release' | 'redraw';
    readonly license: LicenseTypeId | null;
    readonly menuIds: readonly string[];
  }>({ groupId: null, onMove: 'keep', license: null, menuIds: [] });
  const seats = useSeatChoices(moving.groupId ?? user.groupId);
  const change = (part: Partial<typeof moving>): void => {
    const next = { ...moving, ...part };
    setMoving(next);
    onCall(moveCall(rows, user, next));
  };
  return (
    <>
      <EntityFinder
        kind="group"
        label={text('move.search')}
        listLabel={text('move.places')}
        chosen={moving.groupId}
        onChoose={(groupId) => change({ groupId })}
      />
      <FormColumns of="pair">
        <Select
          label={text('move.licenses')}
          value={moving.onMove}
          onChange={(onMove) => change({ onMove })}
          choices={[
            { id: 'keep', name: text('many.keepLicenses') },
            { id: 'release', name: text('move.release'), hint: text('move.releaseHint') },
            { id: 'redraw', name: text('move.redraw'), hint: text('move.redrawHint') },
          ]}
        />
        <Select<LicenseTypeId | 'same'>
          label={text('checklist.licenseThere')}
          value={moving.license ?? 'same'}
          choices={[{ id: 'same', name: text('checklist.sameLicense') }, ...seats]}
          onChange={(license) => change({ license: license === 'same' ? null : license })}
        />
      </FormColumns>
      <MenuChoices
        label={text('checklist.leavesMenus')}
        menuIds={menuIds}
        chosen={moving.menuIds}
        onChange={(chosen) => change({ menuIds: chosen })}
      />
    </>
  );
}

/** Somebody joins, moves or leaves: all that belongs to it on one page, done in one act. */
export function ChecklistDialog({
  groupId,
  userId,
  onClose,
}: {
  /** Where somebody joins. */
  readonly groupId: string;
  /** Who moves or leaves, where that is clear already. */
  readonly userId: string | null;
  readonly onClose: () => void;
}): ReactNode {
  const { text } = useText();
  const names = useNames();
  const rows = useRows();
  const [happening, setHappening] = useState<Happening>(userId === null ? 'joins' : 'leaves');
  const [whoId, setWhoId] = useState(userId);
  const [call, setCall] = useState<ActCall | null>(null);
  const user = whoId === null ? undefined : rows.row('users', whoId);
  const joining = useKeptDraft<Joining>(`joiner in ${groupId}`, {
    name: '',
    email: '',
    groupId,
    roleId: 'resident',
    from: null,
    license: null,
    menuIds: [],
  });
  const menuIds =
    user === undefined
      ? []
      : [...rows.rows('menus')].filter((menu) => menu.users.includes(user.id)).map(({ id }) => id);
  return (
    <ActDialog
      help="move-and-leave"
      title={text('checklist.title')}
      call={call}
      actName={text(`checklist.do.${happening}`)}
      onClose={onClose}
      onDone={() => {
        if (happening === 'joins') joining.forget();
      }}
      size="normal"
    >
      <Select
        label={text('checklist.what')}
        value={happening}
        choices={happenings.map((id) => ({ id, name: text(`checklist.${id}`) }))}
        onChange={(next) => {
          setHappening(next);
          setCall(null);
        }}
      />
      {happening === 'joins' ? <Joiner groupId={groupId} draft={joining} onCall={setCall} /> : null}
      {happening === 'joins' ? null : user === undefined ? (
        <EntityFinder
          kind="user"
          label={text('checklist.who')}
          listLabel={text('people.title')}
          chosen={null}
          onChoose={setWhoId}
        />
      ) : (
        <p>{text('checklist.person', { user: names.user(user.id), group: names.group(user.groupId) })}</p>
      )}
      {happening === 'leaves' && user !== undefined ? (
        <Leaver key={user.id} user={user} menuIds={menuIds} onCall={setCall} />
      ) : null}
      {happening === 'moves' && user !== undefined ? (
        <Mover key={user.id} user={user} menuIds={menuIds} onCall={setCall} />
      ) : null}
    </ActDialog>
  );
}
