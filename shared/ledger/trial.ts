import { asMeant, countryOfAccount } from '../intents/as-meant';
import type { CommitHistory, IntentCall } from '../intents/commit-history';
import { execute } from '../intents/execute';
import type { Sliced } from '../kernel/slices';
import type { Model } from '../model/model';
import type { IntentContext } from '../rules/act';
import type { Refusal } from '../rules/refusals';

/** What is said of an act that would be done: of a long sheet that is nearly every row. */
const none: readonly Refusal[] = [];

/** An act that was tried: the state before it, and why it would be refused. */
interface Tried {
  readonly call: IntentCall;
  readonly mark: number;
  readonly refusals: readonly Refusal[];
}

/**
 * Acts that are tried one after the other on top of each other, going on past those that are refused. Tried again with some of them
 * changed, it goes back to the first that is another one: what comes before is answered already.
 */
export class Trial {
  private readonly tried: Tried[] = [];

  /** `model` is changed by what is tried, so it is a fork of one that is in use, which must not change meanwhile. */
  constructor(
    private readonly model: Model,
    private readonly commits: CommitHistory,
    private readonly on: Pick<IntentContext, 'commit' | 'device' | 'by' | 'day' | 'seq'>,
  ) {}

  /** Why each act is refused; nothing for one that would be done. Given up, it can be begun again. */
  *refusalsOf(calls: readonly IntentCall[]): Sliced<readonly (readonly Refusal[])[]> {
    this.goBackTo(this.tried.findIndex(({ call }, index) => call !== calls[index]));
    const country = countryOfAccount(this.model);
    for (const [index, call] of calls.entries()) {
      if (index < this.tried.length) continue;
      const mark = this.model.mark();
      this.tried.push({ call, mark, refusals: this.refusalsOfOne(call, index, country) });
      yield { done: index + 1, of: calls.length };
    }
    return this.tried.map(({ refusals }) => refusals);
  }

  private goBackTo(index: number): void {
    const first = this.tried[index];
    if (first === undefined) return;
    this.model.rollback(first.mark);
    this.tried.length = index;
  }

  private refusalsOfOne(call: IntentCall, index: number, country: string): readonly Refusal[] {
    const meant = asMeant(call, country);
    if (!meant.ok) return meant.refusals;
    // What each makes gets ids of its own.
    const context = { ...this.on, commit: `${this.on.commit}-${String(index)}` };
    const result = execute(this.model, this.commits, meant.call, context, { warn: false });
    return result.ok ? none : result.refusals;
  }
}
