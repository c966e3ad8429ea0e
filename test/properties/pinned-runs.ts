/** A run that failed once, with all that did not matter left out. */
export interface PinnedRun {
  /** What went wrong. */
  readonly why: string;
  readonly beginning: number;
  readonly numbers: readonly number[];
}

export const pinnedRuns: readonly PinnedRun[] = [];

/** A schedule of several computers that failed once. */
export interface PinnedSchedule {
  readonly why: string;
  /** How many computers. */
  readonly count: number;
  readonly numbers: readonly number[];
}

export const pinnedSchedules: readonly PinnedSchedule[] = [];
