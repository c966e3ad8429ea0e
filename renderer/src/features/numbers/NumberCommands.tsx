import { useMemo, useState, type ReactNode } from 'react';
import { isRefused, useAnswer } from '../../state/model-hooks';
import { useSelection } from '../../state/view-hooks';
import { useText } from '../../text/text';
import { Dialog } from '../../ui/Dialog';
import { useCommandHandlers } from '../../parts/commands';
import { Finder } from '../../parts/tables';
import { AttachDialog } from './AttachDialog';

function FreeNumberFirst({
  onChoose,
  onClose,
}: {
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { text } = useText();
  const free = useAnswer('numbers', { free: true });
  const choices = useMemo(
    () =>
      isRefused(free) ? [] : free.map(({ id, value, kind }) => ({ id, name: value, hint: text(`numberKind.${kind}`) })),
    [free, text],
  );
  return (
    <Dialog help="numbers" title={text('palette.numberFirst')} isOpen onClose={onClose} size="small">
      <Finder
        label={text('palette.numberFirstField')}
        listLabel={text('numbers.title')}
        choices={choices}
        chosen={null}
        onChoose={onChoose}
      />
    </Dialog>
  );
}

/** Giving a number to somebody as a command: the selected number, else a free one that is found first. */
export function NumberCommands(): ReactNode {
  const { selection } = useSelection();
  const [given, setGiven] = useState<{ readonly id: string | null } | null>(null);
  const selected = (selection.kind === 'number' ? selection.ids[0] : undefined) ?? null;
  const close = (): void => setGiven(null);
  useCommandHandlers({ 'numbers.attach': { run: () => setGiven({ id: selected }) } });
  if (given === null) return null;
  return given.id === null ? (
    <FreeNumberFirst onChoose={(id) => setGiven({ id })} onClose={close} />
  ) : (
    <AttachDialog numberId={given.id} onClose={close} />
  );
}
