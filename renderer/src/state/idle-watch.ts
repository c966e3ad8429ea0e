/** What a person does at a computer. */
const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

export interface IdleParts {
  readonly minutes: number;
  /** Milliseconds that only go forward. */
  readonly now: () => number;
  readonly target: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;
  readonly onIdle: () => void;
}

/** Tells once when nobody has touched the keyboard or the mouse for some minutes; answers how to end it. */
export function watchIdle({ minutes, now, target, onIdle }: IdleParts): () => void {
  const patience = minutes * 60_000;
  let last = now();
  let timer: ReturnType<typeof setTimeout>;
  const notice = (): void => void (last = now());
  const wait = (): void => {
    const left = last + patience - now();
    if (left <= 0) onIdle();
    else timer = setTimeout(wait, left);
  };
  wait();
  for (const sign of signs) target.addEventListener(sign, notice, { capture: true, passive: true });
  return () => {
    clearTimeout(timer);
    for (const sign of signs) target.removeEventListener(sign, notice, { capture: true });
  };
}
