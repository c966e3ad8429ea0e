import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logDefect, startLog } from '../../../electron/main/log';

describe('the log', () => {
  let profile: string;
  let file: string;
  beforeAll(() => {
    profile = mkdtempSync(path.join(tmpdir(), 'trellis-log-'));
    file = startLog(profile);
  });
  afterAll(() => rmSync(profile, { recursive: true }));

  it('keeps the kind and the place of a defect, and nothing of its message', () => {
    logDefect('ledger.append', new TypeError('Anna Schmidt\n    at +49 30 1234567'));
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('TypeError');
    expect(text).toContain('ledger.append');
    expect(text).toContain('log.test');
    expect(text).not.toMatch(/Anna|1234567/);
  });

  it('keeps no text that was thrown instead of an error', () => {
    logDefect('main', 'Bruno Meyer');
    expect(readFileSync(file, 'utf8')).not.toContain('Bruno');
  });
});
