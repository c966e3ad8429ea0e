import type { ReactNode } from 'react';
import type { LongWork } from '../../data/long-work';
import { useLongWork } from '../../state/model-hooks';
import { actSentence } from '../../text/acts/act-sentence';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ProgressBar } from '../../ui/ProgressBar';

function helpOf({ isEnding, stay }: LongWork): 'longWork.ending' | 'longWork.help' | 'longWork.closingHelp' {
  if (isEnding) return 'longWork.ending';
  return stay === null ? 'longWork.help' : 'longWork.closingHelp';
}

function Progress({ work }: { readonly work: LongWork }): ReactNode {
  const writer = useText();
  const { text } = writer;
  const names = useNames();
  return (
    <Dialog
      title={text(work.stay === null ? 'longWork.title' : 'longWork.closing')}
      isOpen
      onClose={work.stay ?? work.cancel}
      role="alertdialog"
      size="small"
      actions={
        work.stay === null ? (
          <Button autoFocus isDisabled={work.isEnding} onPress={work.cancel}>
            {text('ui.cancel')}
          </Button>
        ) : (
          <>
            <Button isDisabled={work.isEnding} onPress={work.cancel}>
              {text('longWork.closeWithout')}
            </Button>
            <Button autoFocus tone="primary" onPress={work.stay}>
              {text('longWork.stay')}
            </Button>
          </>
        )
      }
    >
      <ProgressBar label={actSentence(work.call, writer, names)} value={work.part} />
      <p className="quiet" role="status">
        {text(helpOf(work))}
      </p>
    </Dialog>
  );
}

/** Shows what takes longer than a moment: what it is, how far it is, and the way to give it up. */
export function LongWorkDialog(): ReactNode {
  const work = useLongWork();
  return work === null ? null : <Progress work={work} />;
}
