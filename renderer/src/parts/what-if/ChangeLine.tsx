import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useRows } from '../../state/model-hooks';
import { useDay } from '../../state/view-hooks';
import { actSentence } from '../../text/acts/act-sentence';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { DayField } from '../../ui/DayField';
import { IconButton } from '../../ui/IconButton';
import { NumberField } from '../../ui/NumberField';
import type { TriedChange } from './changes';

/** What a change does, as a sentence. */
function useSentence(change: TriedChange): string {
  const writer = useText();
  const { text } = writer;
  const names = useNames();
  const rows = useRows();
  switch (change.kind) {
    case 'reduce':
    case 'end':
      return text(`whatIfView.${change.kind}`, {
        thing: names.blockWithEnd(change.blockId),
        group: names.group(rows.row('blocks', change.blockId)?.groupId),
      });
    case 'move':
      return text('whatIfView.move', { group: names.group(change.groupId), place: names.group(change.parentId) });
    case 'release':
    case 'remove':
      return text(`whatIfView.${change.kind}`, { user: names.user(change.userId) });
    case 'act':
      return actSentence(change.call, writer, names);
  }
}

export interface ChangeLineProps {
  readonly change: TriedChange;
  readonly onChange: (change: TriedChange) => void;
  readonly onTake: () => void;
}

/** One change that is tried; its figure or day can be varied where it stands. */
export function ChangeLine({ change, onChange, onTake }: ChangeLineProps): ReactNode {
  const { text } = useText();
  const { today } = useDay();
  const sentence = useSentence(change);
  return (
    <li className="what-if-change">
      <span>{sentence}</span>
      {change.kind === 'reduce' ? (
        <NumberField
          label={text('whatIfView.quantity')}
          hideLabel
          least={0}
          value={change.quantity}
          onChange={(quantity) => {
            if (quantity !== null) onChange({ ...change, quantity });
          }}
        />
      ) : null}
      {change.kind === 'end' ? (
        <DayField
          label={text('whatIfView.lastDay')}
          hideLabel
          canClear={false}
          earliest={today}
          value={change.lastDay}
          onChange={(lastDay) => {
            if (lastDay !== null) onChange({ ...change, lastDay });
          }}
        />
      ) : null}
      <IconButton size="small" icon={X} label={text('whatIfView.take', { what: sentence })} onPress={onTake} />
    </li>
  );
}
