import { keyIdOf } from '#core/kernel/keys';
import { Turns } from '#core/kernel/turns';
import type { Evidence } from '#core/ledger/admission';
import type { AppendSignature } from '#core/ledger/store';
import { looksSigned, provePage, type PageToProve, type ProvedPage } from './prove-page';
import type { ProofThreads } from './proof-threads';

/** Signed acts below which a page is proved here: threads cost more. */
const fewActs = 50;

interface Proving {
  readonly evidence: Promise<Evidence>;
}

/**
 * Checks the signatures of a ledger's entries, which must be given in order from the first, and keeps the keys that they tell of. Pages
 * with many signatures go to threads, where there are any, each as soon as it is given.
 */
export class ActProofs {
  private readonly keys = new Map<string, string>();
  private readonly learnt = new Set<string>();
  private readonly turns = new Turns();
  private readonly source: number | null;
  /** Settles once everything given so far is proved, and what it tells of is learnt. */
  private proved: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly ledger: string,
    private readonly threads: ProofThreads | null = null,
  ) {
    this.source = threads?.newSource() ?? null;
  }

  /** Takes over keys that are known already, so that entries before need not be read again. */
  learn(keys: Iterable<string>): void {
    for (const key of keys) {
      if (this.learnt.has(key)) continue;
      this.learnt.add(key);
      this.keys.set(keyIdOf(key), key);
    }
  }

  /** Findings on the signatures of the next entries and appends. */
  async evidenceOf(entries: readonly Uint8Array[], appends: readonly AppendSignature[] | null): Promise<Evidence> {
    const { ledger, keys } = this;
    const { evidence } = await this.turns.take(() => this.begin({ ledger, keys, entries, appends }));
    return evidence;
  }

  /** An act of a key that is not known yet would go unchecked: a page is begun only once all before it are known where it is proved. */
  private async begin(page: PageToProve): Promise<Proving> {
    const before = this.proved;
    const { source, threads } = this;
    const signed = countSigned(page.entries);
    if (signed === 0 && page.appends === null) return { evidence: Promise.resolve({ bad: [], appends: null }) };
    if (source === null || threads === null || threads.isBroken || signed < fewActs) {
      await before;
      const evidence = this.noted(await proveHere(page));
      return { evidence: Promise.resolve(evidence) };
    }
    const asked = threads.ask(source, page);
    const evidence = before.then(async () => this.noted((await asked) ?? (await proveHere(page))));
    this.proved = evidence.catch(() => undefined);
    return { evidence };
  }

  private noted({ evidence, told }: ProvedPage): Evidence {
    this.learn(told);
    return evidence;
  }
}

/** Proves a few acts at a time, so that whoever else waits has a turn in between. */
async function proveHere(page: PageToProve): Promise<ProvedPage> {
  const work = provePage(page);
  for (;;) {
    const next = work.next();
    if (next.done === true) return next.value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function countSigned(entries: readonly Uint8Array[]): number {
  return entries.reduce((sum, entry) => (looksSigned(entry) ? sum + 1 : sum), 0);
}
