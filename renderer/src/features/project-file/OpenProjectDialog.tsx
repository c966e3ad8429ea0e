import { FolderOpen } from 'lucide-react';
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { FileTrigger } from 'react-aria-components';
import { projectFileExtension } from '#core/ledger/file-names';
import {
  readChosenProject,
  useProjectLook,
  type GivenFile,
  type ProjectContents,
  type ProjectFailure,
  type TakenAs,
} from '../../state/project-hooks';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/Notice';
import { ProgressBar } from '../../ui/ProgressBar';
import { TextField } from '../../ui/TextField';
import { ProjectShown } from './ProjectShown';
import './project-file.css';

type Step =
  | { readonly at: 'asking'; readonly failure: ProjectFailure | null }
  | { readonly at: 'reading' }
  | { readonly at: 'locked'; readonly isWrong: boolean }
  | { readonly at: 'shown'; readonly id: string; readonly contents: ProjectContents };

/** Opens what was looked at, in place of what is open. */
export type TakeProject = (project: { readonly id: string; readonly ledger: string }, as: TakenAs) => Promise<void>;

export interface OpenProjectDialogProps {
  /** A file that was dropped or opened outside of the window; `null` asks for one. */
  readonly given: GivenFile | null;
  readonly onTake: TakeProject;
  readonly onClose: () => void;
}

const formId = 'project-passphrase';

/** A project file from choosing it to what is in it. Nothing changes before the person takes it. */
export function OpenProjectDialog({ given, onTake, onClose }: OpenProjectDialogProps): ReactNode {
  const { text } = useText();
  const look = useProjectLook();
  const [file, setFile] = useState(given);
  const [passphrase, setPassphrase] = useState<string | null>(null);
  const [step, setStep] = useState<Step>({ at: 'asking', failure: null });
  /** Taken: this dialog goes with the account behind it, and main must not forget the file before it was opened. */
  const isTaken = useRef(false);

  useEffect(() => {
    if (file === null) return undefined;
    const giving = new AbortController();
    void (async () => {
      setStep({ at: 'reading' });
      const looked = await look(file, passphrase, giving.signal);
      if (giving.signal.aborted) return;
      if (looked.ok) setStep({ at: 'shown', ...looked });
      else if (looked.failure.code === 'PASSPHRASE_NEEDED' || looked.failure.code === 'WRONG_PASSPHRASE')
        setStep({ at: 'locked', isWrong: looked.failure.code === 'WRONG_PASSPHRASE' });
      else setStep({ at: 'asking', failure: looked.failure });
    })();
    return () => {
      if (!isTaken.current) giving.abort();
    };
  }, [file, passphrase, look]);

  const name = file?.name ?? '';
  if (step.at === 'shown')
    return (
      <ProjectShown
        fileName={name}
        contents={step.contents}
        onTake={(as) => {
          isTaken.current = true;
          void onTake({ id: step.id, ledger: step.contents.ledger }, as);
        }}
        onClose={onClose}
      />
    );
  if (step.at === 'locked')
    return <LockedFile name={name} isWrong={step.isWrong} onGive={setPassphrase} onClose={onClose} />;
  return (
    <Dialog
      help="project-files"
      title={text('project.open')}
      isOpen
      onClose={onClose}
      actions={<Button onPress={onClose}>{text('ui.cancel')}</Button>}
    >
      {step.at === 'reading' ? (
        <ProgressBar label={text('project.reading', { name })} value={null} />
      ) : (
        <>
          {step.failure === null ? null : (
            <Notice tone="refusal" title={text('project.unreadable', { name })} isLive>
              {text(`project.failure.${step.failure.code}`, {
                place: 'place' in step.failure ? step.failure.place : '',
              })}
            </Notice>
          )}
          <p>{text('project.ask')}</p>
          <FileTrigger
            acceptedFileTypes={[`.${projectFileExtension}`]}
            onSelect={(files) => {
              const chosen = files?.[0];
              if (chosen === undefined) return;
              setPassphrase(null);
              void readChosenProject(chosen).then(setFile);
            }}
          >
            <Button tone="primary" icon={FolderOpen} autoFocus>
              {text('import.choose')}
            </Button>
          </FileTrigger>
        </>
      )}
    </Dialog>
  );
}

/** Asks for the passphrase of a locked file. */
function LockedFile({
  name,
  isWrong,
  onGive,
  onClose,
}: {
  readonly name: string;
  readonly isWrong: boolean;
  readonly onGive: (passphrase: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { text } = useText();
  const [typed, setTyped] = useState('');
  function give(event: FormEvent): void {
    event.preventDefault();
    if (typed !== '') onGive(typed);
  }
  return (
    <Dialog
      help="project-files"
      title={text('project.locked', { name })}
      isOpen
      onClose={onClose}
      size="small"
      actions={
        <>
          <Button onPress={onClose}>{text('ui.cancel')}</Button>
          <Button type="submit" form={formId} tone="primary" isDisabled={typed === ''}>
            {text('project.unlock')}
          </Button>
        </>
      }
    >
      <form id={formId} className="project-fields" onSubmit={give}>
        {isWrong ? <Notice tone="refusal" title={text('project.wrongPassphrase')} isLive /> : null}
        <TextField
          label={text('project.passphrase')}
          type="password"
          value={typed}
          onChange={setTyped}
          hint={text('project.lockedHint')}
          autoFocus
        />
      </form>
    </Dialog>
  );
}
