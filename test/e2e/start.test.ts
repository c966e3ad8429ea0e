import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { removeFolder, temporaryFolder } from '../support/trellis-window';

const application = process.env['TRELLIS_APP'] ?? '';
const folder = temporaryFolder('start');

afterAll(() => removeFolder(folder));

function start(args: readonly string[], env: NodeJS.ProcessEnv = process.env) {
  const result = spawnSync(process.execPath, [path.join(application, 'scripts', 'start.mjs'), ...args], {
    env,
    encoding: 'utf8',
    timeout: 100_000,
  });
  return { code: result.status, said: result.stderr };
}

describe('npm start', () => {
  it('opens the sample, writes a picture of the ready window and ends well', () => {
    const picture = path.join(folder, 'deep', 'sample.png');
    const { code } = start(['--sample', '--screenshot', picture]);
    expect(code).toBe(0);
    const bytes = readFileSync(picture);
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(bytes.readUInt32BE(16)).toBeGreaterThanOrEqual(960);
  });

  it('installs and builds nothing when everything is there', () => {
    const { code, said } = start(['--screenshot', path.join(folder, 'again.png')]);
    expect(code).toBe(0);
    expect(said).not.toMatch(/installing|fetching|downloading|building/);
  });

  it('uses a virtual display where there is none, and says so', () => {
    const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
    const { code, said } = start(['--screenshot', path.join(folder, 'virtual.png')], env);
    expect(code).toBe(0);
    if (process.platform === 'linux') expect(said).toContain('a virtual one (Xvfb) is used');
  });

  it('leaves no profile behind that it made for a picture', () => {
    const before = profiles();
    start(['--screenshot', path.join(folder, 'tidy.png')]);
    expect(profiles()).toEqual(before);
  });

  it('says why when there is no picture to write to', () => {
    const file = path.join(folder, 'a-file');
    writeFileSync(file, '');
    const { code, said } = start(['--screenshot', path.join(file, 'picture.png')]);
    expect(code).toBe(1);
    expect(said).toContain('No picture was written');
  });
});

describe('a profile that cannot be', () => {
  const file = path.join(folder, 'no-folder');
  const places = [
    ['is a file', file, 'ENOTDIR'],
    ['would be below a file', path.join(file, 'profile'), 'ENOTDIR'],
    ...(process.platform === 'linux'
      ? [['would be where the system makes no folders', '/proc/trellis/profile', 'ENOENT'] as const]
      : []),
  ] as const;

  it.each(places)('is said at once, with its place and the reason: it %s', (_what, profile, code) => {
    writeFileSync(file, '');
    const { code: status, said } = start(['--profile', profile]);
    expect(said).toContain(`Trellis keeps everything in ${profile}, and cannot write there (${code}).`);
    expect(status).toBe(1);
    expect(readFileSync(file, 'utf8')).toBe('');
  });
});

function profiles(): readonly string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith('trellis-picture-'));
}
