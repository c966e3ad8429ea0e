import type { ReactNode } from 'react';
import type { JoiningProgress } from '../../state/start-hooks';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { ProgressBar } from '../../ui/ProgressBar';

/** Shows how much of a joined account has been read, and the way to give it up. */
export function JoiningBar({
  joining: { done, of },
  onCancel,
}: {
  readonly joining: JoiningProgress;
  readonly onCancel: () => void;
}): ReactNode {
  const { text } = useText();
  return (
    <section className="first-start-joining" aria-label={text('start.joining')}>
      <ProgressBar
        label={of === null ? text('start.joiningLooking') : text('start.joiningReading', { count: of })}
        value={of === null ? null : done / of}
      />
      <Button onPress={onCancel}>{text('ui.cancel')}</Button>
    </section>
  );
}
