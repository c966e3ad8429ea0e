import { useState, type FormEvent, type ReactNode } from 'react';
import type { ServerLogin, ServerProblem } from '../../state/server-problem';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { RadioGroup } from '../../ui/RadioGroup';
import { TextField } from '../../ui/TextField';
import { ServerProblemNotice } from './ServerProblemNotice';
import './server.css';

export interface ServerDialogProps {
  /** True when an account is joined that is there, or the open one is shared. */
  readonly purpose: 'join' | 'share';
  /** True when the account may lie where nothing is encrypted. */
  readonly canBeCarried?: boolean | undefined;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Answers what stands in the way, `null` when it is done. */
  readonly onGive: (login: ServerLogin) => Promise<ServerProblem | null>;
}

const formId = 'server-form';

/** Asks for a server: what kind it is, where, as whom. The password goes to main and is not kept here. */
export function ServerDialog({ purpose, canBeCarried = false, isOpen, onClose, onGive }: ServerDialogProps): ReactNode {
  const { text } = useText();
  const [kind, setKind] = useState<ServerLogin['kind']>('webdav');
  const [address, setAddress] = useState('');
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const [isTrying, setTrying] = useState(false);
  const [refused, setRefused] = useState<{ readonly login: ServerLogin; readonly problem: ServerProblem } | null>(null);
  const canTry = address.trim() !== '' && !isTrying;

  async function give(login: ServerLogin): Promise<void> {
    setTrying(true);
    setRefused(null);
    const problem = await onGive(login);
    setTrying(false);
    setRefused(problem === null ? null : { login, problem });
    if (problem !== null) return;
    setPassword('');
    onClose();
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (canTry) void give({ kind, address, user, password });
  }

  const onCarry =
    refused?.problem.kind === 'only-carries-files' && canBeCarried
      ? () => void give({ ...refused.login, carries: true })
      : undefined;
  return (
    <Dialog
      help="share"
      title={text(`server.${purpose}Title`)}
      isOpen={isOpen}
      onClose={onClose}
      summary={isTrying ? <span role="status">{text('server.trying')}</span> : undefined}
      actions={
        <>
          <Button onPress={onClose}>{text('ui.cancel')}</Button>
          <Button type="submit" form={formId} tone="primary" isDisabled={!canTry}>
            {text(`server.${purpose}Do`)}
          </Button>
        </>
      }
    >
      <form id={formId} className="server-form" onSubmit={submit}>
        {refused === null ? null : <ServerProblemNotice problem={refused.problem} onCarry={onCarry} />}
        <RadioGroup
          label={text('server.kind')}
          value={kind}
          onChange={setKind}
          choices={[
            { id: 'webdav', name: text('server.webdav'), hint: text('server.webdavHint') },
            { id: 'postgres', name: text('server.postgres'), hint: text('server.postgresHint') },
          ]}
        />
        <TextField
          label={text('server.address')}
          value={address}
          onChange={setAddress}
          placeholder={text(`server.${kind}Placeholder`)}
          hint={text(`server.${kind}AddressHint`)}
          autoFocus
        />
        <TextField label={text('server.user')} value={user} onChange={setUser} />
        <TextField
          label={text('server.password')}
          type="password"
          value={password}
          onChange={setPassword}
          hint={text('server.passwordHint')}
        />
      </form>
    </Dialog>
  );
}
