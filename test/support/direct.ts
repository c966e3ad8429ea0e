import type { Result } from '#core/kernel/result';

/** A call that ended with a failure; tests that expect it ask for it with `failureOf`. */
export class CallFailed extends Error {
  constructor(readonly failure: { readonly kind: string }) {
    super(JSON.stringify(failure));
    this.name = 'CallFailed';
  }
}

/** Something of ours whose calls give their values at once: a failure ends the test unless it is asked for. */
export type Direct<Whole> = {
  readonly [Key in keyof Whole]: Whole[Key] extends (...given: infer Given) => Promise<Result<infer Value, unknown>>
    ? (...given: Given) => Promise<Value>
    : Whole[Key] extends (...given: infer Given) => Result<infer Value, unknown>
      ? (...given: Given) => Value
      : Whole[Key];
};

export function direct<Whole extends object>(whole: Whole): Direct<Whole> {
  return new Proxy(whole, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value !== 'function') return value;
      return (...given: unknown[]): unknown => {
        const answer: unknown = Reflect.apply(value as (...all: unknown[]) => unknown, target, given);
        return answer instanceof Promise ? answer.then(valueOf) : valueOf(answer);
      };
    },
  }) as Direct<Whole>;
}

function valueOf(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return answer;
  if (answer.ok !== true) throw new CallFailed((answer as unknown as { readonly failure: { kind: string } }).failure);
  return 'value' in answer ? answer.value : answer;
}
