import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const packages = ['pouchdb@9.0.0', 'express-pouchdb@4.2.0', 'express@4.21.2'];

/** PouchDB with a server of itself on this machine, installed in a folder of its own. It keeps running, so that both sides can take turns. */
export class PouchDbPeer {
  private pulls = 0;

  private constructor(private readonly child: ChildProcess) {}

  /** Ready once its server holds so many documents; a measurement of writing makes `appends` of them. */
  static async start(documents: number, appends: number): Promise<PouchDbPeer> {
    const app = process.env['TRELLIS_APP'] ?? process.cwd();
    const folder = path.join(app, 'out', 'bench', 'pouchdb');
    if (!existsSync(path.join(folder, 'node_modules', 'express-pouchdb'))) install(folder);
    rmSync(path.join(folder, 'data'), { recursive: true, force: true });
    cpSync(path.join(app, 'test', 'bench', 'stores', 'pouchdb-peer.mjs'), path.join(folder, 'peer.mjs'));
    const child = fork(path.join(folder, 'peer.mjs'), [String(documents), String(appends)], { cwd: folder });
    const peer = new PouchDbPeer(child);
    await peer.answer();
    return peer;
  }

  /** Seconds in which a newcomer replicates all documents to its disk. */
  pull(): Promise<number> {
    this.pulls += 1;
    return this.ask('pull', `local-${String(this.pulls)}`);
  }

  /** Writes a second, by so many writers at once on documents of their own. */
  writesPerSecond(writers: number): Promise<number> {
    return this.ask('write', `writers-${String(writers)}`, writers);
  }

  stop(): void {
    this.child.disconnect();
  }

  private ask(what: string, ...given: readonly unknown[]): Promise<number> {
    this.child.send({ what, given });
    return this.answer();
  }

  private answer(): Promise<number> {
    return new Promise((resolve, reject) => {
      const onExit = (): void => reject(new Error('The peer has ended'));
      this.child.once('exit', onExit);
      this.child.once('message', (message) => {
        this.child.off('exit', onExit);
        const { value, problem } = message as { readonly value?: number; readonly problem?: string };
        if (value === undefined) reject(new Error(`The peer could not be measured:\n${problem ?? ''}`));
        else resolve(value);
      });
    });
  }
}

function install(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{"private":true}\n');
  const words = ['install', '--save-exact', '--no-audit', '--no-fund', '--loglevel=error', ...packages];
  const installed = spawnSync('npm', words, { cwd: folder, encoding: 'utf8' });
  if (installed.status !== 0) throw new Error(`The peer could not be installed:\n${installed.stderr}`);
}
