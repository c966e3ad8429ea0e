import type { ReactNode } from 'react';
import type { LongWork } from '../../data/long-work';
import { useLongWork } from '../../state/model-hooks';
import { actSentence } from '../../text/acts/act-sentence';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ProgressBar } from '../../ui/ProgressBar';

function Progress({ work }: { readonly work: LongWork }): ReactNode {
  const writer = useText();
  const { text } = writer;
  const names = useNames();
  return (
    <Dialog
      title={text('longWork.title')}
      isOpen
      onClose={work.cancel}
      role="alertdialog"
      size="small"
      actions={
        <Button autoFocus isDisabled={work.isEnding} onPress={work.cancel}>
          {text('ui.cancel')}
        </Button>
      }
    >
      <ProgressBar label={actSentence(work.call, writer, names)} value={work.part} />
      <p className="quiet" role="status">
        {text(work.isEnding ? 'longWork.ending' : 'longWork.help')}
      </p>
    </Dialog>
  );
}

/** Shows what takes longer than a moment: what it is, how far it is, and the way to give it up. */
export function LongWorkDialog(): ReactNode {
  const work = useLongWork();
  return work === null ? null : <Progress work={work} />;
}
