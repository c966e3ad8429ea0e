import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { usePreview, useRows } from '../../state/model-hooks';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { PreviewLines, together, useActing } from '../acting';
import { AddChange } from './AddChange';
import { ChangeLine } from './ChangeLine';
import { callsOf, type TriedChange } from './changes';
import { Consequences } from './Consequences';
import { KeepPlanDialog } from './KeepPlanDialog';
import './what-if.css';

export interface WhatIfDialogProps {
  /** The changes it begins with. */
  readonly initial: readonly TriedChange[];
  readonly onClose: () => void;
  readonly onDone?: (() => void) | undefined;
}

/** Tries changes on a copy: who would lose what, and when; then they are done together, or dropped. */
export function WhatIfDialog({ initial, onClose, onDone }: WhatIfDialogProps): ReactNode {
  const { text } = useText();
  const rows = useRows();
  const act = useActing();
  const [changes, setChanges] = useState(initial);
  const [isKeeping, setKeeping] = useState(false);
  const tried = useDeferredValue(changes);
  const calls = useMemo(() => tried.flatMap((change) => callsOf(change, rows)), [tried, rows]);
  const call = useMemo(() => together(calls), [calls]);
  const preview = usePreview(call);
  const isReady = call !== null && tried === changes && preview?.ok === true;

  async function perform(): Promise<void> {
    if (call === null) return;
    const outcome = await act(call, { say: true });
    if (!outcome.ok) return;
    onDone?.();
    onClose();
  }

  return (
    <Dialog
      help="look-ahead"
      title={text('whatIfView.title')}
      isOpen
      onClose={onClose}
      size="normal"
      actions={
        <>
          <Button onPress={onClose}>{text('whatIfView.drop')}</Button>
          <Button isDisabled={calls.length === 0 || tried !== changes} onPress={() => setKeeping(true)}>
            {text('plans.keep')}
          </Button>
          <Button tone="primary" isDisabled={!isReady} onPress={() => void perform()}>
            {text('whatIfView.do')}
          </Button>
        </>
      }
    >
      <p className="quiet">{text('whatIfView.intro')}</p>
      {changes.length === 0 ? null : (
        <ul className="what-if-changes" aria-label={text('whatIfView.changes')}>
          {changes.map((change, index) => (
            <ChangeLine
              key={index}
              change={change}
              onChange={(next) => setChanges(changes.map((other, at) => (at === index ? next : other)))}
              onTake={() => setChanges(changes.filter((_, at) => at !== index))}
            />
          ))}
        </ul>
      )}
      <AddChange onAdd={(change) => setChanges([...changes, change])} />
      {call === null ? (
        <p className="quiet">{text('whatIfView.empty')}</p>
      ) : (
        <PreviewLines preview={preview} call={call} />
      )}
      {isKeeping ? <KeepPlanDialog calls={calls} onClose={() => setKeeping(false)} onKept={onClose} /> : null}
      {preview?.ok === true ? <Consequences calls={calls} /> : null}
    </Dialog>
  );
}
