import { ownerId } from '#core/intents/account-intents';
import type { DigestAnswer } from '#core/queries/digest';
import { readLedger } from '../read-ledger';
import { takeWords, utcToday, type Command } from './command';

export const verify: Command = {
  name: 'verify',
  usage: ['verify STORE                              checks a ledger’s chain and replays it through the rules'],
  run: async (words, print) => {
    const [address] = takeWords(words, 'STORE');
    const reading = await readLedger(address);
    if (!reading.ok) {
      print(`not verified: ${JSON.stringify(reading.failure)}`);
      return 1;
    }
    const { replica, voided, report } = reading.value;
    for (const remark of report.remarks) print(`remark: ${remark.kind} ${remark.place}`);
    for (const { seq, id, refusals } of voided)
      print(`void: commit ${String(seq)} ${id} ${refusals.map(({ code, rule }) => `${code} (${rule})`).join(', ')}`);
    const digest = replica.ask('digest', {}, { day: utcToday(), by: ownerId }) as DigestAnswer;
    print(
      `${voided.length === 0 ? 'verified' : 'not verified'}: ${String(replica.head?.seq ?? 0)} commits, ${String(voided.length)} void`,
    );
    print(`head ${replica.head?.hash ?? 'none'}`);
    print(`digest ${digest.hash}`);
    return voided.length === 0 ? 0 : 1;
  },
};
