import { Figures, type FigureName } from './figures';
import { layerOn, ownIn, type ReadableMap } from './layers';
import type { GroupRow } from './rows';
import type { Timeline } from './timeline';

/**
 * Counts over a subtree, itself included: groups, and among them projects (complexes and offices), pools and apartments; users
 * without the archived, seats held, users that are invited only, and users that hold neither a seat nor an allowance.
 */
export interface SubtreeCount {
  readonly groups: number;
  readonly projects: number;
  readonly pools: number;
  readonly apartments: number;
  readonly users: number;
  readonly seats: number;
  readonly invited: number;
  readonly bare: number;
}

const noCount: SubtreeCount = {
  groups: 0,
  projects: 0,
  pools: 0,
  apartments: 0,
  users: 0,
  seats: 0,
  invited: 0,
  bare: 0,
};

/** One count and once more, or less, another. Written out: every change of a group or a user comes by here, once a level. */
function sumOf(count: SubtreeCount, change: Partial<SubtreeCount>, sign: 1 | -1 = 1): SubtreeCount {
  const { groups = 0, projects = 0, pools = 0, apartments = 0, users = 0, seats = 0, invited = 0, bare = 0 } = change;
  return {
    groups: count.groups + sign * groups,
    projects: count.projects + sign * projects,
    pools: count.pools + sign * pools,
    apartments: count.apartments + sign * apartments,
    users: count.users + sign * users,
    seats: count.seats + sign * seats,
    invited: count.invited + sign * invited,
    bare: count.bare + sign * bare,
  };
}

function isNothing({ groups, projects, pools, apartments, users, seats, invited, bare }: SubtreeCount): boolean {
  return (
    groups === 0 &&
    projects === 0 &&
    pools === 0 &&
    apartments === 0 &&
    users === 0 &&
    seats === 0 &&
    invited === 0 &&
    bare === 0
  );
}

/** Figures of groups that do not change any more. */
export interface FrozenFigures {
  readonly counts: ReadableMap<string, SubtreeCount>;
  readonly supplies: ReadableMap<string, Figures>;
  readonly territories: ReadableMap<string, Figures>;
}

const noFigures = new Figures();

/**
 * Figures of every group, pool and subtree. A change walks up from where it happens: counts to the root, territory
 * figures to the nearest pool. Rows may come in any order; what belongs to a group that is not there yet waits for it.
 *
 * ```ts
 * import { GroupFigures } from '#core/model/group-figures';
 *
 * const tree = new Map([
 *   ['complex', { parentId: null, restriction: 'own' }],
 *   ['house', { parentId: 'complex', restriction: 'inherit' }],
 *   ['flat', { parentId: 'house', restriction: 'inherit' }],
 * ]);
 * const figures = new GroupFigures((id) => tree.get(id));
 * figures.addCount('flat', { users: 2 });
 * figures.addClaim('flat', 'seats/ringover.smart', '', 1);
 * figures.count('complex').users; // → 2
 * figures.territory('complex').on('seats/ringover.smart', '2026-06-01'); // → 1
 * figures.territory('elsewhere').on('seats/ringover.smart', '2026-06-01'); // → 0
 * ```
 */
export class GroupFigures {
  private readonly counts: Map<string, SubtreeCount>;
  private readonly supplies: Map<string, Figures>;
  private readonly territories: Map<string, Figures>;

  /** Empty, or on top of others, or of frozen maps, that it does not change. */
  constructor(
    private readonly groupOf: (id: string) => Pick<GroupRow, 'parentId' | 'restriction'> | undefined,
    below?: GroupFigures,
    frozen?: FrozenFigures,
  ) {
    this.counts = layerOn(below?.counts ?? frozen?.counts);
    this.supplies = layerOn(below?.supplies ?? frozen?.supplies, (figures) => figures.copy());
    this.territories = layerOn(below?.territories ?? frozen?.territories, (figures) => figures.copy());
  }

  count(groupId: string): SubtreeCount {
    return this.counts.get(groupId) ?? noCount;
  }

  /** Supply by a group's own blocks. */
  supply(groupId: string): Figures {
    return this.supplies.get(groupId) ?? noFigures;
  }

  /** Figures of the inheriting part of the subtree at a group; at a pool: its territory. */
  territory(groupId: string): Figures {
    return this.territories.get(groupId) ?? noFigures;
  }

  /** Adds to the count of a group and of all above it. */
  addCount(groupId: string, change: Partial<SubtreeCount>): void {
    for (let id: string | null | undefined = groupId; id != null; id = this.groupOf(id)?.parentId)
      this.addOwnCount(id, change);
  }

  /** Adds to the count of one group only. */
  addOwnCount(groupId: string, change: Partial<SubtreeCount>, sign: 1 | -1 = 1): void {
    const next = sumOf(this.count(groupId), change, sign);
    if (isNothing(next)) this.counts.delete(groupId);
    else this.counts.set(groupId, next);
  }

  /** Adds an amount to the territory figures from a group up to its nearest pool. */
  addClaim(groupId: string, name: FigureName, day: string, amount: number): void {
    if (amount === 0) return;
    for (let id: string | null | undefined = groupId; id != null;) {
      changeAt(this.territories, id, name, day, amount);
      const group = this.groupOf(id);
      if (group === undefined || group.restriction === 'own') return;
      id = group.parentId;
    }
  }

  /** Adds to what a group's own blocks supply; of a pool below another, that is a claim on the other. */
  addSupply(groupId: string, name: FigureName, day: string, amount: number): void {
    changeAt(this.supplies, groupId, name, day, amount);
    const group = this.groupOf(groupId);
    const outward = outwardName(name);
    if (group?.restriction === 'own' && group.parentId !== null && outward !== undefined)
      this.addClaim(group.parentId, outward, day, amount);
  }

  /** Adds (or takes away) what a group with its subtree means to those above it. */
  addGroup(group: GroupRow, sign: 1 | -1): void {
    if (group.parentId === null) return;
    this.addCount(group.parentId, sumOf(noCount, this.count(group.id), sign));
    const isPool = group.restriction === 'own';
    for (const [name, timeline] of (isPool ? this.supply(group.id) : this.territory(group.id)).entries()) {
      const outward = isPool ? outwardName(name) : name;
      if (outward !== undefined) this.addClaims(group.parentId, outward, timeline, sign);
    }
  }

  private addClaims(groupId: string, name: FigureName, timeline: Timeline, sign: 1 | -1): void {
    for (const [day, amount] of timeline) this.addClaim(groupId, name, day, sign * amount);
  }
}

/** The blocks that a pool supplies itself with are claims on the pool above it. */
function outwardName(name: FigureName): FigureName | undefined {
  if (name.startsWith('supplyFeature/')) return `outFeature/${name.slice('supplyFeature/'.length)}` as FigureName;
  if (name.startsWith('supply/')) return `out/${name.slice('supply/'.length)}`;
  return undefined;
}

function changeAt(map: Map<string, Figures>, id: string, name: FigureName, day: string, amount: number): void {
  let figures = ownIn(map, id);
  if (figures === undefined) {
    figures = new Figures();
    map.set(id, figures);
  }
  figures.change(name, day, amount);
  if (figures.isEmpty) map.delete(id);
}
