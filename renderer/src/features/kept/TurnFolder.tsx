import { useState, type ReactNode } from 'react';
import type { FolderWay } from '#core/ledger/folder-guess';
import type { PlaceState } from '#core/ledger/healing';
import { useCommandHandlers, useCommands } from '../../parts/commands';
import { useFromRows } from '../../state/model-hooks';
import { useOffice } from '../../state/office-hooks';
import { usePlaceState, useSynchronise, useSyncState, useTurn } from '../../state/sync-hooks';
import { useText, type TextWriter } from '../../text/text';
import { Button } from '../../ui/Button';
import { EffectDialog } from '../../ui/Dialog';
import { Notice } from '../../ui/Notice';
import { useToasts } from '../../ui/Toast';
import { administrator, useOwnLevel } from './use-own-level';

/** The way that the shared folder can become from here, by whoever sits here; `null` where it cannot. */
function useOtherWay(): FolderWay | null {
  const known = usePlaceState();
  const office = useOffice();
  const level = useOwnLevel();
  const turn = useTurn();
  const isProtected = useFromRows((rows) => rows.row('protection', 'protection') !== undefined);
  if (turn === undefined || level < administrator) return null;
  // Nothing that a copied folder carries is encrypted.
  if (known?.folderWay === 'exclusive') return isProtected ? null : 'kept';
  return known?.folderWay === 'kept' && office?.isHere === true ? 'exclusive' : null;
}

/** Says that a folder of a server seems to be copied instead, and offers to make it one that is; or only the way to it. */
export function TurnFolderOffer(): ReactNode {
  const { text } = useText();
  const way = useOtherWay();
  const commands = useCommands();
  const known = usePlaceState();
  const state = useSyncState();
  if (way === null) return null;
  // What stands in the way is said above.
  const isNeeded = state.kind === 'stopped' && state.advice === 'turn-folder';
  const sign = signOfCopying(known, text);
  const button = (
    <Button
      size="small"
      tone={sign !== null || isNeeded ? 'primary' : 'quiet'}
      onPress={() => commands.run('account.turnFolder')}
    >
      {text(`kept.turn.${way}`)}
    </Button>
  );
  return sign === null ? (
    <div className="sync-actions">{button}</div>
  ) : (
    <Notice tone="warning" actions={button}>
      {sign}
    </Notice>
  );
}

/** What shows that a program copies a folder of a server; `null` where nothing does. */
function signOfCopying(known: PlaceState | null, text: TextWriter['text']): string | null {
  if (known?.gaveWay === true) return text('kept.gaveWay');
  const name = known?.conflictCopy ?? null;
  return name === null ? null : text('kept.conflictCopy', { name });
}

/** The command that makes the shared folder one of the other way, and the dialog that says first what that means. */
export function TurnFolder(): ReactNode {
  const { text } = useText();
  const way = useOtherWay();
  const turn = useTurn();
  const synchronise = useSynchronise();
  const toasts = useToasts();
  const [asked, setAsked] = useState<FolderWay | null>(null);
  useCommandHandlers({ 'account.turnFolder': { run: () => setAsked(way), isEnabled: () => way !== null } });

  async function turnNow(to: FolderWay): Promise<void> {
    setAsked(null);
    // What others did must be here first.
    await synchronise();
    const failure = await turn?.(to);
    if (failure === null) toasts.show({ tone: 'success', title: text(`kept.turned.${to}`) });
    else
      toasts.show({
        tone: 'refusal',
        title: text('kept.notTurned'),
        details: failure !== undefined && 'detail' in failure ? failure.detail : text('kept.notTurned.help'),
      });
  }

  return asked === null ? null : (
    <EffectDialog
      help="share"
      title={text(`kept.turn.${asked}.title`)}
      isOpen
      onClose={() => setAsked(null)}
      tone="primary"
      actName={text('kept.turn.act')}
      onAct={() => void turnNow(asked)}
    >
      <p>{text(`kept.turn.${asked}.text`)}</p>
      <p className="quiet">{text('kept.turn.others')}</p>
    </EffectDialog>
  );
}
