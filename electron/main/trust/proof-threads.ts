import { availableParallelism } from 'node:os';
import { ProofThread } from './proof-thread';
import type { PageToProve, ProvedPage } from './prove-page';

/** Each thread reads every entry for itself: more of them would soon do little else. */
const mostThreads = 4;

/**
 * Threads of this process, one a core and a few at most, that check the signatures of a page together. Each reads the whole page, for the keys that it
 * tells of, and checks a share of its signatures, which takes far longer. Once one is broken none is asked any more.
 */
export class ProofThreads {
  private readonly threads: readonly ProofThread[];
  private sources = 0;

  constructor(program: string, count = Math.min(mostThreads, availableParallelism())) {
    this.threads = Array.from({ length: count }, () => new ProofThread(program));
  }

  get isBroken(): boolean {
    return this.threads.some((thread) => thread.isBroken);
  }

  newSource(): number {
    this.sources += 1;
    return this.sources;
  }

  /** Proves a page of a source; `null` where they cannot. */
  async ask(source: number, page: PageToProve): Promise<ProvedPage | null> {
    const of = this.threads.length;
    const shares = await Promise.all(
      this.threads.map((thread, part) => thread.ask(source, { ...page, share: { part, of } })),
    );
    const proved = shares.filter((share) => share !== null);
    return proved.length === of ? together(proved) : null;
  }
}

/** What the shares of one page amount to; its appends are in the first of them. */
function together(shares: readonly ProvedPage[]): ProvedPage {
  const [first] = shares;
  const bad = shares.flatMap(({ evidence }) => evidence.bad).sort((one, other) => one - other);
  return { evidence: { bad, appends: first?.evidence.appends ?? null }, told: first?.told ?? [] };
}
