import { useState, type FormEvent, type ReactNode } from 'react';
import type { ServerProblem } from '../../state/server-problem';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { TextField } from '../../ui/TextField';
import { ServerProblemNotice } from './ServerProblemNotice';
import './server.css';

const formId = 'sign-in-form';

/** Asks once for a password that a server no longer takes. */
export function SignInDialog({
  place,
  isOpen,
  onClose,
  onGive,
}: {
  readonly place: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onGive: (password: string) => Promise<ServerProblem | null>;
}): ReactNode {
  const { text } = useText();
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<ServerProblem | null>(null);

  async function give(event: FormEvent): Promise<void> {
    event.preventDefault();
    const found = await onGive(password);
    setProblem(found);
    if (found !== null) return;
    setPassword('');
    onClose();
  }

  return (
    <Dialog
      help="share"
      title={text('server.signInTitle')}
      size="small"
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text('ui.cancel')}</Button>
          <Button type="submit" form={formId} tone="primary" isDisabled={password === ''}>
            {text('server.signInDo')}
          </Button>
        </>
      }
    >
      <form id={formId} className="server-form" onSubmit={(event) => void give(event)}>
        {problem === null ? null : <ServerProblemNotice problem={problem} />}
        <p>{text('server.signInText', { place })}</p>
        <TextField
          label={text('server.password')}
          type="password"
          value={password}
          onChange={setPassword}
          hint={text('server.passwordHint')}
          autoFocus
        />
      </form>
    </Dialog>
  );
}
