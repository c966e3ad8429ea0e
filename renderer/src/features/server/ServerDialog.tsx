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
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Answers what stands in the way, `null` when it is done. */
  readonly onGive: (login: ServerLogin) => Promise<ServerProblem | null>;
}

const formId = 'server-form';

/** Asks for a server: what kind it is, where, as whom. The password goes to main and is not kept here. */
export function ServerDialog({ purpose, isOpen, onClose, onGive }: ServerDialogProps): ReactNode {
  const { text } = useText();
  const [kind, setKind] = useState<ServerLogin['kind']>('webdav');
  const [address, setAddress] = useState('');
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const [isTrying, setTrying] = useState(false);
  const [problem, setProblem] = useState<ServerProblem | null>(null);
  const canTry = address.trim() !== '' && !isTrying;

  async function give(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!canTry) return;
    setTrying(true);
    setProblem(null);
    const found = await onGive({ kind, address, user, password });
    setTrying(false);
    setProblem(found);
    if (found !== null) return;
    setPassword('');
    onClose();
  }

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
      <form id={formId} className="server-form" onSubmit={(event) => void give(event)}>
        {problem === null ? null : <ServerProblemNotice problem={problem} />}
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
