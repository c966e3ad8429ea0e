import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import type { Rows } from '#core/model/rows';
import type { ActCall, RowsInMemory } from '../../data/session';
import { usePreview, useRows } from '../../state/model-hooks';
import type { ManualTarget } from '../../text/manual-pages';
import { useText } from '../../text/text';
import { writePath } from '#core/kernel/written-path';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { RadioGroup } from '../../ui/RadioGroup';
import { SearchList, type FoundItem } from '../../ui/SearchList';
import { PreviewLines, useActing } from '../acting';
import { bestMatches } from '../search';
import { WhatIfDialog } from '../what-if';
import { groupIcons } from '../groups';

const mostPlaces = 60;
type Licenses = 'none' | 'release' | 'redraw';
const noGroups: readonly string[] = [];

interface Candidate {
  readonly name: string;
  readonly group: Rows['groups'];
}

/** Every group, by what it is found by: gathered once, as there may be a hundred thousand. */
function allCandidates(rows: RowsInMemory): readonly Candidate[] {
  return [...rows.subtree(rows.root.id)].map((group) => ({ name: `${group.name} ${group.code}`, group }));
}

/** Groups that could take what is moved, the best fitting first. */
function placesFor(
  rows: RowsInMemory,
  candidates: readonly Candidate[],
  typed: string,
  moved: readonly string[],
): readonly FoundItem[] {
  const own = new Set(moved);
  return bestMatches(
    own.size === 0 ? candidates : candidates.filter(({ group }) => !own.has(group.id)),
    typed,
    mostPlaces,
  )
    .filter(({ group }) => ![...rows.ancestry(group.id)].some((above) => own.has(above.id)))
    .map(({ group }) => {
      const Icon = groupIcons[group.kind];
      const path = writePath(
        [...rows.ancestry(group.id)]
          .slice(1)
          .reverse()
          .map((above) => above.name),
      );
      return {
        id: group.id,
        name: group.name,
        icon: <Icon size="1.1em" aria-hidden />,
        ...(path === '' ? {} : { hint: path }),
      };
    });
}

export interface TargetDialogProps {
  readonly title: string;
  /** The act that moves there; with licenses given back or taken anew where that was chosen. */
  readonly callFor: (groupId: string, licenses: 'release' | 'redraw' | undefined) => ActCall | null;
  /** Groups that are moved themselves, so that neither they nor what is in them is a place. */
  readonly movedGroups?: readonly string[] | undefined;
  readonly initialTarget?: string | undefined;
  readonly help: ManualTarget;
  readonly onClose: () => void;
  readonly onMoved: () => void;
}

/** Moving by keyboard: search for the place, see what it means, move. */
export function TargetDialog({
  title,
  callFor,
  movedGroups = noGroups,
  initialTarget,
  help,
  onClose,
  onMoved,
}: TargetDialogProps): ReactNode {
  const model = useRows();
  const { text } = useText();
  const act = useActing();
  const [typed, setTyped] = useState('');
  const [placeId, setPlaceId] = useState<string | null>(initialTarget ?? null);
  const [licenses, setLicenses] = useState<Licenses>('none');
  const [isTrying, setTrying] = useState(false);
  const searched = useDeferredValue(typed);
  const candidates = useMemo(() => allCandidates(model), [model]);
  const places = useMemo(
    () => placesFor(model, candidates, searched, movedGroups),
    [model, candidates, searched, movedGroups],
  );
  const plain = usePreview(placeId === null ? null : callFor(placeId, undefined));
  const call = placeId === null ? null : callFor(placeId, licenses === 'none' ? undefined : licenses);
  const preview = usePreview(call);
  // Whatever else stands in the way: what becomes of the licenses can be said already.
  const takesLicenses =
    plain !== null &&
    !plain.ok &&
    plain.refusals.some(({ code }) => code === 'NOT_TRANSFERABLE' || code === 'POOL_CHANGE');

  const chosenPath =
    placeId === null ? null : writePath([...model.ancestry(placeId)].reverse().map((group) => group.name));

  async function move(): Promise<void> {
    if (call === null) return;
    const outcome = await act(call, { say: true });
    if (outcome.ok) onMoved();
  }

  return (
    <Dialog
      help={help}
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text('ui.cancel')}</Button>
          <Button isDisabled={preview?.ok !== true} onPress={() => setTrying(true)}>
            {text('whatIfView.openMove')}
          </Button>
          <Button tone="primary" isDisabled={preview?.ok !== true} onPress={() => void move()}>
            {text('move.do')}
          </Button>
        </>
      }
    >
      <div className="search-list-boxed">
        <SearchList
          label={text('move.search')}
          listLabel={text('move.places')}
          typed={typed}
          onType={setTyped}
          items={places}
          chosenId={placeId}
          // Choosing the chosen one again is moving there.
          onChoose={(id) => {
            if (id !== placeId) setPlaceId(id);
            else if (preview?.ok === true) void move();
          }}
        />
      </div>
      {chosenPath === null ? null : (
        <p>
          {text('move.chosen')} <strong>{chosenPath}</strong>
        </p>
      )}
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
      {preview === null ? (
        <p className="quiet">{text('move.choose')}</p>
      ) : (
        <PreviewLines preview={preview} call={call} saysNothing />
      )}
      {isTrying && call !== null ? (
        <WhatIfDialog initial={[{ kind: 'act', call }]} onClose={() => setTrying(false)} onDone={onMoved} />
      ) : null}
    </Dialog>
  );
}
