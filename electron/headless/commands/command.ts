import { isLanguage, languages, type Language } from '#core/kernel/language';

/** One word behind `trellis`, in a file of its own, listed in `commands.ts`. */
export interface Command {
  readonly name: string;
  /** Usage of the command: a line or more of the usage, the text from column 44 on. */
  readonly usage: readonly string[];
  /** Answers the exit code: 0 when all is well, 1 when what was asked about is not, 2 where it could not be asked. */
  readonly run: (words: string[], print: (line: string) => void) => Promise<number>;
}

/** The words do not fit the command; they are told how it is written, and the exit code is 2. */
export class UsageError extends Error {}

/** The value of an option, taken out of the words; `null` where it is not given. */
export function takeOption(words: string[], name: string): string | null {
  const index = words.indexOf(name);
  if (index < 0) return null;
  const [, value] = words.splice(index, 2);
  if (value === undefined) throw new UsageError(`${name} needs a value`);
  return value;
}

/** Tells whether an option without a value is given; taken out of the words. */
export function takeSwitch(words: string[], name: string): boolean {
  const index = words.indexOf(name);
  if (index >= 0) words.splice(index, 1);
  return index >= 0;
}

/** The language in which something is written: English where none is named. */
export function takeLanguage(words: string[]): Language {
  const language = takeOption(words, '--language') ?? 'en';
  if (!isLanguage(language)) throw new UsageError(`--language is one of ${languages.join(', ')}`);
  return language;
}

/** Exactly so many words, named for whoever leaves one out. */
export function takeWords<Names extends readonly string[]>(
  words: readonly string[],
  ...names: Names
): { readonly [Index in keyof Names]: string } {
  const unknown = words.find((word) => word.startsWith('--'));
  if (unknown !== undefined) throw new UsageError(`there is no option ${unknown} here`);
  if (words.length !== names.length)
    throw new UsageError(`it takes ${names.length === 0 ? 'nothing more' : names.join(' ')}`);
  return words as unknown as { readonly [Index in keyof Names]: string };
}

/** Today in UTC: what a ledger is looked at from when no day is named. */
export function utcToday(): string {
  return new Date().toISOString().slice(0, 10);
}
