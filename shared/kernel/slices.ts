/** Progress of long work. `of` is what is known so far, and at least 1. */
export interface Progress {
  readonly done: number;
  readonly of: number;
}

/** Work that rests now and then, saying how far it is, so that whoever drives it can do something else, or give it up. */
export type Sliced<T> = Generator<Progress, T, void>;

/** Things done between two rests: well below a millisecond's work. */
const batchSize = 128;

/** Tells whether it is time to rest after so many things. */
export function isRestDue(done: number): boolean {
  return done % batchSize === 0;
}

/** Does sliced work without resting. */
export function finish<T>(work: Sliced<T>): T {
  for (;;) {
    const slice = work.next();
    if (slice.done === true) return slice.value;
  }
}

/** Drives sliced work as one part of a larger one. */
export function* partOf<T>(work: Sliced<T>, part: (progress: Progress) => Progress): Sliced<T> {
  for (;;) {
    const slice = work.next();
    if (slice.done === true) return slice.value;
    yield part(slice.value);
  }
}
