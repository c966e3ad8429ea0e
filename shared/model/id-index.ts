import { layerOn, ownIn, type ReadableMap } from './layers';

/** Ids that can be asked for, also where they are many and not all at hand. */
export interface Ids extends Iterable<string> {
  readonly size: number;
  has(id: string): boolean;
}

/** Ids of one's own, to change. */
interface OwnIds extends Ids {
  add(id: string): unknown;
  delete(id: string): unknown;
}

const noIds: Ids = new Set();

/** More would be copied for one that comes or goes. */
const mostCopied = 64;

/** Ids on top of others that stay as they are. */
class LayeredIds implements OwnIds {
  private readonly added = new Set<string>();
  private readonly gone = new Set<string>();

  constructor(private readonly below: Ids) {}

  get size(): number {
    return this.below.size - this.gone.size + this.added.size;
  }

  has(id: string): boolean {
    return this.added.has(id) || (!this.gone.has(id) && this.below.has(id));
  }

  add(id: string): void {
    if (this.gone.delete(id) || this.below.has(id)) return;
    this.added.add(id);
  }

  delete(id: string): void {
    if (!this.added.delete(id) && this.below.has(id)) this.gone.add(id);
  }

  *[Symbol.iterator](): Generator<string> {
    for (const id of this.below) if (!this.gone.has(id)) yield id;
    yield* this.added;
  }
}

/** Ids by key: the blocks of a group, the numbers of a user. */
export class IdIndex {
  private readonly idsByKey: Map<string, OwnIds>;

  /** Empty, or on top of another, or of a frozen map, that it does not change. */
  constructor(below?: IdIndex, frozen?: ReadableMap<string, Ids>) {
    // What lies below is only read: a layer makes ids its own before it changes them.
    this.idsByKey = layerOn(below?.idsByKey ?? (frozen as ReadableMap<string, OwnIds> | undefined), (ids) =>
      ids.size > mostCopied ? new LayeredIds(ids) : new Set(ids),
    );
  }

  get(key: string): Ids {
    return this.idsByKey.get(key) ?? noIds;
  }

  add(key: string, id: string): void {
    const ids = ownIn(this.idsByKey, key);
    if (ids === undefined) this.idsByKey.set(key, new Set([id]));
    else ids.add(id);
  }

  remove(key: string, id: string): void {
    const ids = ownIn(this.idsByKey, key);
    if (ids === undefined) return;
    ids.delete(id);
    if (ids.size === 0) this.idsByKey.delete(key);
  }
}
