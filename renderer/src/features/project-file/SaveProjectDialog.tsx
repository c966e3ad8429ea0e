import { Save } from 'lucide-react';
import { useState, type FormEvent, type ReactNode } from 'react';
import { shortestPassphrase, useProjectSaving } from '../../state/project-hooks';
import { useRows } from '../../state/model-hooks';
import { useSession } from '../../state/session-context';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/Notice';
import { ProgressBar } from '../../ui/ProgressBar';
import { RadioGroup } from '../../ui/RadioGroup';
import { Switch } from '../../ui/Switch';
import { TextField } from '../../ui/TextField';
import { useToasts } from '../../ui/Toast';

type What = 'account' | 'group';
type Problem = 'full' | 'unwritable' | 'protected' | 'forbidden' | 'other';

const formId = 'save-project';
const told: ReadonlySet<string> = new Set<Problem>(['full', 'unwritable', 'protected', 'forbidden']);

/** Saves the account with its history, or one group to read, as a file to carry; locked where the person wants it. */
export function SaveProjectDialog({
  groupId,
  onClose,
}: {
  readonly groupId: string;
  readonly onClose: () => void;
}): ReactNode {
  const { text } = useText();
  const names = useNames();
  const rows = useRows();
  const session = useSession();
  const toasts = useToasts();
  const save = useProjectSaving();
  const isProtected = rows.row('protection', 'protection') !== undefined;
  const isOneGroup = groupId !== rows.root.id;
  const [what, setWhat] = useState<What>('account');
  const [wantsLock, setWantLock] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const isLocked = isProtected || wantsLock;
  const isLong = [...passphrase].length >= shortestPassphrase;
  const canSave = !isSaving && (!isLocked || (isLong && passphrase === again));

  async function saveIt(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!canSave) return;
    setSaving(true);
    setProblem(null);
    const answer = await save({
      ledger: session.ledger,
      name: what === 'account' ? names.root() : names.group(groupId),
      groupId: what === 'account' ? null : groupId,
      by: session.by,
      timeZone: rows.account.timeZone,
      passphrase: isLocked ? passphrase : null,
    });
    setSaving(false);
    if (!answer.ok) {
      const { kind } = answer.failure;
      setProblem(told.has(kind) ? (kind as Problem) : 'other');
    } else if (answer.value !== null) {
      toasts.show({
        tone: 'success',
        title: text('project.saved', { kilobytes: Math.ceil(answer.value.bytes / 1024) }),
      });
      onClose();
    }
  }

  return (
    <Dialog
      help="project-files"
      title={text('project.saveTitle')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text('ui.cancel')}</Button>
          <Button type="submit" form={formId} tone="primary" icon={Save} isDisabled={!canSave}>
            {text('project.saveDo')}
          </Button>
        </>
      }
    >
      <form id={formId} className="project-fields" onSubmit={(event) => void saveIt(event)}>
        {problem === null ? null : (
          <Notice tone="refusal" title={text('project.notSaved')} isLive>
            {text(`project.notSaved.${problem}`)}
          </Notice>
        )}
        {isSaving ? <ProgressBar label={text('project.saving')} value={null} /> : null}
        <RadioGroup<What>
          label={text('project.what')}
          value={what}
          onChange={setWhat}
          choices={[
            { id: 'account', name: text('project.what.account'), hint: text('project.what.account.hint') },
            {
              id: 'group',
              name: text('project.what.group', { group: names.group(groupId) }),
              hint: text('project.what.group.hint'),
              isDisabled: !isOneGroup,
            },
          ]}
        />
        <Switch label={text('project.lock')} isSelected={isLocked} onChange={setWantLock} isDisabled={isProtected} />
        <p className="quiet project-facts">{text(isProtected ? 'project.lockNeeded' : 'project.lockHint')}</p>
        {isLocked ? (
          <>
            <TextField
              label={text('project.passphrase')}
              type="password"
              value={passphrase}
              onChange={setPassphrase}
              hint={text('project.passphraseHint', { least: shortestPassphrase })}
            />
            <TextField
              label={text('project.again')}
              type="password"
              value={again}
              onChange={setAgain}
              error={again !== '' && again !== passphrase ? text('project.differs') : undefined}
            />
          </>
        ) : null}
      </form>
    </Dialog>
  );
}
