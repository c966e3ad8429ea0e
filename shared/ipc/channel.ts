import type { z } from 'zod';
import type { Result } from '../kernel/result';

/**
 * One question the window may ask main. `request` parses what comes in before any handler sees it; `Value` is
 * what a handler answers and `Failure` the closed union of what may be wrong with it (`never` where nothing is).
 */
export interface Channel<Request, Value, Failure> {
  readonly request: z.ZodType<Request>;
  /** Only there for the compiler. */
  readonly answers?: Answer<Value, Failure>;
}

/** Failure before or outside a handler, on any channel. */
export type CallFailure =
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'bad-request'; readonly problems: readonly RequestProblem[] }
  | { readonly kind: 'defect' };

/** One thing wrong with a request; `path` leads to it, joined by dots. */
export interface RequestProblem {
  readonly path: string;
  readonly problem: string;
}

export type Answer<Value, Failure = never> = Result<Value, Failure>;

/** Declares a channel: `channel<Value, Failure>()(requestSchema)`. */
export function channel<Value, Failure = never>() {
  return <Request>(request: z.ZodType<Request>): Channel<Request, Value, Failure> => ({ request });
}
