import { layerOn } from '../model/layers';
import type { CommitHistory, CommitRecord } from '../intents/commit-history';

/** The commits of a replica in order, confirmed ones first, found by id. */
export class CommitRecords implements CommitHistory {
  private readonly list: CommitRecord[];
  private readonly indexById: Map<string, number>;

  constructor(below?: CommitRecords) {
    this.list = [...(below?.list ?? [])];
    this.indexById = layerOn(below?.indexById);
  }

  /** The same commits, to try others on top of them; it holds as long as these stay as they are. */
  fork(): CommitRecords {
    return new CommitRecords(this);
  }

  get length(): number {
    return this.list.length;
  }

  all(): readonly CommitRecord[] {
    return this.list;
  }

  find(commitId: string): CommitRecord | undefined {
    const index = this.indexById.get(commitId);
    return index === undefined ? undefined : this.list[index];
  }

  since(commitId: string): readonly CommitRecord[] {
    const index = this.indexById.get(commitId);
    return index === undefined ? [] : this.list.slice(index);
  }

  after(seq: number): readonly CommitRecord[] {
    let from = this.list.length;
    while (from > 0 && (this.list[from - 1]?.seq ?? 0) > seq) from -= 1;
    return this.list.slice(from);
  }

  push(record: CommitRecord): void {
    this.indexById.set(record.id, this.list.length);
    this.list.push(record);
  }

  /**
   * Takes records away and puts others behind the rest. Those that go or change stand last, at `from` at the latest: the records
   * of pending acts, and of commits that gave way to others.
   */
  exchange(remove: readonly string[], put: readonly CommitRecord[], from: number): void {
    const gone = new Set([...remove, ...put.map((record) => record.id)]);
    const places = [...gone].flatMap((id) => this.indexById.get(id) ?? []);
    if (places.length > 0)
      for (const record of [...this.truncate(Math.min(from, ...places))].reverse())
        if (!gone.has(record.id)) this.push(record);
    for (const record of put) this.push(record);
  }

  /** Takes the newest records off, back to a length; newest first. */
  truncate(length: number): readonly CommitRecord[] {
    const removed: CommitRecord[] = [];
    while (this.list.length > length) {
      const record = this.list.pop();
      if (record === undefined) break;
      this.indexById.delete(record.id);
      removed.push(record);
    }
    return removed;
  }
}
