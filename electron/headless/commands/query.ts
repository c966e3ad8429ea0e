import { isDay } from '#core/kernel/day';
import { ownerId } from '#core/intents/account-intents';
import { readLedger } from '../read-ledger';
import { dayIn } from '../shared-account';
import { takeOption, takeWords, UsageError, type Command } from './command';
import { readObject } from './do';

export const query: Command = {
  name: 'query',
  usage: [
    `query STORE NAME '{…}'                    answers a query as JSON, as of today in the account’s time zone`,
    '  [--on DAY] [--as USER]                  or another day, for the owner or another person',
  ],
  run: async (words, print) => {
    const on = takeOption(words, '--on');
    const by = takeOption(words, '--as') ?? ownerId;
    const [address, name, written] = takeWords(words.length === 2 ? [...words, '{}'] : words, 'STORE', 'NAME', 'ARGS');
    const args = readObject(written, 'what the query is asked');
    if (on !== null && !isDay(on)) throw new UsageError(`${on} is not a day, YYYY-MM-DD`);
    const reading = await readLedger(address);
    if (!reading.ok) {
      print(JSON.stringify({ failure: reading.failure }));
      return 1;
    }
    const { replica } = reading.value;
    const day = on ?? dayIn(replica.model.account.timeZone, new Date());
    const answer = replica.ask(name, args, { day, by });
    print(JSON.stringify(answer, null, 2));
    return typeof answer === 'object' && answer !== null && 'refusals' in answer ? 1 : 0;
  },
};
