import { CalendarDays, ChartColumn, Coins, Table2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { boughtByUnit } from '#core/catalogue/license-types';
import type { PortfolioPool } from '#core/queries/portfolio';
import { isRefused, useAnswer, useCatalogue } from '../../state/model-hooks';
import { useCommands } from '../../parts/commands';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import { Segments, type Segment } from '../../ui/Segments';
import { sumOfPools } from './portfolio-rows';
import { useSynchronisedWords } from './PortfolioTable';

export type PortfolioView = 'table' | 'calendar' | 'charts';

/** What the group itself has still to hand out; nothing where it has no pool, or the places share it. */
function Reserve({
  groupId,
  pools,
}: {
  readonly groupId: string;
  readonly pools: readonly PortfolioPool[];
}): ReactNode {
  const { text, number, list } = useText();
  const names = useNames();
  const { types } = useCatalogue();
  const pool = useAnswer('use', { groupId });
  if (isRefused(pool) || pool.poolId !== groupId || pools.some(({ id }) => id === groupId)) return null;
  const left = boughtByUnit(types, 'retired').flatMap(({ id: typeId }) => {
    const units = pool.types[typeId]?.left ?? 0;
    return units > 0 ? [text('name.block', { quantity: number(units), type: names.type(typeId) })] : [];
  });
  return (
    <p className="quiet">
      {text(left.length === 0 ? 'portfolio.reserveNone' : 'portfolio.reserve', {
        pool: names.group(groupId),
        what: list(left),
      })}
    </p>
  );
}

export interface PortfolioHeadProps {
  readonly groupId: string;
  readonly places: number;
  readonly pools: readonly PortfolioPool[];
  readonly view: PortfolioView;
  readonly onView: (view: PortfolioView) => void;
}

/** The figures of all places together, and how to look at them. */
export function PortfolioHead({ groupId, places, pools, view, onView }: PortfolioHeadProps): ReactNode {
  const { text, number } = useText();
  const synchronised = useSynchronisedWords();
  const registry = useCommands();
  const sum = sumOfPools(pools);
  const figures = [
    { id: 'places', value: number(places), name: text('portfolio.places', { count: places }), isBad: false },
    {
      id: 'used',
      value: number(sum.used),
      name: text('portfolio.usedOf', { total: number(sum.nominal) }),
      isBad: false,
    },
    { id: 'free', value: number(sum.free), name: text('portfolio.leftThere'), isBad: false },
    { id: 'ending', value: number(sum.in30), name: text('portfolio.endingSoon'), isBad: false },
    ...(sum.short > 0 ? [{ id: 'short', value: number(sum.short), name: text('portfolio.short'), isBad: true }] : []),
  ];
  const segments: readonly Segment<PortfolioView>[] = [
    { id: 'table', name: text('portfolio.view.table'), icon: Table2 },
    { id: 'calendar', name: text('portfolio.view.calendar'), icon: CalendarDays },
    { id: 'charts', name: text('portfolio.view.charts'), icon: ChartColumn },
  ];
  return (
    <header className="portfolio-head">
      <dl>
        {figures.map(({ id, value, name, isBad }) => (
          <div key={id} className={isBad ? 'portfolio-bad' : undefined}>
            <dd>{value}</dd>
            <dt>{name}</dt>
          </div>
        ))}
      </dl>
      <Button icon={Coins} onPress={() => registry.run('licenses.costs')}>
        {text('command.costs')}
      </Button>
      <Segments label={text('portfolio.view')} segments={segments} value={view} onChange={onView} />
      <div className="portfolio-notes">
        <Reserve groupId={groupId} pools={pools} />
        <p className="quiet">
          {text('portfolio.synchronised')}: {synchronised ?? text('portfolio.notShared')}
        </p>
      </div>
    </header>
  );
}
