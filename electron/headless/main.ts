import { isDay } from '#core/kernel/day';
import { ownerId } from '#core/intents/account-intents';
import type { DigestAnswer } from '#core/queries/digest';
import { readLedger } from './read-ledger';
import { runScenarios } from './run-scenarios';

const usage = `usage:
  trellis run FILE.jsonl… [--remote URL]   runs scenarios
  trellis verify FOLDER                    checks a ledger's chain and replays it through the rules
  trellis state FOLDER [--on DAY]          prints an account's state as JSON, as of today or another day`;

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The value of an option, taken out of the words. */
function takeOption(words: string[], name: string): string | null {
  const index = words.indexOf(name);
  if (index < 0) return null;
  const [, value] = words.splice(index, 2);
  if (value === undefined) throw new UsageError(`${name} needs a value`);
  return value;
}

class UsageError extends Error {}

async function runCommand(words: string[]): Promise<number> {
  const remote = takeOption(words, '--remote');
  if (words.length === 0) throw new UsageError('no scenario file is named');
  const result = await runScenarios(words, remote, print);
  return result.unreadable > 0 ? 2 : result.failed > 0 ? 1 : 0;
}

async function verifyCommand(words: string[]): Promise<number> {
  const [folder, ...rest] = words;
  if (folder === undefined || rest.length > 0) throw new UsageError('verify takes one folder');
  const reading = await readLedger(folder);
  if (!reading.ok) {
    print(`not verified: ${JSON.stringify(reading.failure)}`);
    return 1;
  }
  const { replica, voided, report } = reading;
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
}

async function stateCommand(words: string[]): Promise<number> {
  const day = takeOption(words, '--on') ?? utcToday();
  const [folder, ...rest] = words;
  if (folder === undefined || rest.length > 0) throw new UsageError('state takes one folder');
  if (!isDay(day)) throw new UsageError(`${day} is not a day, YYYY-MM-DD`);
  const reading = await readLedger(folder);
  if (!reading.ok) {
    print(JSON.stringify({ failure: reading.failure }));
    return 1;
  }
  const { replica } = reading;
  const ask = (query: string, args: unknown = {}): unknown => replica.ask(query, args, { day, by: ownerId });
  const { rootId } = replica.model.account;
  const pools = [...replica.model.pools()].sort().map((groupId) => ask('pool', { groupId }));
  print(
    JSON.stringify(
      {
        day,
        head: replica.head,
        account: ask('account'),
        digest: ask('digest'),
        tree: ask('tree'),
        pools,
        users: ask('users', { groupId: rootId, subgroups: true }),
      },
      null,
      2,
    ),
  );
  return 0;
}

/** Today in UTC: what a ledger is looked at from when no day is named. */
function utcToday(): string {
  return new Date().toISOString().slice(0, 10);
}

async function main(words: string[]): Promise<number> {
  const [command, ...rest] = words;
  try {
    switch (command) {
      case 'run':
        return await runCommand(rest);
      case 'verify':
        return await verifyCommand(rest);
      case 'state':
        return await stateCommand(rest);
      default:
        throw new UsageError(command === undefined ? 'no command is named' : `there is no command ${command}`);
    }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n${usage}\n`);
    return 2;
  }
}

process.exitCode = await main(process.argv.slice(2));
