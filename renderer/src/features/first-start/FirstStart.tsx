import { Compass, FolderInput, Sprout } from 'lucide-react';
import { useCallback, useState, type FormEvent, type ReactNode } from 'react';
import { writeRemembered } from '../../platform/remembered';
import type { JoiningProgress, KeptAccount, StartActions, StartProblem } from '../../state/start-hooks';
import { tourWanted } from '../../state/tour-wanted';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { useGivenFile, type GivenFile } from '../../state/project-hooks';
import { TextField } from '../../ui/TextField';
import { OpenProjectDialog } from '../project-file';
import { InvitationDialog } from '../trust';
import { ServerDialog } from '../server';
import { Emblem } from './Emblem';
import { JoiningBar } from './JoiningBar';
import { KeptAccounts } from './KeptAccounts';
import { StartChoice } from './StartChoice';
import './first-start.css';

export interface FirstStartProps {
  readonly actions: Pick<
    StartActions,
    | 'openSample'
    | 'openKept'
    | 'startAccount'
    | 'joinFolder'
    | 'cancelJoining'
    | 'joinServer'
    | 'lookAtInvitation'
    | 'joinInvited'
    | 'joinInvitedAt'
    | 'takeProject'
  >;
  readonly problem: StartProblem | null;
  /** What is kept on this computer already. */
  readonly accounts: readonly KeptAccount[];
  /** Something is being opened: the choices wait. */
  readonly isOpening: boolean;
  /** An account that was joined is being read for the first time. */
  readonly joining?: JoiningProgress | undefined;
}

/** Three ways to begin, none of them a form. */
export function FirstStart({ actions, problem, accounts, isOpening, joining }: FirstStartProps): ReactNode {
  const { text } = useText();
  const [name, setName] = useState('');
  const [asksForServer, setAskForServer] = useState(false);
  const [asksForInvitation, setAskForInvitation] = useState(false);
  const [project, setProject] = useState<{ readonly given: GivenFile | null } | null>(null);
  useGivenFile(
    'project',
    useCallback((given: GivenFile) => setProject({ given }), []),
  );
  /** The invitation with which a server is joined. */
  const [invitation, setInvitation] = useState<string | null>(null);
  const canStart = name.trim() !== '' && !isOpening;

  function start(event: FormEvent): void {
    event.preventDefault();
    if (canStart) void actions.startAccount({ name: name.trim(), ownerName: text('start.newOwner') });
  }

  return (
    <main className="first-start" data-help="begin">
      <header className="first-start-head">
        <Emblem />
        <h1>{text('start.title')}</h1>
        <p>{text('start.lead')}</p>
      </header>
      {problem === null ? null : (
        <div className="first-start-problem">
          <Notice tone="refusal" title={text(`start.problem.${problem.kind}`)} isLive>
            {text(`start.problem.${problem.kind}.help`)}
          </Notice>
        </div>
      )}
      {accounts.length === 0 ? null : (
        <KeptAccounts accounts={accounts} onOpen={(ledger) => void actions.openKept(ledger)} />
      )}
      {joining === undefined ? null : <JoiningBar joining={joining} onCancel={actions.cancelJoining} />}
      <div className="first-start-choices">
        <StartChoice icon={Compass} title={text('start.sample')} description={text('start.sampleText')}>
          <Button tone="primary" size="large" isDisabled={isOpening} onPress={() => void actions.openSample()}>
            {text('start.sampleDo')}
          </Button>
          <Button
            tone="quiet"
            isDisabled={isOpening}
            onPress={() => {
              writeRemembered(tourWanted, true);
              void actions.openSample();
            }}
          >
            {text('tour.start')}
          </Button>
        </StartChoice>
        <StartChoice icon={Sprout} title={text('start.new')} description={text('start.newText')}>
          <form className="first-start-form" onSubmit={start}>
            <TextField
              label={text('start.newName')}
              hideLabel
              value={name}
              onChange={setName}
              placeholder={text('start.newPlaceholder')}
            />
            <Button type="submit" size="large" isDisabled={!canStart}>
              {text('start.newDo')}
            </Button>
          </form>
        </StartChoice>
        <StartChoice icon={FolderInput} title={text('start.join')} description={text('start.joinText')}>
          <Button size="large" isDisabled={isOpening} onPress={() => void actions.joinFolder()}>
            {text('start.joinDo')}
          </Button>
          <Button tone="quiet" isDisabled={isOpening} onPress={() => setAskForServer(true)}>
            {text('server.joinButton')}
          </Button>
          <Button tone="quiet" isDisabled={isOpening} onPress={() => setAskForInvitation(true)}>
            {text('trust.invited.start')}
          </Button>
          <Button tone="quiet" isDisabled={isOpening} onPress={() => setProject({ given: null })}>
            {text('command.openFile')}
          </Button>
        </StartChoice>
      </div>
      <ServerDialog
        purpose="join"
        isOpen={asksForServer}
        onClose={() => setAskForServer(false)}
        onGive={actions.joinServer}
      />
      {asksForInvitation ? (
        <InvitationDialog
          actions={actions}
          onClose={() => setAskForInvitation(false)}
          onServer={(code) => {
            setAskForInvitation(false);
            setInvitation(code);
          }}
        />
      ) : null}
      {project === null ? null : (
        <OpenProjectDialog
          key={project.given?.name ?? ''}
          given={project.given}
          onTake={actions.takeProject}
          onClose={() => setProject(null)}
        />
      )}
      <ServerDialog
        purpose="join"
        isOpen={invitation !== null}
        onClose={() => setInvitation(null)}
        onGive={(login) => actions.joinInvitedAt(invitation ?? '', login)}
      />
      <p className="quiet" role="status">
        {text(isOpening ? 'start.opening' : 'start.footer')}
      </p>
    </main>
  );
}
