import type { PortfolioAnswer, PortfolioPool, PortfolioRow } from '#core/queries/portfolio';
import type { RowsInMemory } from '../../data/session';

/** A line of the portfolio: a place, what it may spend, and what of it is not sent yet. */
export interface ComplexRow extends PortfolioRow {
  readonly pool: PortfolioPool;
  /** Spends the pool of a group above. */
  readonly isShared: boolean;
  /** Acts that touch it and wait to be sent. */
  readonly waiting: number;
}

/** Tells whether a group has a portfolio: complexes, offices or pools below it. */
export function hasPortfolio(rows: Pick<RowsInMemory, 'row' | 'count' | 'ancestry'>, groupId: string): boolean {
  const group = rows.row('groups', groupId);
  if (group === undefined) return false;
  const { projects, pools } = rows.count(groupId);
  const isProject = group.kind === 'complex' || group.kind === 'office';
  if (projects > (isProject ? 1 : 0)) return true;
  const isInProject = [...rows.ancestry(groupId)].some(({ kind }) => kind === 'complex' || kind === 'office');
  return !isInProject && pools > (group.restriction === 'own' ? 1 : 0);
}

export function placeRows(
  { rows, pools }: PortfolioAnswer,
  waiting: ReadonlyMap<string, number>,
): readonly ComplexRow[] {
  const byId = new Map(pools.map((pool) => [pool.id, pool]));
  return rows.flatMap((row) => {
    const pool = byId.get(row.poolId);
    return pool === undefined
      ? []
      : [{ ...row, pool, isShared: row.poolId !== row.id, waiting: waiting.get(row.id) ?? 0 }];
  });
}

/** Counts the things of a place that wait for somebody's word or a license. */
export function openCount({ status, invited, unlicensed }: PortfolioRow): number {
  return (status === 'draft' ? 1 : 0) + invited + unlicensed;
}

/** Units that are short, of all types that are handed on by units. */
export function isShort({ pool }: ComplexRow): boolean {
  return pool.total.short > 0 || Object.keys(pool.short).length > 0;
}

/** The figures of all pools, each counted once. */
export function sumOfPools(pools: readonly PortfolioPool[]): {
  readonly nominal: number;
  readonly used: number;
  readonly free: number;
  readonly short: number;
  readonly in30: number;
} {
  const sum = (of: (pool: PortfolioPool) => number): number => pools.reduce((total, pool) => total + of(pool), 0);
  return {
    nominal: sum(({ total }) => total.nominal),
    used: sum(({ total }) => total.used),
    free: sum(({ total }) => total.free),
    short: sum(({ total }) => total.short),
    in30: sum(({ ending }) => ending.in30),
  };
}
