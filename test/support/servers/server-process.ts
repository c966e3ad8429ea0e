import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A server that a test started. It is ended by its process id, and at the latest when the tests end. */
export interface ServerProcess {
  readonly pid: number;
  /** What it has said so far. */
  readonly output: () => string;
  readonly hasEnded: () => boolean;
  signal(signal: NodeJS.Signals): void;
  /** Settles when it has ended. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

export interface ServerProgram {
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** The system's user it runs as, where the tests run as root and the server must not. */
  readonly user?: string;
}

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) endGroup(child, 'SIGKILL');
});

/** Signals a server and the workers it has started: some leave theirs behind when only they themselves are ended. */
function endGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

export function startServer({ program, args, env, cwd, user }: ServerProgram): ServerProcess {
  const child = spawn(program, args, {
    cwd: cwd ?? '/',
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    ...idsOf(user),
  });
  running.add(child);
  let said = '';
  let ended = false;
  const hear = (chunk: Buffer): void => {
    said = (said + chunk.toString()).slice(-20_000);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const end = new Promise<void>((resolve) => {
    const settle = (): void => {
      ended = true;
      running.delete(child);
      resolve();
    };
    child.once('exit', settle);
    child.once('error', (error) => {
      said += error.message;
      settle();
    });
  });
  return {
    pid: child.pid ?? -1,
    output: () => said,
    hasEnded: () => ended,
    signal: (signal) => void child.kill(signal),
    stop: async (signal = 'SIGTERM') => {
      if (!ended) endGroup(child, signal);
      await end;
    },
  };
}

/** User and group of the system by its name; nothing where the tests do not run as root, and so cannot become anybody else. */
function idsOf(user: string | undefined): { readonly uid?: number; readonly gid?: number } {
  if (user === undefined || process.getuid?.() !== 0) return {};
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((it) => it.startsWith(`${user}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  if (uid === undefined || gid === undefined) throw new Error(`The system has no user ${user}`);
  return { uid: Number(uid), gid: Number(gid) };
}

/** A folder for a server's files, which belongs to the user it runs as. */
export function serverFolder(name: string, user?: string): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), `trellis-${name}-`));
  const { uid, gid } = idsOf(user);
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) };
}

/** A port of this machine that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port);
        else reject(new Error('The system gave no port'));
      });
    });
  });
}

/** Tries until it succeeds; gives up when the server has ended, or answers nothing for far longer than any machine needs. */
export async function untilAnswers<T>(server: ServerProcess, ask: () => Promise<T>): Promise<T> {
  const latest = Date.now() + 60_000;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (server.hasEnded()) throw new Error(`The server ended before it answered:\n${server.output()}`);
      if (Date.now() > latest) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
