import { useMemo, useState, type ReactNode } from 'react';
import { isRefused, useAnswer } from '../../state/model-hooks';
import { useSelection } from '../../state/view-hooks';
import { useText } from '../../text/text';
import { Dialog } from '../../ui/Dialog';
import { useCommandHandlers } from '../../parts/commands';
import { Finder } from '../../parts/tables';
import { useNumberActs, type NumberActs } from './use-number-acts';

function FreeNumberFirst({ acts, onClose }: { readonly acts: NumberActs; readonly onClose: () => void }): ReactNode {
  const { text } = useText();
  const free = useAnswer('numbers', { free: true });
  const choices = useMemo(
    () =>
      isRefused(free) ? [] : free.map(({ id, value, kind }) => ({ id, name: value, hint: text(`numberKind.${kind}`) })),
    [free, text],
  );
  return (
    <Dialog title={text('palette.numberFirst')} isOpen onClose={onClose} size="small">
      <Finder
        label={text('palette.numberFirstField')}
        listLabel={text('numbers.title')}
        choices={choices}
        chosen={null}
        onChoose={(id) => {
          onClose();
          acts.attach(id);
        }}
      />
    </Dialog>
  );
}

/** Giving a number to somebody as a command: the selected number, else a free one that is found first. */
export function NumberCommands(): ReactNode {
  const { selection } = useSelection();
  const acts = useNumberActs();
  const [isLooking, setLooking] = useState(false);
  const [selected] = selection.kind === 'number' ? selection.ids : [];
  useCommandHandlers({
    'numbers.attach': {
      run: () => {
        if (selected === undefined) setLooking(true);
        else acts.attach(selected);
      },
    },
  });
  return (
    <>
      {isLooking ? <FreeNumberFirst acts={acts} onClose={() => setLooking(false)} /> : null}
      {acts.dialogs}
    </>
  );
}
