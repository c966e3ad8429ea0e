import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { letHang } from '../support/hanging-share';

const runner = path.resolve(import.meta.dirname, '..', '..', 'dist', 'headless', 'trellis.mjs');
const root = mkdtempSync(path.join(tmpdir(), 'trellis-out-of-reach-'));

afterAll(() => rmSync(root, { recursive: true, force: true }));

function trellis(...words: readonly string[]): Promise<{ readonly code: number | null; readonly said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [runner, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()));
    child.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()));
    child.on('close', (code) => resolve({ code, said }));
  });
}

describe('the headless runner on a share that hangs', () => {
  it('says after half a minute that it is out of reach, and ends', async () => {
    const share = path.join(root, 'share');
    mkdirSync(share);
    expect(await trellis('store', 'init', share, '--name', 'Harbour')).toMatchObject({ code: 0 });
    const comesBack = await letHang(share);
    const verified = await trellis('verify', share);
    await comesBack();
    expect(verified).toMatchObject({ code: 1, said: expect.stringContaining('offline') as string });
    expect(await trellis('verify', share)).toMatchObject({ code: 0 });
  });
});
