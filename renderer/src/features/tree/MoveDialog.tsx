import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { Autocomplete, ListBox, ListBoxItem, Text } from 'react-aria-components';
import type { GroupRow } from '../../../../shared/model/rows';
import type { RowsInMemory } from '../../data/session';
import { usePreview } from '../../state/model-hooks';
import { useSession } from '../../state/session-context';
import { Refusals, Warnings } from '../../text/refusals/Refusals';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { RadioGroup } from '../../ui/RadioGroup';
import { SearchField } from '../../ui/SearchField';
import { EffectLines, effectOf, useActing } from '../acting';
import { bestMatches } from '../commands';
import { groupIcons } from './group-icons';
import { moveCall } from './use-tree-drag';

const mostPlaces = 60;
type Licenses = 'none' | 'release' | 'redraw';

interface Place {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly group: GroupRow;
}

/** Groups that could take the moved ones, the best fitting first. */
function placesFor(rows: RowsInMemory, typed: string, moved: readonly string[]): readonly Place[] {
  const own = new Set(moved);
  function* candidates(): Generator<{ readonly name: string; readonly group: GroupRow }> {
    for (const group of rows.subtree(rows.root.id)) if (!own.has(group.id)) yield { name: `${group.name} ${group.code}`, group };
  }
  return bestMatches(candidates(), typed, mostPlaces)
    .filter(({ group }) => ![...rows.ancestry(group.id)].some((above) => own.has(above.id)))
    .map(({ group }) => ({ id: group.id, name: group.name, group, path: [...rows.ancestry(group.id)].slice(1).reverse().map((above) => above.name).join(' › ') }));
}

export interface MoveDialogProps {
  readonly ids: readonly string[];
  /** Where it would go, when that was chosen before by dragging. */
  readonly initialParentId?: string | undefined;
  readonly onClose: () => void;
  readonly onMoved: () => void;
}

/** The same as dragging, by keyboard: search for the place, see what it means, move. */
export function MoveDialog({ ids, initialParentId, onClose, onMoved }: MoveDialogProps): ReactNode {
  const { model } = useSession();
  const { text } = useText();
  const act = useActing();
  const [typed, setTyped] = useState('');
  const [parentId, setParentId] = useState<string | null>(initialParentId ?? null);
  const [licenses, setLicenses] = useState<Licenses>('none');
  const searched = useDeferredValue(typed);
  const places = useMemo(() => placesFor(model, searched, ids), [model, searched, ids]);
  const plain = usePreview(parentId === null ? null : moveCall(ids, parentId));
  const call = parentId === null ? null : moveCall(ids, parentId, undefined, licenses === 'none' ? undefined : licenses);
  const preview = usePreview(call);
  const takesLicenses = plain !== null && !plain.ok && plain.refusals.every(({ code }) => code === 'NOT_TRANSFERABLE' || code === 'POOL_CHANGE');
  const [first] = ids;
  const name = first === undefined ? '' : (model.row('groups', first)?.name ?? '');

  async function move(): Promise<void> {
    if (call === null) return;
    const outcome = await act(call, { say: true });
    if (outcome.ok) onMoved();
  }

  return (
    <Dialog
      title={text('move.title', { count: ids.length, name })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text('ui.cancel')}</Button>
          <Button tone="primary" isDisabled={preview?.ok !== true} onPress={() => void move()}>{text('move.do')}</Button>
        </>
      }
    >
      <Autocomplete inputValue={typed} onInputChange={setTyped}>
        <SearchField label={text('move.search')} value={typed} onChange={setTyped} autoFocus />
        <ListBox
          className="place-list list-box"
          aria-label={text('move.places')}
          items={places}
          selectionMode="single"
          selectedKeys={parentId === null ? [] : [parentId]}
          onSelectionChange={(keys) => {
            const [chosen] = keys === 'all' ? [] : [...keys];
            if (chosen !== undefined) setParentId(String(chosen));
          }}
          renderEmptyState={() => <div className="list-empty">{text('ui.nothingFound')}</div>}
        >
          {(place) => {
            const Icon = groupIcons[place.group.kind];
            return (
              <ListBoxItem id={place.id} textValue={place.name} className="list-option">
                <Icon size="1.1em" aria-hidden />
                <span className="list-option-text">
                  <Text slot="label">{place.name}</Text>
                  {place.path === '' ? null : <Text slot="description" className="place-path">{place.path}</Text>}
                </span>
              </ListBoxItem>
            );
          }}
        </ListBox>
      </Autocomplete>
      {takesLicenses ? (
        <RadioGroup<Licenses>
          label={text('move.licenses')}
          value={licenses}
          onChange={setLicenses}
          choices={[
            { id: 'release', name: text('move.release'), hint: text('move.releaseHint') },
            { id: 'redraw', name: text('move.redraw'), hint: text('move.redrawHint') },
          ]}
        />
      ) : null}
      {preview === null ? <p className="quiet">{text('move.choose')}</p> : null}
      {preview !== null && !preview.ok ? <Refusals refusals={preview.refusals} /> : null}
      {preview?.ok === true ? <><EffectLines effect={effectOf(preview.changes, model)} saysNothing /><Warnings warnings={preview.warnings} /></> : null}
    </Dialog>
  );
}
