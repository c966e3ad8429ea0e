import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LoggedAct } from '../support/random/run';
import { playActs } from './random-acts';

const folder = path.join(import.meta.dirname, 'pinned');

/** What was done in runs that once failed, act by act, so that it stays the same whatever chance would choose today. */
function actsIn(file: string): readonly LoggedAct[] {
  return readFileSync(path.join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LoggedAct);
}

describe('what once went wrong', () => {
  it.each(readdirSync(folder).sort())('goes right in %s', (file) => {
    const acts = actsIn(file);
    expect(acts.length).toBeGreaterThan(0);
    expect(playActs(acts)).toBeNull();
  });
});
