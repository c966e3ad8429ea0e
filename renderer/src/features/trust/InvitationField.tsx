import { FileInput } from 'lucide-react';
import type { ReactNode } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/TextField';

/** Bytes of a file beyond which it is no invitation. */
const largestFile = 20_000;

/** An invitation, as its text or as the file it came in. */
export function InvitationField({
  value,
  onChange,
  onOpened,
  autoFocus = false,
}: {
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** The text of a file that was chosen; it has been given to `onChange`. */
  readonly onOpened?: (text: string) => void;
  readonly autoFocus?: boolean;
}): ReactNode {
  const { text } = useText();

  async function open(files: FileList | null): Promise<void> {
    const file = files?.[0];
    if (file === undefined) return;
    const code = file.size > largestFile ? '' : (await file.text()).trim();
    onChange(code);
    onOpened?.(code);
  }

  return (
    <>
      <TextField
        label={text('trust.invited.text')}
        hint={text('trust.invited.hint')}
        lines="many"
        value={value}
        onChange={onChange}
        autoFocus={autoFocus}
      />
      <FileTrigger acceptedFileTypes={['.txt']} onSelect={(files) => void open(files)}>
        <Button icon={FileInput}>{text('trust.invited.file')}</Button>
      </FileTrigger>
    </>
  );
}
