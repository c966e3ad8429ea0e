/** Length of the log of a computer, or of a candidate. */
export interface Reach {
  readonly lastTerm: number;
  readonly seq: number;
}

/** The keeper that a computer is promised to, in a term. */
export interface Promised {
  readonly term: number;
  readonly keeper: string | null;
}

/**
 * The three judgements on which everything rests. Tests put wrong ones in their place, to see that they notice.
 */
export interface Judgements {
  readonly isMost: (count: number, of: number) => boolean;
  /** Tells whether a computer may vote for a candidate: only for one that has at least what it has itself. */
  readonly mayVoteFor: (candidate: Reach, own: Reach) => boolean;
  /** Tells whether a computer may say how far it has the log of a term: never of a branch older than what it is promised to. */
  readonly mayAcknowledge: (term: Promised, promised: Promised) => boolean;
}

export const soundJudgements: Judgements = {
  isMost: (count, of) => count * 2 > of,
  mayVoteFor: (candidate, own) =>
    candidate.lastTerm > own.lastTerm || (candidate.lastTerm === own.lastTerm && candidate.seq >= own.seq),
  mayAcknowledge: (term, promised) =>
    term.term > promised.term || (term.term === promised.term && term.keeper === promised.keeper),
};
