import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { makeFolder } from '../../main/files/make-folder';
import { handoverOf, type Handover, type HandoverAsk } from '#core/handover/handover';
import { ownerId } from '#core/intents/account-intents';
import { jobFile, type HandoverJob, type JobLine } from '../../main/handover/job-format';
import { readLedger } from '../read-ledger';
import { dayIn } from '../shared-account';
import { languages } from '#core/kernel/language';
import { takeLanguage, takeOption, takeSwitch, takeWords, UsageError, type Command } from './command';

/** Where the window's engine is; told by the script that starts this program. */
interface Engine {
  readonly executable: string;
  readonly flags: readonly string[];
  readonly application: string;
}

function engineOf(settings: NodeJS.ProcessEnv): Engine | null {
  const { TRELLIS_ELECTRON: executable, TRELLIS_ELECTRON_FLAGS: flags, TRELLIS_APP: application } = settings;
  if (executable === undefined || application === undefined) return null;
  return { executable, application, flags: JSON.parse(flags ?? '[]') as readonly string[] };
}

/** Prints what stands in a job by the window's engine, in a process of its own that no window is shown by. */
async function printed(engine: Engine, job: HandoverJob, onLine: (line: JobLine) => void): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'trellis-handover-'));
  try {
    const main = path.relative(folder, path.join(engine.application, 'dist', 'app', 'main', 'handover-job.js'));
    await writeFile(
      path.join(folder, 'package.json'),
      JSON.stringify({ name: 'trellis-handover', version: '0.0.0', main }),
    );
    await writeFile(path.join(folder, jobFile), JSON.stringify(job));
    const child = spawn(engine.executable, [folder, ...engine.flags], { stdio: ['ignore', 'pipe', 'ignore'] });
    const giveUp = (): void => void child.kill('SIGTERM');
    process.once('SIGINT', giveUp);
    const ended = new Promise<void>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', () => resolve());
    });
    createInterface({ input: child.stdout }).on('line', (text) => {
      if (text.startsWith('{')) onLine(JSON.parse(text) as JobLine);
    });
    await ended;
    process.off('SIGINT', giveUp);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export const handover: Command = {
  name: 'handover',
  usage: [
    `handover STORE --group ID --out FOLDER [--language ${languages.join('|')}] [--without-cards] [--json]`,
    '                                          prints the papers of a building or complex and a card for each of',
    '                                          its apartments, as PDF; needs a display, as the window does',
  ],
  run: async (words, print) => {
    const groupId = takeOption(words, '--group');
    const out = takeOption(words, '--out');
    const language = takeLanguage(words);
    const withoutCards = takeSwitch(words, '--without-cards');
    const json = takeSwitch(words, '--json');
    const [address] = takeWords(words, 'STORE');
    if (groupId === null) throw new UsageError('--group ID says what is handed over');
    if (out === null) throw new UsageError('--out FOLDER says where to');
    const engine = engineOf(process.env);
    if (engine === null) throw new UsageError('papers are printed by the window: start this by npm run trellis');
    const read = await paperContents(address, groupId);
    if (typeof read === 'string') {
      print(json ? JSON.stringify({ error: { code: read, place: groupId } }) : `${read}: ${groupId}`);
      return 2;
    }
    const into = path.resolve(out);
    await makeFolder(into);
    const lines: JobLine[] = [];
    await printed(engine, { handover: read, language, cards: !withoutCards, into }, (line) => {
      if (!('progress' in line)) lines.push(line);
      else if (!json)
        print(`${String(Math.floor(line.progress.done) + 1)} of ${String(line.progress.of)}: ${line.progress.name}`);
    });
    const [outcome] = lines;
    if (outcome === undefined || !('made' in outcome) || outcome.made === null) {
      const failure =
        outcome !== undefined && 'failure' in outcome ? outcome.failure : { kind: 'not-printed' as const };
      print(json ? JSON.stringify({ error: failure }) : 'detail' in failure ? failure.detail : 'nothing was printed');
      return 2;
    }
    if (json) print(JSON.stringify(outcome.made));
    else print(`printed: ${String(outcome.made.files.length)} documents in ${outcome.made.folder}`);
    return 0;
  },
};

async function paperContents(address: string, groupId: string): Promise<Handover | 'STORE' | 'NOT_FOUND'> {
  const reading = await readLedger(address);
  if (!reading.ok) return 'STORE';
  const { replica } = reading.value;
  const day = dayIn(replica.model.account.timeZone, new Date());
  const ask: HandoverAsk = (query, args) => replica.ask(query, args, { day, by: ownerId }) as ReturnType<typeof ask>;
  return handoverOf(replica.model, ask, groupId, day) ?? 'NOT_FOUND';
}
