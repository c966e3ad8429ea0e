import { defineQuery, nothing } from './query';

/** Commits of the ledger that the rules refuse, newest first: who did what, and why it counts for nobody. */
export const voidedQuery = defineQuery({
  name: 'voided',
  args: nothing,
  needs: (view) => ({ right: 'read', at: view.account.rootId }),
  answer: ({ voided }) => [...voided].reverse(),
});
