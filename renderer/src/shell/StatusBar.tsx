import { CircleAlert, History, Redo2, Undo2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { keysOf } from '../parts/commands';
import { StepList, useUndoRedo } from '../features/history';
import { WhoElse } from '../features/here';
import { MyRights } from '../features/roles';
import { ServerDialog, SignInDialog } from '../features/server';
import { SyncPanel, syncLine, syncLooks, useWaitedFor } from '../features/sync';
import { useAttention, useRows } from '../state/model-hooks';
import { useSession } from '../state/session-context';
import { useUnsent } from '../state/smart-list-hooks';
import { useSyncState } from '../state/sync-hooks';
import { useText } from '../text/text';
import { useNames } from '../text/use-names';
import { IconButton } from '../ui/IconButton';
import { Popover } from '../ui/Popover';
import { useSteady } from '../ui/use-steady';
import { useStart } from './start-context';

export interface StatusBarProps {
  /** Where the account is shared. */
  readonly place: string | null;
  readonly onShowAttention: () => void;
}

/** How many acts others do not have yet. */
function Unsent(): ReactNode {
  const { text } = useText();
  const count = useUnsent().length;
  return count === 0 ? null : <span className="status-item quiet">{text('shell.pending', { count })}</span>;
}

/** Undo and redo, with what they would take back. */
function UndoButtons(): ReactNode {
  const { text } = useText();
  const { undoable, redoable, undo, redo, sentenceOf } = useUndoRedo();
  const undoNext = useSteady(() => void undo());
  const redoNext = useSteady(() => void redo());
  const [nextUndo] = undoable;
  const [nextRedo] = redoable;
  return (
    <>
      <IconButton
        size="small"
        icon={Undo2}
        keys={keysOf('edit.undo')}
        isDisabled={nextUndo === undefined}
        label={
          nextUndo === undefined
            ? text('history.nothingToUndo')
            : text('history.undoNext', { what: sentenceOf(nextUndo) })
        }
        onPress={undoNext}
      />
      <IconButton
        size="small"
        icon={Redo2}
        keys={keysOf('edit.redo')}
        isDisabled={nextRedo === undefined}
        label={
          nextRedo === undefined
            ? text('history.nothingToRedo')
            : text('history.redoNext', { what: sentenceOf(nextRedo) })
        }
        onPress={redoNext}
      />
    </>
  );
}

/** Shows how synchronising stands, what waits and what needs attention, undo, and who sits here. */
export function StatusBar({ place, onShowAttention }: StatusBarProps): ReactNode {
  const writer = useText();
  const { text } = writer;
  const names = useNames();
  const { by } = useSession();
  const rows = useRows();
  const state = useSyncState();
  const { items } = useAttention();
  const start = useStart();
  const { icon: Icon, tone } = syncLooks[state.kind];
  const [asked, setAsked] = useState<'server' | 'password' | null>(null);
  // What is handed over waits for somebody: for whom is worth more than that it is to be sent.
  const line = useWaitedFor()?.line ?? syncLine(state, writer);
  const role = names.role(rows.row('users', by)?.roleId, rows.row('users', by)?.groupId);
  return (
    <footer className="status-bar" data-pane="status" aria-label={text('shell.status')}>
      <Popover
        label={text('sync.title')}
        help="share"
        placement="top start"
        trigger={
          <Button className={`status-item status-sync sync-${tone}`}>
            <Icon size="1.15em" aria-hidden className={state.kind === 'synchronising' ? 'sync-turning' : undefined} />
            {line}
          </Button>
        }
      >
        {(close) => (
          <SyncPanel
            place={place}
            onShare={() => void start.shareThroughFolder()}
            onShareThroughServer={() => {
              close();
              setAsked('server');
            }}
            onSignIn={() => {
              close();
              setAsked('password');
            }}
            onStopSharing={() => void start.stopSharing()}
            onShowAttention={onShowAttention}
          />
        )}
      </Popover>
      <ServerDialog
        purpose="share"
        canBeCarried={rows.row('protection', 'protection') === undefined}
        isOpen={asked === 'server'}
        onClose={() => setAsked(null)}
        onGive={start.shareThroughServer}
      />
      <SignInDialog
        place={place ?? ''}
        isOpen={asked === 'password'}
        onClose={() => setAsked(null)}
        onGive={start.signIn}
      />
      <span className="visually-hidden" role="status">
        {line}
      </span>
      {place === null || state.kind === 'toSend' ? null : <Unsent />}
      {/* Where the place is shared, the state itself says so. */}
      {items.length === 0 || state.kind === 'needsYou' ? null : (
        <Button className="status-item status-attention" onPress={onShowAttention}>
          <CircleAlert size="1.15em" aria-hidden />
          {text('shell.attention', { count: items.length })}
        </Button>
      )}
      <span className="status-space" />
      <WhoElse />
      <Popover
        label={text('shell.whoTitle')}
        help="roles"
        placement="top end"
        trigger={<Button className="status-item">{text('shell.who', { name: names.user(by), role })}</Button>}
      >
        <MyRights />
      </Popover>
      <UndoButtons />
      <Popover
        label={text('history.steps')}
        help="undo"
        placement="top end"
        trigger={
          <Button className="status-item">
            <History size="1.15em" aria-hidden />
            {text('history.steps')}
          </Button>
        }
      >
        <StepList />
      </Popover>
    </footer>
  );
}
