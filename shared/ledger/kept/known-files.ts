import type { ActsFile, HasFile, KeptFile, LogFile, TermFile, Vote } from './kept-file';

/**
 * Every file of a kept place that has ever been seen here, found by what it is asked for. A file says the same for ever, so
 * knowing it is enough: whether it still lies in the folder does not matter.
 */
export class KnownFiles {
  private readonly paths = new Set<string>();
  readonly outs = new Map<string, ActsFile>();
  readonly logs = new Map<string, LogFile>();
  readonly terms: TermFile[] = [];
  private readonly after = new Map<string, LogFile[]>();
  private readonly outsOf = new Map<string, ActsFile[]>();
  private readonly votes = new Map<number, Vote[]>();
  private readonly hasOf = new Map<string, HasFile[]>();
  private readonly newestOf = new Map<string, { at: string; name: string }>();

  knows(path: string): boolean {
    return this.paths.has(path);
  }

  /** Tells whether it was new. */
  take(file: KeptFile): boolean {
    if (this.paths.has(file.path)) return false;
    this.paths.add(file.path);
    switch (file.kind) {
      case 'out':
        this.outs.set(file.hash, file);
        push(this.outsOf, file.by, file);
        break;
      case 'log':
        this.logs.set(file.hash, file);
        push(this.after, file.previous, file);
        this.seen(file.by, file.at, null);
        break;
      case 'term':
        this.terms.push(file);
        if (file.what === 'vote') push(this.votes, file.term, file);
        this.seen(file.by, file.at, file.name);
        break;
      case 'has':
        push(this.hasOf, file.by, file);
        this.seen(file.by, file.at, file.name);
        break;
    }
    return true;
  }

  /** The log files that name one as the one before them. */
  following(hash: string): readonly LogFile[] {
    return this.after.get(hash) ?? [];
  }

  actsOf(computer: string): readonly ActsFile[] {
    return this.outsOf.get(computer) ?? [];
  }

  votesIn(term: number): readonly Vote[] {
    return this.votes.get(term) ?? [];
  }

  /** Messages of a computer on how far it has the log; in the order in which it was learned. */
  reachOf(computer: string): readonly HasFile[] {
    return this.hasOf.get(computer) ?? [];
  }

  /** The computers that have ever said how far they have the log. */
  computers(): readonly string[] {
    return [...this.hasOf.keys()].sort();
  }

  /** When a computer was last there by its own clock, and what it is called; for people to read only. */
  lastSeen(computer: string): { readonly at: string; readonly name: string } | null {
    return this.newestOf.get(computer) ?? null;
  }

  private seen(computer: string, at: string, name: string | null): void {
    const known = this.newestOf.get(computer);
    if (known === undefined) this.newestOf.set(computer, { at, name: name ?? '' });
    else if (at >= known.at) this.newestOf.set(computer, { at, name: name ?? known.name });
    else if (known.name === '' && name !== null) this.newestOf.set(computer, { at: known.at, name });
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
