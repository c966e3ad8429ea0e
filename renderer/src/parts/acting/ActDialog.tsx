import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import type { Refusal } from '#core/rules/refusals';
import type { ActCall, Preview } from '../../data/session';
import { usePreview, useRows } from '../../state/model-hooks';
import { Warnings } from '../explain';
import type { ManualTarget } from '../../text/manual-pages';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { Dialog, EffectDialog } from '../../ui/Dialog';
import { onEnter } from '../../ui/enter-key';
import { EffectLines } from './EffectLines';
import { effectOf } from './effect';
import { ExplainedRefusals } from './ExplainedRefusals';
import { useActing } from './use-acting';
import './acting.css';

export interface PreviewLinesProps {
  readonly preview: Preview | null;
  /** The act that was tried, so that a refusal of an amount can be asked about. */
  readonly call?: ActCall | null | undefined;
  readonly saysNothing?: boolean | undefined;
  readonly isExplained?: boolean | undefined;
}

/** Says what an act would do or why it would be refused. */
export function PreviewLines({
  preview,
  call = null,
  saysNothing = false,
  isExplained = false,
}: PreviewLinesProps): ReactNode {
  const rows = useRows();
  if (preview === null) return null;
  if (!preview.ok) return <ExplainedRefusals refusals={preview.refusals} call={call} isExplained={isExplained} />;
  return (
    <>
      <EffectLines effect={effectOf(preview.changes, rows)} saysNothing={saysNothing} />
      <Warnings warnings={preview.warnings} />
    </>
  );
}

export interface ActDialogProps {
  readonly title: string;
  /** What would be done; `null` while something is missing. */
  readonly call: ActCall | null;
  /** What the button does, as a verb. */
  readonly actName: string;
  readonly onClose: () => void;
  readonly onDone?: (() => void) | undefined;
  /** The fields. What is in them stays when the act is refused. */
  readonly children?: ReactNode | undefined;
  readonly summary?: ReactNode | undefined;
  readonly size?: 'small' | 'normal' | 'large' | undefined;
  /** The fields show where the amounts come from, so that a refusal need not offer it again. */
  readonly isExplained?: boolean | undefined;
  /** The preview is asked with another call than the act, or shown by the caller. */
  readonly hidesPreview?: boolean | undefined;
  readonly help?: ManualTarget | undefined;
}

/** Fields, what the act would do with them, and the act: refusals are said before the click, and nothing typed is lost. */
export function ActDialog({
  title,
  call,
  actName,
  onClose,
  onDone,
  children,
  summary,
  size = 'small',
  isExplained = false,
  hidesPreview = false,
  help,
}: ActDialogProps): ReactNode {
  const { text } = useText();
  const act = useActing();
  const preview = usePreview(call);
  const [refused, setRefused] = useState<readonly Refusal[]>([]);

  async function perform(): Promise<void> {
    if (call === null) return;
    setRefused([]);
    const outcome = await act(call, { say: true, keepRefusals: true });
    if (outcome.ok) {
      onDone?.();
      onClose();
    } else if (outcome.kind === 'refused') setRefused(outcome.refusals);
  }
  const pressed = useRef<() => void>(() => undefined);
  useLayoutEffect(() => {
    pressed.current = () => {
      if (call !== null && preview?.ok !== false) void perform();
    };
  });

  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      size={size}
      help={help}
      summary={summary}
      actions={
        <>
          <Button onPress={onClose}>{text('ui.cancel')}</Button>
          <Button tone="primary" isDisabled={call === null || preview?.ok === false} onPress={() => void perform()}>
            {actName}
          </Button>
        </>
      }
    >
      <div className="dialog-fields" onKeyDownCapture={onEnter(() => pressed.current())}>
        {children}
      </div>
      {hidesPreview || preview === null ? null : (
        <div className={preview.ok ? 'dialog-says' : 'dialog-says dialog-says-why'}>
          <PreviewLines preview={preview} call={call} isExplained={isExplained} />
        </div>
      )}
      {preview?.ok === true ? (
        <ExplainedRefusals refusals={refused} call={call} isExplained={isExplained} isLive />
      ) : null}
    </Dialog>
  );
}

export interface EffectFirstProps {
  readonly title: string;
  readonly call: ActCall | null;
  readonly actName: string;
  readonly onClose: () => void;
  readonly onDone?: (() => void) | undefined;
  /** What it does beyond licenses and numbers. */
  readonly children?: ReactNode | undefined;
  /** What can be done instead, shown when the act would be refused. */
  readonly wayOut?: ReactNode | undefined;
  readonly help?: ManualTarget | undefined;
}

/** An act that takes something away: its effect first, Cancel has the focus. */
export function EffectFirst({
  title,
  call,
  actName,
  onClose,
  onDone,
  children,
  wayOut,
  help,
}: EffectFirstProps): ReactNode {
  const { text } = useText();
  const act = useActing();
  const preview = usePreview(call);

  async function perform(): Promise<void> {
    if (call === null) return;
    onClose();
    const outcome = await act(call, { say: true });
    if (outcome.ok) onDone?.();
  }

  return (
    <EffectDialog
      title={title}
      isOpen
      onClose={onClose}
      actName={actName}
      help={help}
      isDisabled={preview?.ok !== true}
      onAct={() => void perform()}
    >
      {preview?.ok === true ? children : null}
      <PreviewLines preview={preview} call={call} saysNothing={children === undefined} />
      {preview?.ok === false ? wayOut : null}
      {preview?.ok === true ? <p className="quiet">{text('delete.undoable')}</p> : null}
    </EffectDialog>
  );
}
