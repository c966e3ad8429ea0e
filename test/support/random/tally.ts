import type { Refusal, Warning } from '#core/rules/refusals';
import type { Books } from '../check/books';
import type { RandomCall } from './surroundings';

/** What happened over all runs: the proof that they were not about nothing. */
export class Tally {
  readonly counts = new Map<string, number>();

  count(name: string, times = 1): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + times);
  }

  of(name: string): number {
    return this.counts.get(name) ?? 0;
  }

  refused(intent: string, refusals: readonly Refusal[]): void {
    this.count('refused');
    this.count(`refused ${intent}`);
    for (const code of new Set(refusals.map((refusal) => refusal.code))) this.count(`code ${code}`);
  }

  done(call: RandomCall, warnings: readonly Warning[], before: Books, after: Books): void {
    this.count('done');
    this.count(`done ${call.do}`);
    for (const code of new Set(warnings.map((warning) => warning.code))) this.count(`warning ${code}`);
    if (before.rows.seats.some((seat) => seat.userId !== null && after.seats.get(seat.id)?.poolId != null))
      this.count('seats freed');
    if (before.rows.seats.some((seat) => seat.userId === null && after.seats.get(seat.id)?.userId != null))
      this.count('free seats taken');
    if (
      call.do !== 'seat.dissolve' &&
      before.rows.seats.some((seat) => seat.userId === null && !after.seats.has(seat.id))
    )
      this.count('free seats dissolved');
    const { licenses } = (call.args ?? {}) as { readonly licenses?: string };
    if (licenses !== undefined) this.count(`${call.do} ${licenses}`);
  }

  statuses(found: ReadonlyMap<string, number>): void {
    for (const [status, times] of found) this.count(`status ${status}`, times);
  }

  report(): string {
    return [...this.counts]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, times]) => `${name}: ${String(times)}`)
      .join('\n');
  }
}
