import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const folder = import.meta.dirname;
const runner = path.resolve(folder, '..', '..', 'dist', 'headless', 'trellis.mjs');
let root: string;

beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'trellis-headless-'));
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

function trellis(...words: readonly string[]): { readonly code: number | null; readonly output: string } {
  const run = spawnSync(process.execPath, [runner, ...words], {
    encoding: 'utf8',
    env: { ...process.env, TRELLIS_PROFILE: path.join(root, 'profile') },
  });
  return { code: run.status, output: run.stdout + run.stderr };
}

describe('the headless runner over a place that only carries files', () => {
  it('tells the same stories, and then verifies, prints and names the keeper of what they left there', () => {
    const remote = path.join(root, 'remote');
    const run = trellis('run', path.join(folder, '05-offline-and-sync.jsonl'), '--remote', `kept:${remote}`);
    expect(run).toMatchObject({ code: 0 });
    const [ledger = ''] = readdirSync(remote);
    const place = path.join(remote, ledger);
    for (const address of [`kept:${place}`, `folder:${place}`, place]) {
      expect(trellis('verify', address)).toMatchObject({
        code: 0,
        output: expect.stringContaining('verified: ') as string,
      });
      expect(JSON.parse(trellis('state', address).output)).toMatchObject({ tree: { name: 'Account' } });
    }
    expect(trellis('store', 'keeper', place).output).toMatch(/^keeper: headless \(headless\), .*\nterm: 1000\n/);
  });

  it('begins an account there, and says whose it is', () => {
    const place = path.join(root, 'begun');
    expect(trellis('store', 'init', `kept:${place}`, '--name', 'Works')).toMatchObject({ code: 0 });
    expect(trellis('store', 'check', place).output).toMatch(/^kept: begun\nledger [0-9a-f-]{36}\nhead 1 /);
    expect(trellis('store', 'keeper', place, '--hand-over', 'nobody').output).toContain('Nothing is known');
    expect(JSON.parse(trellis('state', place).output)).toMatchObject({ tree: { name: 'Works' } });
    // What the folder loses is put back from what the profile has seen.
    const [computer = ''] = readdirSync(place).filter((name) => name !== 'ledger.json');
    rmSync(path.join(place, computer, 'log'), { recursive: true });
    expect(trellis('verify', place).code).toBe(1);
    const healed = trellis('store', 'heal', place, '--profile', path.join(root, 'profile'));
    expect(healed).toMatchObject({ code: 0, output: expect.stringContaining('in order: 1 commits') as string });
    expect(trellis('verify', place)).toMatchObject({ code: 0 });
  });

  it('puts an act in order at once where this computer keeps the order', () => {
    const place = path.join(root, 'acted');
    expect(trellis('store', 'init', `kept:${place}`, '--name', 'Works')).toMatchObject({ code: 0 });
    for (const id of ['north', 'south']) {
      const act = { do: 'group.create', args: { id, parentId: 'root', kind: 'complex', name: id } };
      const done = trellis('do', place, '--as', 'owner', JSON.stringify(act));
      expect(done.code).toBe(0);
      expect(JSON.parse(done.output)).toEqual({ commit: expect.any(String) as string, warnings: [] });
    }
    expect(trellis('verify', place).output).toContain('verified: 3 commits');
    expect(trellis('query', place, 'tree', '{}').output).toContain('"south"');
  });

  it('takes the office by force, and hands it over', () => {
    const [ledger = ''] = readdirSync(path.join(root, 'remote'));
    const place = path.join(root, 'place');
    cpSync(path.join(root, 'remote', ledger), place, { recursive: true });
    expect(trellis('store', 'keeper', place, '--stand').output).toContain('election: ');
    expect(trellis('store', 'keeper', place, '--hand-over', 'headless')).toMatchObject({
      code: 1,
      output: expect.stringContaining('forbidden') as string,
    });
    const forced = trellis('store', 'keeper', place, '--force');
    expect(forced).toMatchObject({ code: 0, output: expect.stringContaining('which is here') as string });
    expect(trellis('store', 'keeper', place, '--hand-over', 'headless').output).toMatch(
      /^keeper: headless \(headless\), /,
    );
    expect(trellis('verify', place)).toMatchObject({ code: 0 });
    expect(trellis('store', 'keeper', place, '--hand-over').code).toBe(2);
  });
});
