import { ownerId } from '#core/intents/account-intents';
import type { KeyRegister } from '#core/intents/key-intents';
import type { CommitRecord } from '#core/intents/commit-history';
import type { AppendSignature } from '#core/ledger/store';
import type { DigestAnswer } from '#core/queries/digest';
import { sixWords } from '../../main/trust/words';
import { readLedger } from '../read-ledger';
import { takeOption, takeWords, utcToday, type Command } from './command';

export const verify: Command = {
  name: 'verify',
  usage: [
    'verify STORE [--kept FILE]                checks a ledger’s chain and replays it through the rules;',
    '  FILE keeps what an unprotected one came to: the next time only what came since is replayed',
  ],
  run: async (words, print) => {
    const keptIn = takeOption(words, '--kept');
    const [address] = takeWords(words, 'STORE');
    const reading = await readLedger(address, keptIn === null ? 'beginning' : { keptIn });
    if (!reading.ok) {
      print(`not verified: ${JSON.stringify(reading.failure)}`);
      return 1;
    }
    const { replica, voided, report, register, appends, begins } = reading.value;
    for (const remark of report.remarks) print(`remark: ${remark.kind} ${remark.place}`);
    for (const { seq, id, do: name, by, at, refusals } of voided)
      print(
        `void: commit ${String(seq)} ${id} ${name} by ${by} at ${at}: ${refusals.map(({ code, rule }) => `${code} (${rule})`).join(', ')}`,
      );
    const digest = replica.ask('digest', {}, { day: utcToday(), by: ownerId }) as DigestAnswer;
    print(
      `${voided.length === 0 ? 'verified' : 'not verified'}: ${String(replica.head?.seq ?? 0)} commits, ${String(voided.length)} void`,
    );
    if (begins !== null)
      print(
        `verified from the checkpoint at commit ${String(begins.seq)} on, which an act of the account names; what was before is no longer in the place`,
      );
    for (const line of signersOf(register, replica.records, appends)) print(line);
    print(`head ${replica.head?.hash ?? 'none'}`);
    if (register.isProtected)
      print(`six words ${sixWords('head', replica.ledger, replica.head?.hash ?? '').join(' ')}`);
    print(`digest ${digest.hash}`);
    return voided.length === 0 ? 0 : 1;
  },
};

/** A line for each computer: whose it is, since when it counts, what it signed. */
function signersOf(
  register: KeyRegister,
  records: readonly CommitRecord[],
  appends: readonly AppendSignature[],
): readonly string[] {
  if (!register.isProtected)
    return ['unprotected: nobody has signed, and whoever can write there can claim to be anybody'];
  const unsigned = records.filter(({ key, isGone }) => key === undefined && isGone !== true).length;
  return [
    `protected from commit ${String(register.since)} on; ${String(unsigned)} acts before it are not signed`,
    ...register.computers.map(({ id, name, userId, admitted, revoked }) => {
      const acts = records.filter(({ key }) => key === id).length;
      const ends = appends.filter(({ key }) => key === id).length;
      const until = revoked === null ? '' : `, shut out by commit ${String(revoked)}`;
      return `signer ${id} ${name} of ${userId}: let in by commit ${String(admitted.seq)} (${admitted.how})${until}; ${String(acts)} acts, ${String(ends)} appends`;
    }),
  ];
}
