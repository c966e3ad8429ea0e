import { Archive, ArchiveRestore, FolderInput, Hash, KeyRound, Trash2, UserMinus } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useSession } from '../../state/session-context';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import type { MenuGroup } from '../../ui/Menu';
import { EffectFirst, useActing } from '../../parts/acting';
import { keysOf } from '../../parts/commands';
import { TargetDialog } from '../../parts/moving';
import { moveUsers, ofEach } from './people-calls';
import { NumbersForEachDialog } from '../numbers';
import { AssignDialog } from './SeatForm';

type Asked = {
  readonly kind: 'move' | 'archive' | 'remove' | 'assign' | 'release' | 'number';
  readonly ids: readonly string[];
};

/** Acts on people who are there, one or many: each is one act and one step to take back. */
export interface PeopleActs {
  readonly move: (ids: readonly string[]) => void;
  readonly archive: (ids: readonly string[]) => void;
  readonly restore: (ids: readonly string[]) => void;
  readonly remove: (ids: readonly string[]) => void;
  readonly assign: (ids: readonly string[]) => void;
  readonly release: (ids: readonly string[]) => void;
  /** Gives each the next free number. */
  readonly number: (ids: readonly string[]) => void;
  readonly menu: (ids: readonly string[]) => readonly MenuGroup[];
  readonly dialogs: ReactNode;
}

function NumberForEachPerson({
  ids,
  onClose,
}: {
  readonly ids: readonly string[];
  readonly onClose: () => void;
}): ReactNode {
  const targets = useMemo(() => ids.map((userId) => ({ userId })), [ids]);
  return <NumbersForEachDialog targets={targets} onClose={onClose} />;
}

export function usePeopleActs(): PeopleActs {
  const { text } = useText();
  const names = useNames();
  const { model } = useSession();
  const act = useActing();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = (): void => setAsked(null);
  const ask =
    (kind: Asked['kind']) =>
    (ids: readonly string[]): void =>
      setAsked({ kind, ids });
  const about = { count: asked?.ids.length ?? 0, name: names.user(asked?.ids[0]) };
  const [move, archive, remove, assign, release, number] = [
    ask('move'),
    ask('archive'),
    ask('remove'),
    ask('assign'),
    ask('release'),
    ask('number'),
  ];
  function restore(ids: readonly string[]): void {
    const call = ofEach(ids, 'user.restore');
    if (call !== null) void act(call, { say: true });
  }

  function menu(ids: readonly string[]): readonly MenuGroup[] {
    const areArchived = ids.map((id) => model.row('users', id)?.lifecycle === 'archived');
    return [
      {
        id: 'licenses',
        choices: [
          { id: 'assign', name: text('people.assign'), icon: KeyRound, run: () => assign(ids) },
          { id: 'release', name: text('people.release'), icon: UserMinus, run: () => release(ids) },
          { id: 'number', name: text('numbers.each'), icon: Hash, run: () => number(ids) },
        ],
      },
      {
        id: 'place',
        choices: [
          {
            id: 'move',
            name: text('people.move'),
            icon: FolderInput,
            keys: keysOf('tree.moveTo'),
            run: () => move(ids),
          },
        ],
      },
      {
        id: 'leave',
        choices: [
          ...(areArchived.includes(false)
            ? [{ id: 'archive', name: text('people.archive'), icon: Archive, run: () => archive(ids) }]
            : []),
          ...(areArchived.includes(true)
            ? [{ id: 'restore', name: text('people.restore'), icon: ArchiveRestore, run: () => restore(ids) }]
            : []),
          {
            id: 'remove',
            name: text('people.remove'),
            icon: Trash2,
            keys: keysOf('tree.delete'),
            tone: 'danger',
            run: () => remove(ids),
          },
        ],
      },
    ];
  }

  const firstGroup = model.row('users', asked?.ids[0] ?? '')?.groupId;
  return {
    move,
    archive,
    restore,
    remove,
    assign,
    release,
    number,
    menu,
    dialogs: (
      <>
        {asked?.kind === 'move' ? (
          <TargetDialog
            help="move-and-leave"
            title={text('people.moveTitle', about)}
            callFor={(groupId, licenses) => moveUsers(asked.ids, groupId, licenses)}
            onClose={close}
            onMoved={close}
          />
        ) : null}
        {asked?.kind === 'archive' ? (
          <EffectFirst
            help="move-and-leave"
            title={text('people.archiveTitle', about)}
            call={ofEach(asked.ids, 'user.archive')}
            actName={text('people.archiveDo')}
            onClose={close}
          >
            <p>{text('people.archiveText', about)}</p>
          </EffectFirst>
        ) : null}
        {asked?.kind === 'remove' ? (
          <EffectFirst
            help="move-and-leave"
            title={text('people.removeTitle', about)}
            call={ofEach(asked.ids, 'user.remove')}
            actName={text('people.removeDo')}
            onClose={close}
          >
            <p>{text('people.removeText', about)}</p>
          </EffectFirst>
        ) : null}
        {asked?.kind === 'release' ? (
          <EffectFirst
            help="give-a-license"
            title={text('people.releaseTitle', about)}
            call={ofEach(asked.ids, 'seat.release')}
            actName={text('people.releaseDo')}
            onClose={close}
          />
        ) : null}
        {asked?.kind === 'number' ? <NumberForEachPerson ids={asked.ids} onClose={close} /> : null}
        {asked?.kind === 'assign' && firstGroup !== undefined ? (
          <AssignDialog ids={asked.ids} groupId={firstGroup} onClose={close} />
        ) : null}
      </>
    ),
  };
}
