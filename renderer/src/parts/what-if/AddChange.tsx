import { Plus } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import type { BlockRow } from '#core/model/rows';
import { useRows } from '../../state/model-hooks';
import { useChosenGroup, useDay } from '../../state/view-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Select } from '../../ui/Select';
import { Button } from '../../ui/Button';
import { EntityFinder } from '../search';
import type { ChangeKind, TriedChange } from './changes';

const kinds: readonly ChangeKind[] = ['reduce', 'end', 'move', 'release', 'remove'];

/** Blocks that can be chosen here: those bought, and those of the pool that the chosen group spends. */
function useBlocks(): readonly BlockRow[] {
  const model = useRows();
  const { groupId } = useChosenGroup();
  return useMemo(() => {
    const poolId = model.row('groups', groupId) === undefined ? model.root.id : model.poolOf(groupId);
    return [...model.rows('blocks')].filter(
      (block) => block.source !== 'device' && (block.groupId === model.root.id || block.groupId === poolId),
    );
  }, [model, groupId]);
}

/** Chooses a further change: its kind, then what it is about. */
export function AddChange({ onAdd }: { readonly onAdd: (change: TriedChange) => void }): ReactNode {
  const { text, day } = useText();
  const names = useNames();
  const model = useRows();
  const { today } = useDay();
  const { groupId } = useChosenGroup();
  const [kind, setKind] = useState<ChangeKind | null>(null);
  const blocks = useBlocks();
  const add = (change: TriedChange): void => {
    setKind(null);
    onAdd(change);
  };

  function chooseBlock(block: BlockRow): void {
    if (kind === 'reduce') add({ kind, blockId: block.id, quantity: block.quantity });
    else add({ kind: 'end', blockId: block.id, lastDay: today });
  }
  function windowOf({ validFrom, validUntil }: BlockRow): string {
    if (validUntil !== null) return text('blocks.until', { until: day(validUntil) });
    return validFrom === null ? text('blocks.always') : text('blocks.from', { from: day(validFrom) });
  }

  return (
    <div className="what-if-add">
      <Select
        label={text('whatIfView.add')}
        value={kind}
        onChange={setKind}
        placeholder={text('whatIfView.addKind')}
        choices={kinds
          .filter((id) => id !== 'move' || groupId !== model.root.id)
          .map((id) => ({ id, name: text(`whatIfView.kind.${id}`) }))}
      />
      {kind === 'reduce' || kind === 'end' ? (
        <ul className="what-if-blocks" aria-label={text('whatIfView.block')}>
          {blocks.map((block) => (
            <li key={block.id}>
              <Button tone="quiet" size="small" icon={Plus} onPress={() => chooseBlock(block)}>
                {names.thing(block.id)}
              </Button>
              <span className="quiet">
                {text('whatIfView.blockHint', { group: names.group(block.groupId), window: windowOf(block) })}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {kind === 'move' ? (
        <EntityFinder
          kind="group"
          label={text('whatIfView.findPlace', { group: names.group(groupId) })}
          listLabel={text('whatIfView.places')}
          chosen={null}
          onChoose={(parentId) => add({ kind, groupId, parentId })}
        />
      ) : null}
      {kind === 'release' || kind === 'remove' ? (
        <EntityFinder
          kind="user"
          label={text('whatIfView.findPerson')}
          listLabel={text('whatIfView.people')}
          chosen={null}
          onChoose={(userId) => add({ kind, userId })}
        />
      ) : null}
    </div>
  );
}
