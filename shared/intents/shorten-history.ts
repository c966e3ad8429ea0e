import { z } from 'zod';
import { permit } from '../rules/permission';
import { refuse, type Refusal } from '../rules/refusals';
import { hashText } from './arguments';
import type { CommitHistory, CommitRecord } from './commit-history';
import { defineIntent, invalid } from './definition';

/**
 * Lets the history begin behind an earlier commit, with the checkpoint of the account at it: what was done up to there is not taken back
 * any more (G12), whoever still has it, so that its entries can be removed from where the ledger is shared.
 */
export const shortenHistory = defineIntent({
  name: 'history.shorten',
  since: 2,
  args: z.strictObject({ seq: z.int().min(1), hash: hashText, checkpoint: hashText }),
  exists: () => [],
  permits: (view, _args, act) => permit(view, act.actor, 'roles', null),
  fits: (view, { seq }, act) => {
    if (seq >= act.context.seq) return [invalid('seq', 'tooLarge', { most: act.context.seq - 1 })];
    const least = (view.row('ledger', 'ledger')?.begins?.seq ?? 0) + 1;
    return seq < least ? [invalid('seq', 'tooSmall', { least }, 'G12')] : [];
  },
  past: (history, { seq }) =>
    history.after(seq).some((record) => reachesBack(history, record, seq))
      ? [invalid('seq', 'takenBackSince', {}, 'G12')]
      : [],
  make: (act, { seq, hash }) => act.put('ledger', { id: 'ledger', rules: act.rules, begins: { seq, hash } }),
});

/** Tells whether a commit took back one that is not behind a seq: whoever begins there could not do it again. */
export function reachesBack(history: Pick<CommitHistory, 'find'>, record: CommitRecord, seq: number): boolean {
  if (record.do !== 'undo') return false;
  const target = history.find((record.args as { readonly commit: string }).commit);
  return target !== undefined && target.seq <= seq;
}

/** G12: the refusal of taking back what is from before the beginning of the history, or that it was shortened. */
export function refuseTakingBack(begins: number, target: CommitRecord): readonly Refusal[] {
  return target.seq <= begins || target.do === shortenHistory.name
    ? [refuse('HISTORY_SHORTENED', { seq: begins })]
    : [];
}
