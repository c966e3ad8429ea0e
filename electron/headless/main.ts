import { hashNatively } from '../main/files/sha256';
import { UsageError } from './commands/command';
import { commands } from './commands/commands';
import { closePlaces } from './places';

const usage = [
  'usage:',
  ...commands.flatMap((command) => command.usage.map((line) => (line.startsWith(' ') ? line : `  trellis ${line}`))),
  '',
  'STORE is folder:PATH, kept:PATH or a path, postgres://USER@HOST/DATABASE/NAME, webdav+https://USER@HOST/FOLDER/,',
  'or kept:webdav+https://USER@HOST/FOLDER/ where the server only carries files.',
  'A password comes from the environment: TRELLIS_PASSWORD.',
].join('\n');

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function main([name, ...words]: readonly string[]): Promise<number> {
  try {
    const command = commands.find((candidate) => candidate.name === name);
    if (command !== undefined) return await command.run(words, print);
    throw new UsageError(name === undefined ? 'no command is named' : `there is no command ${name}`);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n${usage}\n`);
    return 2;
  } finally {
    await closePlaces();
  }
}

hashNatively();
process.exitCode = await main(process.argv.slice(2));
