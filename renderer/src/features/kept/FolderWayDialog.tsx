import { useState, type ReactNode } from 'react';
import type { FolderWay } from '#core/ledger/folder-guess';
import type { FolderToShare } from '../../state/start-hooks';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { RadioGroup } from '../../ui/RadioGroup';

export interface FolderWayDialogProps {
  /** The folder that was chosen; `null` while nothing is asked. */
  readonly folder: FolderToShare | null;
  readonly onAnswer: (way: FolderWay | null) => void;
}

/** Asks once how the others get at a folder: that decides how acts are put in order in it. */
export function FolderWayDialog({ folder, onAnswer }: FolderWayDialogProps): ReactNode {
  return folder === null ? null : <Question key={folder.place} folder={folder} onAnswer={onAnswer} />;
}

function Question({
  folder,
  onAnswer,
}: {
  readonly folder: FolderToShare;
  readonly onAnswer: (way: FolderWay | null) => void;
}): ReactNode {
  const { text } = useText();
  const { guess, label } = folder;
  const [way, setWay] = useState<FolderWay>(guess.kind);
  const { because } = guess;
  // Two computers could create the same file there.
  const canDecide = because?.what !== 'mount';
  return (
    <Dialog
      help="share"
      title={text('kept.ask.title')}
      isOpen
      onClose={() => onAnswer(null)}
      size="small"
      actions={
        <>
          <Button onPress={() => onAnswer(null)}>{text('ui.cancel')}</Button>
          <Button tone="primary" onPress={() => onAnswer(way)}>
            {text('kept.share')}
          </Button>
        </>
      }
    >
      <RadioGroup<FolderWay>
        label={text('kept.ask.label', { folder: label })}
        value={way}
        onChange={setWay}
        choices={[
          ...(canDecide
            ? [{ id: 'exclusive' as const, name: text('kept.exclusive'), hint: text('kept.exclusive.hint') }]
            : []),
          { id: 'kept', name: text('kept.kept'), hint: text('kept.kept.hint') },
        ]}
      />
      <p className="quiet">
        {because === null ? text('kept.because.nothing') : text(`kept.because.${because.what}`, { name: because.name })}
      </p>
    </Dialog>
  );
}
