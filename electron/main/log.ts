import log from 'electron-log/node';
import path from 'node:path';

const maxLogBytes = 1_000_000;

/**
 * The log holds what happened to the program, never what is in the account: no names, numbers, ids or messages
 * of errors that may quote them.
 */
export function startLog(profileFolder: string): string {
  const file = path.join(profileFolder, 'logs', 'trellis.log');
  log.transports.file.resolvePathFn = () => file;
  log.transports.file.maxSize = maxLogBytes;
  log.transports.console.level = 'warn';
  return file;
}

export function logEvent(event: string, facts: Readonly<Record<string, string | number | boolean>> = {}): void {
  log.info(event, facts);
}

/** Keeps the kind of error and where in our code it happened; its message may quote the account, so it stays out. */
export function logDefect(where: string, error: unknown): void {
  const kind = error instanceof Error ? error.name : typeof error;
  const places = error instanceof Error ? stackPlaces(error) : [];
  log.error('defect', { where, kind, places });
}

/** Cut off after the message first, because a message may have lines that look like places. */
function stackPlaces(error: Error): readonly string[] {
  const stack = error.stack ?? '';
  const messageEnd = stack.indexOf(error.message) + error.message.length;
  return stack
    .slice(messageEnd)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, 10);
}

export function logWindowDefect(kind: string, places: readonly string[]): void {
  log.error('defect', { where: 'window', kind, places });
}
