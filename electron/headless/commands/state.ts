import { isDay } from '#core/kernel/day';
import { ownerId } from '#core/intents/account-intents';
import { readLedger } from '../read-ledger';
import { takeOption, takeSwitch, takeWords, UsageError, utcToday, type Command } from './command';

export const state: Command = {
  name: 'state',
  usage: [
    'state STORE [--on DAY]                    prints an account as JSON, as of today or another day;',
    '  --from-checkpoint                       without replaying what two computers have confirmed, which a',
    '                                          long ledger does by itself; --from-beginning replays all of it',
  ],
  run: async (words, print) => {
    const day = takeOption(words, '--on') ?? utcToday();
    const fromCheckpoint = takeSwitch(words, '--from-checkpoint');
    const fromBeginning = takeSwitch(words, '--from-beginning');
    const [address] = takeWords(words, 'STORE');
    if (!isDay(day)) throw new UsageError(`${day} is not a day, YYYY-MM-DD`);
    if (fromBeginning && fromCheckpoint) throw new UsageError('either --from-beginning or --from-checkpoint');
    const from = fromBeginning ? 'beginning' : fromCheckpoint ? 'checkpoint' : 'quickest';
    const reading = await readLedger(address, from);
    if (!reading.ok) {
      print(JSON.stringify({ failure: reading.failure }));
      return 1;
    }
    const { replica } = reading.value;
    const ask = (query: string, args: unknown = {}): unknown => replica.ask(query, args, { day, by: ownerId });
    const { rootId } = replica.model.account;
    const pools = [...replica.model.pools()].sort().map((groupId) => ask('pool', { groupId }));
    const about = {
      day,
      head: replica.head,
      account: ask('account'),
      digest: ask('digest'),
      tree: ask('tree'),
      pools,
      voided: ask('voided'),
      users: ask('users', { groupId: rootId, subgroups: true }),
    };
    print(JSON.stringify(about, null, 2));
    return 0;
  },
};
