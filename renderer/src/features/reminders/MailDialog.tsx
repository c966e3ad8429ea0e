import { useState, type FormEvent, type ReactNode } from 'react';
import { mailSecurities } from '#core/ipc/mail-channels';
import {
  useMail,
  type Mail,
  type MailSecurity,
  type MailServer,
  type MailServerProblem,
  type MailSettings,
  type MailTried,
} from '../../state/mail-hooks';
import { useKeptDraft } from '../../state/kept-draft';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { FormColumns } from '../../ui/FormColumns';
import { Notice } from '../../ui/Notice';
import { NumberField } from '../../ui/NumberField';
import { Select } from '../../ui/Select';
import { Switch } from '../../ui/Switch';
import { TextField } from '../../ui/TextField';
import './reminders.css';

const formId = 'mail-form';
/** Ports on which servers take mail from people, by how the way is kept from others. */
const usualPorts: { readonly [S in MailSecurity]: number } = { tls: 465, startTls: 587, none: 25 };
const firstServer: MailServer = { host: '', port: usualPorts.tls, security: 'tls', user: '', from: '' };

/** What came of the letters so far, or of the one that was just tried. */
function Outcome({ last, tried }: Pick<MailSettings, 'last'> & { readonly tried: MailTried | null }): ReactNode {
  const writer = useText();
  const { text } = writer;
  if (tried?.ok === true)
    return (
      <Notice tone="success" isLive title={text('mail.triedWell', { address: tried.value })}>
        {text('mail.triedWellText')}
      </Notice>
    );
  const failure = tried === null ? (last?.kind === 'failed' ? last.failure : null) : tried.failure;
  if (failure !== null) {
    const isKnown = 'detail' in failure;
    return (
      <Notice
        tone="refusal"
        isLive={tried !== null}
        title={text(isKnown ? `mail.failed.${failure.kind}` : 'mail.failed.other')}
      >
        <p>{text(isKnown ? `mail.failed.${failure.kind}.help` : 'mail.failed.other.help')}</p>
        {isKnown ? <p className="quiet mail-said">{text('mail.serverSaid', { words: failure.detail })}</p> : null}
      </Notice>
    );
  }
  return last === null ? null : (
    <p className="quiet">
      {text('mail.lastSent', { moment: writer.moment(new Date(last.at).toISOString()), people: writer.list(last.to) })}
    </p>
  );
}

function MailForm({ settings, mail }: { readonly settings: MailSettings; readonly mail: Mail }): ReactNode {
  const { text } = useText();
  // Never with the password: that is in nothing that is kept by itself.
  const draft = useKeptDraft<MailServer>(
    `mail server ${JSON.stringify(settings.server)}`,
    settings.server ?? firstServer,
  );
  const { value: server, set: setServer } = draft;
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<MailServerProblem | null>(null);
  const [tried, setTried] = useState<MailTried | null>(null);
  const [isTrying, setTrying] = useState(false);
  const canKeep = server.host.trim() !== '' && server.from.trim() !== '';
  const isKept =
    settings.server !== null && JSON.stringify(settings.server) === JSON.stringify(trimmed(server)) && password === '';

  async function keep(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!canKeep) return;
    setTried(null);
    const found = await mail.setServer(trimmed(server), password === '' ? undefined : password);
    setProblem(found);
    if (found === null) setPassword('');
  }

  async function tryIt(): Promise<void> {
    setTrying(true);
    setTried(await mail.tryIt());
    setTrying(false);
  }

  return (
    <form id={formId} className="mail-form" noValidate onSubmit={(event) => void keep(event)}>
      <p className="quiet">{text('mail.intro')}</p>
      <FormColumns of="pair">
        <TextField
          label={text('mail.host')}
          value={server.host}
          onChange={(host) => setServer({ ...server, host })}
          placeholder={text('mail.hostPlaceholder')}
          autoFocus
        />
        <Select
          label={text('mail.security')}
          value={server.security}
          choices={mailSecurities.map((id) => ({ id, name: text(`mail.security.${id}`) }))}
          onChange={(security) =>
            setServer({
              ...server,
              security,
              // A port of one's own stays.
              port: server.port === usualPorts[server.security] ? usualPorts[security] : server.port,
            })
          }
        />
        <NumberField
          label={text('mail.port')}
          value={server.port}
          least={1}
          most={65_535}
          onChange={(port) => port !== null && setServer({ ...server, port })}
        />
        <TextField
          label={text('mail.from')}
          type="email"
          value={server.from}
          onChange={(from) => setServer({ ...server, from })}
          hint={text('mail.fromHint')}
          error={problem === 'not-an-address' ? text('mail.notAnAddress') : undefined}
        />
        <TextField
          label={text('mail.user')}
          value={server.user}
          onChange={(user) => setServer({ ...server, user })}
          hint={text('mail.userHint')}
          error={problem === 'needs-encryption' ? text('mail.needsEncryption') : undefined}
        />
        <TextField
          label={text('mail.password')}
          type="password"
          value={password}
          onChange={setPassword}
          hint={text(
            settings.isPasswordKnown
              ? settings.isPasswordKept
                ? 'mail.passwordKept'
                : 'mail.passwordForNow'
              : 'mail.passwordHint',
          )}
        />
      </FormColumns>
      <div className="mail-acts">
        <Button type="submit" tone={isKept ? 'normal' : 'primary'} isDisabled={!canKeep || isKept}>
          {text('mail.keep')}
        </Button>
        <Button isDisabled={!isKept || isTrying} onPress={() => void tryIt()}>
          {text(isTrying ? 'mail.trying' : 'mail.try')}
        </Button>
        {settings.server === null ? null : (
          <Button
            tone="quiet"
            onPress={() => {
              setServer(firstServer);
              setTried(null);
              void mail.setServer(null);
            }}
          >
            {text('mail.forget')}
          </Button>
        )}
      </div>
      <Outcome last={settings.last} tried={tried} />
      <Switch
        label={text('mail.send')}
        isSelected={settings.sendsReminders}
        isDisabled={settings.server === null}
        onChange={mail.sendReminders}
      />
      <p className="quiet">{text('mail.sendText')}</p>
    </form>
  );
}

function trimmed(server: MailServer): MailServer {
  return { ...server, host: server.host.trim(), user: server.user.trim(), from: server.from.trim() };
}

/** Asks for the server that takes mail of this computer, and whether reminders go by it. */
export function MailDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { text } = useText();
  const mail = useMail();
  return (
    <Dialog help="mail" title={text('mail.title')} isOpen onClose={onClose}>
      {mail.settings === null ? null : <MailForm settings={mail.settings} mail={mail} />}
    </Dialog>
  );
}
