import { useState, type ReactNode } from 'react';
import { leastPassphrase } from '#core/ipc/trust-channels';
import type { LockState, StartActions } from '../../state/start-hooks';
import type { TrustProblem } from '../../state/trust-problem';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import { useToasts } from '../../ui/Toast';
import { TrustProblemNotice } from './TrustProblemNotice';
import './lock.css';

const minutesToChoose = [1, 2, 5, 10, 15, 30, 60, 240] as const;
const never = 'never';

export interface LockDialogProps {
  readonly lock: LockState | undefined;
  readonly actions: Pick<StartActions, 'lockAfter'>;
  readonly onClose: () => void;
}

/** Says after how many minutes the account locks on this computer, and which passphrase opens it. */
export function LockDialog({ lock, actions, onClose }: LockDialogProps): ReactNode {
  const { text } = useText();
  const toasts = useToasts();
  const [minutes, setMinutes] = useState(String(lock?.minutes ?? 10));
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState<TrustProblem | null>(null);
  const isNew = lock === undefined;
  const isShort = isNew && passphrase.length < leastPassphrase;
  const differs = isNew && again !== '' && again !== passphrase;

  async function keep(): Promise<void> {
    const found = await actions.lockAfter(passphrase, minutes === never ? null : Number(minutes));
    setProblem(found);
    if (found !== null) return;
    toasts.show({
      tone: 'success',
      title: minutes === never ? text('lock.off') : text('lock.on', { minutes: Number(minutes) }),
    });
    onClose();
  }

  return (
    <Dialog
      help="protect"
      title={text('lock.after.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text('ui.cancel')}</Button>
          <Button
            tone="primary"
            isDisabled={passphrase === '' || isShort || (isNew && again !== passphrase)}
            onPress={() => void keep()}
          >
            {text('lock.after.do')}
          </Button>
        </>
      }
    >
      <div className="trust-page">
        <p>{text('lock.after.lead')}</p>
        {problem === null ? null : <TrustProblemNotice problem={problem} />}
        <Select
          label={text('lock.after.label')}
          value={minutes}
          onChange={setMinutes}
          choices={[
            ...minutesToChoose.map((count) => ({ id: String(count), name: text('lock.minutes', { minutes: count }) })),
            ...(isNew ? [] : [{ id: never, name: text('lock.never') }]),
          ]}
        />
        <TextField
          label={text(isNew ? 'lock.after.passphrase' : 'lock.passphrase')}
          type="password"
          value={passphrase}
          onChange={setPassphrase}
          hint={isNew ? text('lock.after.hint', { count: leastPassphrase }) : text('lock.after.present')}
        />
        {isNew ? (
          <TextField
            label={text('lock.after.again')}
            type="password"
            value={again}
            onChange={setAgain}
            error={differs ? text('lock.after.differs') : undefined}
          />
        ) : null}
        <p className="quiet">{text('lock.after.covers')}</p>
      </div>
    </Dialog>
  );
}
