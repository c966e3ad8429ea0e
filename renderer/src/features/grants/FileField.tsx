import { FileInput } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { FileTrigger } from 'react-aria-components';
import type { ReadLetter } from '#core/ipc/grant-channels';
import { grantFileExtension, largestGrantFile } from '#core/ledger/grant-file';
import { grantProblem, type GrantProblem } from '../../state/grant-calls';
import { useAccount } from '../../state/session-context';
import { Button } from '../../ui/Button';
import { GrantProblemNotice } from './GrantProblemNotice';

/** Chooses a file of another account; why it cannot be read is said below. */
export function FileField({
  label,
  hint,
  autoFocus = false,
  onRead,
}: {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly autoFocus?: boolean | undefined;
  /** `null` when what was chosen cannot be read. */
  readonly onRead: (read: ReadLetter | null) => void;
}): ReactNode {
  const { grants } = useAccount();
  const [problem, setProblem] = useState<GrantProblem | null>(null);

  async function open(files: FileList | null): Promise<void> {
    const file = files?.[0];
    if (file === undefined || grants === undefined) return;
    // A byte more than there can be, so that main says that it is too large.
    const bytes = new Uint8Array(await file.slice(0, largestGrantFile + 1).arrayBuffer());
    const read = await grants.read(bytes);
    setProblem(read.ok ? null : grantProblem(read.failure));
    onRead(read.ok ? read.value : null);
  }

  return (
    <>
      <div className="grants-file">
        <FileTrigger acceptedFileTypes={[`.${grantFileExtension}`]} onSelect={(files) => void open(files)}>
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
