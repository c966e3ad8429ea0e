import { useMemo, useState, type ReactNode } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useText } from '../../text/text';
import { SearchLines } from '../../ui/SearchList';
import { useSearch, type FoundKind, type SearchResult } from '../../parts/search';
import { useFound, type PaletteLine } from './use-found';

type Shown = FoundKind | 'all';

/** Lines of a kind that are listed: more than anybody reads, and few enough to have at once. */
const mostListed = 5000;

interface KindFilterProps {
  readonly result: SearchResult;
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
}

/** What was found by kind, with how many; one of them or all are listed. */
function KindFilter({ result, shown, onShow }: KindFilterProps): ReactNode {
  const { text, number } = useText();
  const isCut = result.kinds.some(({ ids }) => ids.length > mostListed);
  const total = result.kinds.reduce((sum, { ids }) => sum + ids.length, 0);
  const kinds = [
    { id: 'all' as const, count: total },
    ...result.kinds.map(({ kind, ids }) => ({ id: kind, count: ids.length })),
  ];
  return (
    <div className="kind-filter">
      <ToggleButtonGroup
        className="kind-chips"
        aria-label={text('search.kinds')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[shown]}
        onSelectionChange={(keys) => {
          const [chosen] = keys;
          if (chosen !== undefined) onShow(chosen as Shown);
        }}
      >
        {kinds.map(({ id, count }) => (
          <ToggleButton key={id} id={id} className="kind-chip">
            {text(`search.kind.${id}`)} <span className="figure">{number(count)}</span>
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {isCut ? <p className="quiet">{text('search.cut', { count: mostListed })}</p> : null}
    </div>
  );
}

export interface SearchEverywhereProps {
  readonly initial: string;
  readonly close: () => void;
}

/** Everything that fits, by kind, with how many there are of each. */
export function SearchEverywhere({ initial, close }: SearchEverywhereProps): ReactNode {
  const { text } = useText();
  const [typed, setTyped] = useState(initial);
  const [chosen, setChosen] = useState<Shown>('all');
  const { result, finish } = useSearch(typed);
  const { linesOf, show, run } = useFound(close);
  const shown = chosen === 'all' || result.kinds.some(({ kind }) => kind === chosen) ? chosen : 'all';
  const linesFor = (found: SearchResult): readonly PaletteLine[] => {
    if (found.needle === null) return [];
    const kinds = shown === 'all' ? found.kinds : found.kinds.filter(({ kind }) => kind === shown);
    return linesOf({ ...found, kinds }, mostListed).filter((line) => line.kind === 'thing');
  };
  // eslint-disable-next-line react-hooks/exhaustive-deps -- of what linesFor reads, only these change what it answers
  const lines = useMemo(() => linesFor(result), [result, shown, linesOf]);
  return (
    <SearchLines
      label={text('search.placeholder')}
      listLabel={text('palette.results')}
      typed={typed}
      onType={setTyped}
      items={lines}
      show={(line) => show(line, result.needle)}
      onChoose={(id) => {
        const line =
          lines.find((candidate) => candidate.id === id) ?? linesFor(finish()).find((candidate) => candidate.id === id);
        if (line !== undefined) run(line);
      }}
      onHurry={() => (result.typed === typed ? null : (linesFor(finish())[0]?.id ?? null))}
      filters={result.kinds.length === 0 ? null : <KindFilter result={result} shown={shown} onShow={setChosen} />}
      empty={typed.trim() === '' ? text('search.hint') : undefined}
    />
  );
}
