import { Printer } from 'lucide-react';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { handoverOf } from '#core/handover/handover';
import { languages, type Language } from '#core/kernel/language';
import type { GroupStatus } from '#core/model/rows';
import type { ActCall } from '../../data/session';
import { PreviewLines, useActing } from '../../parts/acting';
import { usePrintedHandover } from '../../state/handover-hooks';
import { usePreview, useReading } from '../../state/model-hooks';
import { useDay } from '../../state/view-hooks';
import { useLanguage } from '../../text/language';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/Notice';
import { ProgressBar } from '../../ui/ProgressBar';
import { RadioGroup } from '../../ui/RadioGroup';
import { Select } from '../../ui/Select';
import { Switch } from '../../ui/Switch';
import { OpenItems } from './OpenItems';
import './handover.css';

/** Status that the group gets once the papers are there; `stays` leaves it. */
type After = 'locked' | 'handedOver' | 'stays';

type Step =
  | { readonly at: 'asking'; readonly problem: 'full' | 'unwritable' | 'other' | null }
  | { readonly at: 'making'; readonly share: number | null; readonly name: string }
  | { readonly at: 'made'; readonly folder: string; readonly files: readonly string[] };

export interface HandoverDialogProps {
  readonly groupId: string;
  readonly onClose: () => void;
}

/** Papers and cards for whoever takes a place over: what is open first, then the papers, then the status. */
export function HandoverDialog({ groupId, onClose }: HandoverDialogProps): ReactNode {
  const { text } = useText();
  const names = useNames();
  const act = useActing();
  const print = usePrintedHandover();
  const { today } = useDay();
  const reading = useReading();
  const language = useLanguage();
  const [wanted, setWanted] = useState<Language>(language);
  const [cards, setCards] = useState(true);
  const [after, setAfter] = useState<After>('locked');
  const [step, setStep] = useState<Step>({ at: 'asking', problem: null });
  const giving = useRef<AbortController | null>(null);

  const handover = useMemo(
    () => handoverOf(reading.rows, (query, args) => reading.ask(query, args, today), groupId, today),
    [reading, groupId, today],
  );
  const statusNow = handover?.status;
  const call = statusNow === undefined || after === 'stays' ? null : statusCall(groupId, statusNow, after);
  const preview = usePreview(step.at === 'made' ? null : call);

  function close(): void {
    giving.current?.abort();
    onClose();
  }
  async function make(): Promise<void> {
    if (handover === null) return;
    giving.current = new AbortController();
    const { signal } = giving.current;
    setStep({ at: 'making', share: null, name: '' });
    const answer = await print(handover, {
      language: wanted,
      cards,
      signal,
      onProgress: (share, name) => setStep({ at: 'making', share, name }),
    });
    if (signal.aborted || (answer.ok && answer.value === null)) {
      setStep({ at: 'asking', problem: null });
      return;
    }
    if (!answer.ok || answer.value === null) {
      const kind = answer.ok ? 'other' : answer.failure.kind;
      setStep({ at: 'asking', problem: kind === 'full' || kind === 'unwritable' ? kind : 'other' });
      return;
    }
    // The papers say what was; only then it is handed over.
    if (call !== null) await act(call, { say: true });
    setStep({ at: 'made', ...answer.value });
  }

  const title = text('handover.title', { group: names.group(groupId) });
  if (handover === null) return null;
  if (step.at === 'making')
    return (
      <Dialog
        help="hand-over"
        title={title}
        isOpen
        onClose={() => giving.current?.abort()}
        size="small"
        actions={
          <Button autoFocus onPress={() => giving.current?.abort()}>
            {text('ui.cancel')}
          </Button>
        }
      >
        <ProgressBar
          label={step.name === '' ? text('handover.choosing') : text('handover.making', { name: step.name })}
          value={step.share}
        />
        <p className="quiet">{text('handover.cancelHelp')}</p>
      </Dialog>
    );
  if (step.at === 'made')
    return (
      <Dialog
        help="hand-over"
        title={title}
        isOpen
        onClose={onClose}
        actions={
          <Button autoFocus tone="primary" onPress={onClose}>
            {text('ui.close')}
          </Button>
        }
      >
        <Notice tone="success" title={text('handover.made', { count: step.files.length })} isLive>
          {step.folder}
        </Notice>
        <ul className="handover-files selectable">
          {step.files.map((file) => (
            <li key={file}>{file}</li>
          ))}
        </ul>
      </Dialog>
    );
  const apartments = handover.counts.find(({ kind }) => kind === 'apartment')?.count ?? 0;
  return (
    <Dialog
      help="hand-over"
      title={title}
      isOpen
      onClose={close}
      summary={text('handover.summary', { documents: 1 + handover.sections.length, apartments })}
      actions={
        <>
          <Button onPress={close}>{text('ui.cancel')}</Button>
          <Button tone="primary" icon={Printer} isDisabled={preview?.ok === false} onPress={() => void make()}>
            {text('handover.do')}
          </Button>
        </>
      }
    >
      <div className="handover-fields">
        {step.problem === null ? null : (
          <Notice tone="refusal" title={text('handover.notMade')} isLive>
            {text(`handover.notMade.${step.problem}`)}
          </Notice>
        )}
        <OpenItems open={handover.open} />
        <Select<Language>
          label={text('handover.language')}
          value={wanted}
          onChange={setWanted}
          choices={languages.map((one) => ({ id: one, name: text(`handover.language.${one}`) }))}
        />
        <Switch label={text('handover.cards')} isSelected={cards} onChange={setCards} />
        <RadioGroup<After>
          label={text('handover.after')}
          value={after}
          onChange={setAfter}
          choices={(['locked', 'handedOver', 'stays'] as const).map((one) => ({
            id: one,
            name: text(`handover.after.${one}`, { status: text(`status.${handover.status}`) }),
            hint: text(`handover.after.${one}.hint`),
          }))}
        />
        {preview?.ok === false ? <PreviewLines preview={preview} call={call} /> : null}
      </div>
    </Dialog>
  );
}

function statusCall(groupId: string, was: GroupStatus, status: GroupStatus): ActCall | null {
  return was === status ? null : { do: 'group.update', args: { groupId, set: { status }, was: { status: was } } };
}
