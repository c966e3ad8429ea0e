import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { setup } from '../support/run-folder-setup.mjs';

it('what a run of tests leaves behind goes with the folder of the run, and the former one is back', () => {
  const before = tmpdir();
  const remove = setup();
  const during = tmpdir();
  expect(path.dirname(during)).toBe(before);
  mkdirSync(path.join(during, 'trellis-left', 'deep'), { recursive: true });
  writeFileSync(path.join(during, 'trellis-left', 'deep', 'file'), 'left by a program that was killed');
  remove();
  expect([existsSync(during), tmpdir()]).toEqual([false, before]);
});
