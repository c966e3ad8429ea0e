import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** One running Syncthing with one shared folder. It talks to its peers over this machine only. */
export interface Syncthing {
  /** The folder that it copies. */
  readonly folder: string;
  /** Has it look at its folder at once, and waits until it has. */
  readonly scan: () => Promise<void>;
  /** Stops copying to and from the others, and starts again. */
  readonly pause: () => Promise<void>;
  readonly resume: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const folderId = 'trellis';

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

interface Peer {
  readonly id: string;
  readonly port: number;
}

/** The whole configuration: nothing is announced, relayed, reported or updated, and conflict copies are kept. */
function configuration(own: Peer, peers: readonly Peer[], gui: number, key: string, folder: string): string {
  const device = ({ id, port }: Peer): string =>
    `<device id="${id}" compression="never"><address>tcp://127.0.0.1:${String(port)}</address></device>`;
  const options: Readonly<Record<string, string>> = {
    listenAddress: `tcp://127.0.0.1:${String(own.port)}`,
    globalAnnounceEnabled: 'false',
    localAnnounceEnabled: 'false',
    relaysEnabled: 'false',
    natEnabled: 'false',
    urAccepted: '-1',
    crashReportingEnabled: 'false',
    autoUpgradeIntervalH: '0',
    startBrowser: 'false',
    reconnectionIntervalS: '1',
    stunKeepaliveStartS: '0',
    setLowPriority: 'false',
  };
  return `<configuration version="36">
<folder id="${folderId}" label="" path="${folder}" type="sendreceive" rescanIntervalS="3600" fsWatcherEnabled="true" fsWatcherDelayS="1">
${peers.map(({ id }) => `<device id="${id}"/>`).join('')}
<minDiskFree unit="%">0</minDiskFree><maxConflicts>10</maxConflicts><order>random</order><markerName>.stfolder</markerName>
</folder>
${peers.map(device).join('\n')}
<gui enabled="true" tls="false"><address>127.0.0.1:${String(gui)}</address><apikey>${key}</apikey></gui>
<options>${Object.entries(options)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join('')}</options>
</configuration>
`;
}

/** The version of the program that is installed. */
export async function syncthingVersion(): Promise<string> {
  const { stdout } = await run('syncthing', ['--version']);
  return stdout.split(' ')[1] ?? '';
}

/** Starts as many as are asked for, each with a folder of its own below `root`, all of them sharing it. */
export async function startSyncthings(root: string, count: number): Promise<readonly Syncthing[]> {
  const homes = Array.from({ length: count }, (_, index) => join(root, `syncthing-${String(index)}`));
  const peers: Peer[] = [];
  for (const home of homes) {
    await run('syncthing', ['generate', `--home=${home}`, '--no-default-folder', '--skip-port-probing']);
    const id = /<device id="([A-Z0-9-]{63})"/.exec(await readFile(join(home, 'config.xml'), 'utf8'))?.[1];
    if (id === undefined) throw new Error('Syncthing made no id');
    peers.push({ id, port: await freePort() });
  }
  return Promise.all(
    homes.map(async (home, index) => {
      const folder = join(root, `folder-${String(index)}`);
      await mkdir(join(folder, '.stfolder'), { recursive: true });
      const gui = await freePort();
      const key = `key-${String(index)}-${String(gui)}`;
      await writeFile(join(home, 'config.xml'), configuration(peers[index] as Peer, peers, gui, key, folder));
      return start(home, folder, gui, key);
    }),
  );
}

async function start(home: string, folder: string, gui: number, key: string): Promise<Syncthing> {
  const child: ChildProcess = spawn('syncthing', ['serve', `--home=${home}`, '--no-browser', '--no-restart'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, STNOUPGRADE: '1', STNODEFAULTFOLDER: '1' },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data: Buffer) => (output += data.toString()));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const call = async (method: string, path: string): Promise<Response> => {
    const answer = await fetch(`http://127.0.0.1:${String(gui)}/rest/${path}`, {
      method,
      headers: { 'X-API-Key': key },
    });
    if (!answer.ok) throw new Error(`${path}: ${String(answer.status)}`);
    return answer;
  };
  for (let tries = 0; ; tries += 1) {
    if (child.exitCode !== null || tries > 600) throw new Error(`Syncthing did not start:\n${output}`);
    try {
      await call('GET', 'system/ping');
      break;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  return {
    folder,
    scan: async () => {
      await call('POST', `db/scan?folder=${folderId}`);
    },
    pause: async () => {
      await call('POST', 'system/pause');
    },
    resume: async () => {
      await call('POST', 'system/resume');
    },
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
