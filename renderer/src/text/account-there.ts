import type { AccountThere } from '#core/ledger/store';
import type { TextWriter } from './text';

/** Says which other account lies in a place: its name, who started it and when, how much was done and when last. */
export function accountThereWords(there: AccountThere, { text, moment }: TextWriter): string {
  const name = there.name === null ? text('sync.thereUnnamed') : text('sync.thereNamed', { name: there.name });
  const parts = [
    there.since === null || there.owner === null
      ? name
      : text('sync.thereStarted', { name, owner: there.owner, when: moment(there.since) }),
    there.lastAt === null
      ? text('sync.thereActs', { count: there.acts })
      : text('sync.thereActsUntil', { count: there.acts, when: moment(there.lastAt) }),
  ];
  return text('sync.there', { what: parts.join('; ') });
}
