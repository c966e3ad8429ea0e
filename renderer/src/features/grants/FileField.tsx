import { FileInput } from 'lucide-react';
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import { FileTrigger } from 'react-aria-components';
import type { ReadLetter } from '#core/ipc/grant-channels';
import { grantFileExtension } from '#core/ledger/file-names';
import { bytesOfGrantFile as bytesOf, grantProblem, type GrantProblem } from '../../state/grant-calls';
import type { GivenFile } from '../../state/project-hooks';
import { useAccount } from '../../state/session-context';
import { Button } from '../../ui/Button';
import { GrantProblemNotice } from './GrantProblemNotice';

/** Chooses a file of another account; why it cannot be read is said below. */
export function FileField({
  label,
  hint,
  autoFocus = false,
  given = null,
  onRead,
}: {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly autoFocus?: boolean | undefined;
  /** A file that is there already: it was opened outside of the window or dropped on it. */
  readonly given?: GivenFile | null;
  /** `null` when what was chosen cannot be read. */
  readonly onRead: (read: ReadLetter | null) => void;
}): ReactNode {
  const { grants } = useAccount();
  const [problem, setProblem] = useState<GrantProblem | null>(null);

  async function open(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    if (grants === undefined) return;
    const read = await grants.read(bytes);
    setProblem(read.ok ? null : grantProblem(read.failure));
    onRead(read.ok ? read.value : null);
  }

  async function choose(files: FileList | null): Promise<void> {
    const file = files?.[0];
    if (file !== undefined) await open(await bytesOf(file));
  }

  const openGiven = useEffectEvent(() => {
    if (given !== null) void open(given.bytes ?? new Uint8Array());
  });
  useEffect(() => openGiven(), [given]);

  return (
    <>
      <div className="grants-file">
        <FileTrigger acceptedFileTypes={[`.${grantFileExtension}`]} onSelect={(files) => void choose(files)}>
          <Button icon={FileInput} autoFocus={autoFocus}>
            {label}
          </Button>
        </FileTrigger>
        {hint === undefined ? null : <p className="quiet">{hint}</p>}
      </div>
      {problem === null ? null : <GrantProblemNotice problem={problem} />}
    </>
  );
}
