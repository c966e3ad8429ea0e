import { encodeCommit, noHash } from '#core/ledger/encoding';
import { rulesVersion } from '#core/ledger/commit';
import { openingIntent } from '#core/ledger/opening';
import { Replica } from '#core/ledger/replica';
import type { Answer, Queries, QueryName } from '#core/queries/registry';
import type { GroupKind } from '#core/model/rows';
import type { Refusal } from '#core/rules/refusals';

/** An account under construction, for tests: every step is an intent like any other. */
export class AccountBuilder {
  readonly replica = Replica.empty('ledger');
  private acts = 0;

  constructor(private today: string) {
    const opening = openingIntent({
      id: 'opening',
      day: today,
      at: `${today}T08:00:00.000Z`,
      device: 'test',
      name: 'Account',
      timeZone: 'UTC',
      ownerName: 'Owner',
    });
    this.replica.receive([encodeCommit({ ...opening, ledger: 'ledger', seq: 1, prev: noHash, rules: rulesVersion })]);
  }

  /** The day from here on. */
  on(day: string): this {
    this.today = day;
    return this;
  }

  /** Does an act that must succeed; the commit's id is `act-N`. */
  done(name: string, args: unknown, by = 'owner'): this {
    const refusals = this.tried(name, args, by);
    if (refusals.length > 0) throw new Error(`${name} was refused: ${JSON.stringify(refusals)}`);
    return this;
  }

  /** Does an act, and says why it was refused if it was. */
  tried(name: string, args: unknown, by = 'owner'): readonly Refusal[] {
    this.acts += 1;
    const prepared = this.replica.prepareAct(
      { do: name, args },
      { commit: `act-${String(this.acts)}`, by, day: this.today, at: `${this.today}T08:00:00.000Z`, device: 'test' },
    );
    if (!prepared.ok) return prepared.refusals;
    this.replica.accept(prepared.step);
    return [];
  }

  withGroup(id: string, kind: GroupKind, parentId = 'root'): this {
    return this.done('group.create', { id, parentId, kind, name: id });
  }

  withPurchase(
    id: string,
    typeId: string,
    quantity: number,
    window: { readonly validFrom?: string; readonly validUntil?: string } = {},
  ): this {
    return this.done('block.add', { id, groupId: 'root', typeId, quantity, source: 'purchase', ...window });
  }

  withPool(
    groupId: string,
    allocate: readonly {
      readonly id?: string;
      readonly typeId: string;
      readonly quantity: number;
      readonly validUntil?: string;
    }[] = [],
  ): this {
    return this.done('restriction.set', { groupId, mode: 'own', allocate });
  }

  withUser(id: string, groupId: string): this {
    return this.done('user.create', { id, groupId, name: id, status: 'active' });
  }

  /** A free landline with a number of its own. */
  withNumber(id: string, value: string): this {
    return this.done('number.add', { id, kind: 'landline', value });
  }

  /** The answer to a query, as of today or another day. A query that is refused is a mistake of the test. */
  ask<Q extends QueryName>(query: Q, args: Queries[Q]['args'], day = this.today): Queries[Q]['answer'] {
    const answer = this.replica.ask(query, args, { day, by: 'owner' }) as Answer<Q>;
    if (typeof answer === 'object' && answer !== null && 'refusals' in answer)
      throw new Error(`${query} was refused: ${JSON.stringify(answer.refusals)}`);
    return answer as Queries[Q]['answer'];
  }
}

/** A new account with its root group and its owner. */
export function anAccount(today = '2026-06-01'): AccountBuilder {
  return new AccountBuilder(today);
}
