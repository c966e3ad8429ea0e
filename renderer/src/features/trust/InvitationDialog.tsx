import { useState, type ReactNode } from 'react';
import type { StartActions } from '../../state/start-hooks';
import type { TrustProblem } from '../../state/trust-problem';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { InvitationField } from './InvitationField';
import { TrustProblemNotice } from './TrustProblemNotice';
import './trust.css';

export interface InvitationDialogProps {
  readonly actions: Pick<StartActions, 'lookAtInvitation' | 'joinInvited'>;
  readonly onClose: () => void;
  /** The account is on a server: asks for its address, with the invitation. */
  readonly onServer: (text: string) => void;
}

/** Joining by an invitation: its text or its file, then the place in which the account lies. */
export function InvitationDialog({ actions, onClose, onServer }: InvitationDialogProps): ReactNode {
  const { text } = useText();
  const [given, setGiven] = useState('');
  const [place, setPlace] = useState<string | null | undefined>(undefined);
  const [problem, setProblem] = useState<TrustProblem | null>(null);

  async function look(code: string): Promise<void> {
    const found = await actions.lookAtInvitation(code);
    setProblem('kind' in found ? found : null);
    setPlace('kind' in found ? undefined : found.place);
  }

  return (
    <Dialog
      help="protect"
      title={text('trust.invited.title')}
      isOpen
      onClose={onClose}
      actions={
        place === undefined ? (
          <>
            <Button onPress={onClose}>{text('ui.cancel')}</Button>
            <Button tone="primary" isDisabled={given.trim() === ''} onPress={() => void look(given)}>
              {text('trust.invited.next')}
            </Button>
          </>
        ) : (
          <>
            <Button onPress={() => onServer(given)}>{text('trust.invited.server')}</Button>
            <Button
              tone="primary"
              onPress={() => {
                onClose();
                void actions.joinInvited(given);
              }}
            >
              {text('trust.invited.folder')}
            </Button>
          </>
        )
      }
    >
      <div className="trust-page">
        {problem === null ? null : <TrustProblemNotice problem={problem} />}
        {place === undefined ? (
          <InvitationField value={given} onChange={setGiven} onOpened={(code) => void look(code)} autoFocus />
        ) : (
          <p>{place === null ? text('trust.invited.anywhere') : text('trust.invited.place', { place })}</p>
        )}
      </div>
    </Dialog>
  );
}
