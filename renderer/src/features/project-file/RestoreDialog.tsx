import { useEffect, useRef, useState, type ReactNode } from 'react';
import {
  useProjectLook,
  type GivenFile,
  type ProjectContents,
  type ProjectFailure,
  type ProjectStep,
} from '../../state/project-hooks';
import { actSentence } from '../../text/acts/act-sentence';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/Notice';
import { ProgressBar } from '../../ui/ProgressBar';
import { Select } from '../../ui/Select';
import { Differences } from './Differences';
import type { TakeProject } from './OpenProjectDialog';

type Looked = { readonly id: string; readonly contents: ProjectContents };

export interface RestoreDialogProps {
  readonly given: GivenFile;
  readonly onTake: TakeProject;
  readonly onBack: () => void;
}

/** Goes back to what was, up to an act that is chosen: what would be different is shown, and what is here stays as it is. */
export function RestoreDialog({ given, onTake, onBack }: RestoreDialogProps): ReactNode {
  const writer = useText();
  const { text, moment } = writer;
  const names = useNames();
  const look = useProjectLook();
  const [upTo, setUpTo] = useState<number | null>(null);
  const [looked, setLooked] = useState<Looked | null>(null);
  const [failure, setFailure] = useState<ProjectFailure | null>(null);
  const [isLooking, setLooking] = useState(true);
  const isTaken = useRef(false);

  useEffect(() => {
    const giving = new AbortController();
    void (async () => {
      setLooking(true);
      const found = await look(given, null, giving.signal, { upTo });
      if (giving.signal.aborted) return;
      setLooking(false);
      if (found.ok) setLooked(found);
      setFailure(found.ok ? null : found.failure);
    })();
    return () => {
      if (!isTaken.current) giving.abort();
    };
  }, [given, upTo, look]);

  function lineOf({ at, by, do: name, args }: ProjectStep): string {
    return `${moment(at)} · ${names.user(by)} · ${actSentence({ do: name, args }, writer, names)}`;
  }

  const contents = looked?.contents ?? null;
  const canTake = contents?.isShortened === false && !isLooking && failure === null;
  const steps = contents?.steps ?? [];
  return (
    <Dialog
      help="backups"
      title={text('backups.restoreTitle')}
      isOpen
      onClose={onBack}
      actions={
        <>
          <Button onPress={onBack}>{text('backups.back')}</Button>
          <Button
            tone="primary"
            isDisabled={!canTake}
            onPress={() => {
              if (looked === null) return;
              isTaken.current = true;
              void onTake({ id: looked.id, ledger: looked.contents.ledger }, 'copy');
            }}
          >
            {text(contents?.isProtected === true ? 'backups.goOn' : 'backups.restore')}
          </Button>
        </>
      }
    >
      <div className="project-fields">
        {failure === null ? null : (
          <Notice tone="refusal" title={text('backups.unreadable')} isLive>
            {text(`project.failure.${failure.code}`, { place: 'place' in failure ? failure.place : '' })}
          </Notice>
        )}
        {contents?.isShortened === true ? (
          <Notice tone="warning" title={text('backups.shortened')}>
            {text('backups.shortenedHelp')}
          </Notice>
        ) : contents?.isProtected === true ? (
          <Notice tone="warning" title={text('backups.protected')}>
            {text('backups.protectedHelp')}
          </Notice>
        ) : (
          <p className="project-facts">{text('backups.restoreLead')}</p>
        )}
        {steps.length === 0 ? null : (
          <Select<string>
            label={text('backups.upTo')}
            value={String(upTo ?? steps[0]?.count ?? '')}
            onChange={(count) => setUpTo(Number(count))}
            choices={steps.map((step) => ({ id: String(step.count), name: lineOf(step) }))}
            hint={text('backups.upToHint')}
          />
        )}
        {isLooking ? <ProgressBar label={text('backups.looking')} value={null} /> : null}
        {contents?.changes == null ? null : (
          <Differences title={text('backups.changes')} differences={contents.changes} />
        )}
      </div>
    </Dialog>
  );
}
