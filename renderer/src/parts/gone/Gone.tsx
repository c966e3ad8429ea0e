import type { ReactNode } from 'react';
import { useRows } from '../../state/model-hooks';
import { useSession } from '../../state/session-context';
import { useChosenGroup } from '../../state/view-hooks';
import { actSentence } from '../../text/acts/act-sentence';
import { namesThen } from '../../text/acts/names-then';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import { useRemoval } from './use-removal';

/** Stands where something was that is not there any more: who took it away, by what, and the way to what is there. */
export function Gone({ ids }: { readonly ids: readonly string[] }): ReactNode {
  const writer = useText();
  const { text } = writer;
  const names = useNames();
  const rows = useRows();
  const { by } = useSession();
  const { groupId, choose } = useChosenGroup();
  const removal = useRemoval(ids[0] ?? '');
  return (
    <div className="properties-gone">
      <p>
        {removal === null
          ? text('gone.unknown')
          : text(removal.by === by ? 'gone.mine' : 'gone.other', {
              who: names.user(removal.by),
              what: actSentence(removal, writer, namesThen(rows, removal.changes, writer)),
            })}
      </p>
      <Button onPress={() => choose(groupId)}>{text('gone.show', { group: names.group(groupId) })}</Button>
    </div>
  );
}
