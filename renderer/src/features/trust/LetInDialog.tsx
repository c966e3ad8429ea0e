import { Save } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { keyIdOf } from '#core/kernel/keys';
import type { AskingComputer } from '#core/ipc/trust-channels';
import { Refusals } from '../../parts/explain';
import { usePreview, useRows } from '../../state/model-hooks';
import { useAccount } from '../../state/session-context';
import { useSynchronise } from '../../state/sync-hooks';
import { trustProblem, type TrustProblem } from '../../state/trust-problem';
import type { Refusal } from '#core/rules/refusals';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import { ComboBox } from '../../ui/ComboBox';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/Notice';
import { RadioGroup } from '../../ui/RadioGroup';
import { TextField } from '../../ui/TextField';
import { CodeText } from './CodeText';
import { QrCode } from './QrCode';
import { SixWords } from '../../ui/SixWords';
import { TrustProblemNotice } from './TrustProblemNotice';
import './trust.css';

type Way = 'elsewhere' | 'beside';

/** Letting a computer in: by an invitation that works once, or by comparing six words on two screens. */
export function LetInDialog({
  isShared,
  onClose,
}: {
  readonly isShared: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { text, compare } = useText();
  const names = useNames();
  const rows = useRows();
  const { session, trust } = useAccount();
  const synchronise = useSynchronise();
  const [userId, setUserId] = useState<string | null>(null);
  const [way, setWay] = useState<Way>('elsewhere');
  const [pasted, setPasted] = useState('');
  const [asking, setAsking] = useState<AskingComputer | null>(null);
  const [invited, setInvited] = useState<{ readonly inviteKey: string; readonly code: string } | null>(null);
  const [problem, setProblem] = useState<TrustProblem | null>(null);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [said, setSaid] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const people = useMemo(
    () =>
      [...rows.rows('users')]
        .filter(({ lifecycle }) => lifecycle !== 'archived')
        .sort((one, other) => compare(one.name, other.name))
        .map(({ id, name, roleId, groupId }) => ({ id, name, hint: names.role(roleId, groupId) })),
    [rows, compare, names],
  );
  const name = userId === null ? '' : names.user(userId);
  // Whether one may let this person in does not depend on the key.
  const preview = usePreview(
    userId === null || invited !== null
      ? null
      : { do: 'key.invite', args: { userId, inviteKey: '11'.repeat(32), sealKey: '22'.repeat(32) } },
  );
  const mayNot = preview?.ok === false ? preview.refusals : [];

  async function invite(): Promise<void> {
    if (userId === null || trust === undefined) return;
    setBusy(true);
    setProblem(null);
    const made = await trust.invite();
    if (!made.ok) setProblem(trustProblem(made.failure));
    else {
      const done = await session.act({ do: 'key.invite', args: { userId, ...made.value } });
      if (!done.ok) setRefusals(done.kind === 'refused' ? done.refusals : []);
      else {
        await synchronise();
        const code = await trust.invitation(made.value.inviteKey);
        if (code.ok) setInvited({ inviteKey: made.value.inviteKey, code: code.value });
        else {
          // What is not sent yet can be taken back: nobody has the invitation.
          await session.act({ do: 'key.revoke', args: { key: keyIdOf(made.value.inviteKey) } });
          setSaid(text('trust.invite.unsent'));
        }
      }
    }
    setBusy(false);
  }

  async function readAsking(line: string): Promise<void> {
    setPasted(line);
    setAsking(null);
    setProblem(null);
    if (line.trim() === '' || trust === undefined) return;
    const read = await trust.readAsking(line);
    if (read.ok) setAsking(read.value);
    else setProblem(trustProblem(read.failure));
  }

  async function certify(): Promise<void> {
    if (userId === null || asking === null) return;
    setBusy(true);
    const { key, sealKey, name: computer } = asking;
    const done = await session.act({ do: 'key.certify', args: { userId, key, sealKey, name: computer } });
    if (!done.ok) setRefusals(done.kind === 'refused' ? done.refusals : []);
    else {
      setSaid(text('trust.asking.done', { computer, name }));
      setAsking(null);
      setPasted('');
      await synchronise();
    }
    setBusy(false);
  }

  async function save(): Promise<void> {
    if (invited === null || trust === undefined) return;
    const saved = await trust.saveInvitation(invited.inviteKey, text('trust.invite.fileName', { name }));
    if (!saved.ok) setProblem(trustProblem(saved.failure));
    else if (saved.value !== null) setSaid(text('trust.invite.saved'));
  }

  return (
    <Dialog
      help="protect"
      title={invited === null ? text('trust.letIn.title') : text('trust.invite.for', { name })}
      isOpen
      onClose={onClose}
      summary={<span role="status">{said ?? ''}</span>}
      actions={
        invited !== null ? (
          <Button tone="primary" autoFocus onPress={onClose}>
            {text('ui.close')}
          </Button>
        ) : (
          <>
            <Button onPress={onClose}>{text(said === null ? 'ui.cancel' : 'ui.close')}</Button>
            {way === 'elsewhere' ? (
              <Button
                tone="primary"
                isDisabled={userId === null || mayNot.length > 0 || !isShared || isBusy}
                onPress={() => void invite()}
              >
                {text('trust.invite.make')}
              </Button>
            ) : (
              <Button
                tone="primary"
                isDisabled={userId === null || mayNot.length > 0 || asking === null || isBusy}
                onPress={() => void certify()}
              >
                {text('trust.asking.do')}
              </Button>
            )}
          </>
        )
      }
    >
      <div className="trust-page">
        {problem === null ? null : <TrustProblemNotice problem={problem} />}
        <Refusals refusals={[...mayNot, ...refusals]} />
        {invited !== null ? (
          <>
            <p>{text('trust.invite.text', { name })}</p>
            <QrCode label={text('trust.invite.qr')} code={invited.code} />
            <CodeText label={text('trust.invite.code')} code={invited.code}>
              <Button icon={Save} onPress={() => void save()}>
                {text('trust.invite.save')}
              </Button>
            </CodeText>
          </>
        ) : (
          <>
            <ComboBox label={text('trust.letIn.who')} choices={people} value={userId} onChange={setUserId} autoFocus />
            <RadioGroup<Way>
              label={text('trust.letIn.how')}
              value={way}
              onChange={setWay}
              choices={[
                { id: 'elsewhere', name: text('trust.letIn.elsewhere'), hint: text('trust.letIn.elsewhere.hint') },
                { id: 'beside', name: text('trust.letIn.beside'), hint: text('trust.letIn.beside.hint') },
              ]}
            />
            {way === 'elsewhere' && !isShared ? <Notice tone="info">{text('trust.letIn.notShared')}</Notice> : null}
            {way === 'beside' ? (
              <TextField
                label={text('trust.asking.paste')}
                hint={text('trust.asking.pasteHint')}
                lines="many"
                value={pasted}
                onChange={(line) => void readAsking(line)}
              />
            ) : null}
            {way === 'beside' && asking !== null ? (
              <section className="trust-compared" aria-live="polite">
                <p>{text('trust.asking.same', { computer: asking.name })}</p>
                <SixWords label={text('trust.asking.words')} words={asking.words} />
              </section>
            ) : null}
          </>
        )}
      </div>
    </Dialog>
  );
}
