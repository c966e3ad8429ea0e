import { SharedAccount } from '../shared-account';
import { takeOption, takeWords, UsageError, type Command } from './command';
import { failureLine } from './store-commands';

/** The JSON object that a word is. */
export function readObject(word: string, what: string): { readonly [key: string]: unknown } {
  let value: unknown;
  try {
    value = JSON.parse(word);
  } catch {
    throw new UsageError(`${what} is not JSON`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new UsageError(`${what} is not a JSON object`);
  return value as { readonly [key: string]: unknown };
}

export const doCommand: Command = {
  name: 'do',
  usage: [
    `do STORE --as USER '{"do": …, "args": …}'  does one act, and prints its commit or the refusals as JSON`,
    '  [--id COMMIT] [--profile DIR]           under an id, done again it says how the act stands; as the computer of a profile',
  ],
  run: async (words, print) => {
    const user = takeOption(words, '--as');
    const id = takeOption(words, '--id');
    const profile = takeOption(words, '--profile');
    const [address, written] = takeWords(words, 'STORE', 'ACT');
    if (user === null) throw new UsageError('do needs --as USER');
    const act = readObject(written, 'the act');
    const name = act['do'];
    if (typeof name !== 'string') throw new UsageError('the act has no "do"');
    const opened = await SharedAccount.open(address, { profile });
    if (!opened.ok) {
      print(JSON.stringify({ failure: opened.failure }));
      return 1;
    }
    const account = opened.value;
    try {
      const by = account.personNamed(user);
      if (by === null) throw new UsageError(`nobody, or more than one person, is called ${user}`);
      const done = await account.act({ do: name, args: act['args'] ?? {} }, by, id ?? undefined);
      if (done.ok) print(JSON.stringify(done.value));
      else if (done.failure.kind === 'refused') print(JSON.stringify({ refusals: done.failure.refusals }));
      else print(JSON.stringify({ failure: done.failure.failure, reason: failureLine(done.failure.failure) }));
      return done.ok ? 0 : 1;
    } finally {
      await account.close();
    }
  },
};
