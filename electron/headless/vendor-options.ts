import { takeOption, UsageError } from './commands/command';

/** Account, person and group that a vendor's system is compared with, as the words name them. */
export interface VendorTarget {
  readonly store: string;
  readonly user: string;
  readonly group: string;
}

export function takeTarget(words: string[]): VendorTarget {
  const store = takeOption(words, '--store');
  const user = takeOption(words, '--as');
  const group = takeOption(words, '--group');
  if (store === null || user === null || group === null) throw new UsageError('vendor needs --store, --as and --group');
  return { store, user, group };
}

/** Every value of an option that may be given several times. */
export function takeEach(words: string[], name: string): readonly string[] {
  const found: string[] = [];
  for (let value = takeOption(words, name); value !== null; value = takeOption(words, name)) found.push(value);
  return found;
}

/** A secret from the environment: on the command line others could read it. */
export function secretFrom(variable: string): string {
  const secret = process.env[variable];
  if (secret === undefined || secret === '') throw new UsageError(`the environment has no ${variable}`);
  return secret;
}

/** Stops at Ctrl+C; what is under way ends first, so that its fate is known. */
export function stopAtInterrupt(): { readonly signal: AbortSignal; readonly forget: () => void } {
  const control = new AbortController();
  const onInterrupt = (): void => {
    process.stderr.write('stopping after the call that is under way\n');
    control.abort();
  };
  process.on('SIGINT', onInterrupt);
  return { signal: control.signal, forget: () => process.off('SIGINT', onInterrupt) };
}

/** Progress for whoever looks at a terminal; nothing where it goes into a file. */
export function tellProgress({ done, of }: { readonly done: number; readonly of: number | null }): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${String(done)}${of === null ? '' : ` of ${String(of)}`} `);
}
