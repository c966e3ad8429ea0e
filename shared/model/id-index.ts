import { layerOn, ownIn } from './layers';

const noIds: ReadonlySet<string> = new Set();

/** Which ids belong to which key: the blocks of a group, the numbers of a user. */
export class IdIndex {
  private readonly idsByKey: Map<string, Set<string>>;

  /** Empty, or on top of another that it does not change. */
  constructor(below?: IdIndex) {
    this.idsByKey = layerOn(below?.idsByKey, (ids) => new Set(ids));
  }

  get(key: string): ReadonlySet<string> {
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
