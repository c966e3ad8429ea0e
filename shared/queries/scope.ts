import type { Day } from '../kernel/day';
import type { CommitHistory, CommitRecord } from '../intents/execute';
import type { Model } from '../model/model';
import type { Evaluation } from '../rules/evaluation';
import type { Actor } from '../rules/permission';
import type { AttentionAnswer } from './answers';

/** Commits that can be listed as well as found. */
export interface ListedHistory extends CommitHistory {
  all(): readonly CommitRecord[];
}

/** What queries are asked of. `version` changes whenever the state does. */
export interface Source {
  readonly model: Model;
  readonly history: ListedHistory;
  readonly attention: readonly AttentionAnswer[];
  readonly version: number;
}

/** One question: the state, the day that is asked about, and who asks. */
export interface Question {
  readonly source: Source;
  readonly model: Model;
  readonly day: Day;
  readonly by: string;
  readonly reader: Actor | null;
  readonly evaluation: Evaluation;
  /** The evaluation of another day. */
  evaluationOn(day: Day): Evaluation;
}
