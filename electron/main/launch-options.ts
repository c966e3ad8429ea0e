import path from 'node:path';
import { isOwnFileName } from '#core/ledger/file-names';
import { isStandIn } from './vendors/ringover-client';

/** Options of the command line. Paths are absolute. */
export interface LaunchOptions {
  /** Folder that holds everything this installation keeps. */
  readonly profile: string | null;
  readonly sample: boolean;
  /** File to write a picture of the ready window to; the application ends afterwards. */
  readonly screenshot: string | null;
  /** Folder whose ledger the first-start screen offers to join. */
  readonly join: string | null;
  /** Project file to open, or file of licenses to take in. */
  readonly file: string | null;
  /** Server on this computer that stands in for Ringover's, for trials; any other host is refused. */
  readonly ringoverStandIn: string | null;
  /** Milliseconds between two calls to that stand-in; the vendor's pace without one. */
  readonly standInPaceMs: number | null;
}

/** Reads `--profile DIR`, `--sample`, `--screenshot FILE`, `--join DIR`, `--ringover-stand-in URL` and `--stand-in-pace MS` (or `--name=value`); switches of Chromium pass by. */
export function launchOptions(argv: readonly string[], workingFolder: string): LaunchOptions {
  const place = (name: string): string | null => {
    const value = valueOf(argv, name);
    return value === null ? null : path.resolve(workingFolder, value);
  };
  const named = valueOf(argv, '--ringover-stand-in');
  const standIn = named !== null && isStandIn(named) ? named : null;
  const pace = valueOf(argv, '--stand-in-pace');
  return {
    profile: place('--profile'),
    sample: argv.includes('--sample'),
    screenshot: place('--screenshot'),
    join: place('--join'),
    file: openedFile(argv, workingFolder),
    ringoverStandIn: standIn,
    standInPaceMs: standIn !== null && pace !== null && /^\d{1,5}$/.test(pace) ? Number(pace) : null,
  };
}

/** The first name that ends as project files and files of licenses do, and is no option's value. */
function openedFile(argv: readonly string[], workingFolder: string): string | null {
  const found = argv.find(
    (argument, index) =>
      isOwnFileName(argument) &&
      !argument.startsWith('-') &&
      !/^--(profile|screenshot|join)$/.test(argv[index - 1] ?? ''),
  );
  return found === undefined ? null : path.resolve(workingFolder, found);
}

function valueOf(argv: readonly string[], name: string): string | null {
  const joined = argv.find((argument) => argument.startsWith(`${name}=`));
  if (joined !== undefined) return joined.slice(name.length + 1);
  const at = argv.indexOf(name);
  const next = at === -1 ? undefined : argv[at + 1];
  return next === undefined || next.startsWith('--') ? null : next;
}
