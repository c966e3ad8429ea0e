import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { windowFile } from '../../../../electron/main/security/window-files';
import { contentPolicy } from '../../../../electron/main/security/content-policy';

const folder = path.resolve('/application/renderer');

describe('an address of the window', () => {
  it('stands for the file of that name, and the bare host for the page', () => {
    expect(windowFile(folder, 'app://trellis/')).toEqual({
      file: path.join(folder, 'index.html'),
      contentType: 'text/html; charset=utf-8',
    });
    expect(windowFile(folder, 'app://trellis/assets/a%20b.css?x#y')?.file).toBe(path.join(folder, 'assets', 'a b.css'));
  });

  it.each([
    'app://trellis/..%2f..%2fetc%2fhosts.html',
    'app://trellis/%2e%2e/%2e%2e/main/index.js',
    'app://trellis/../../main/index.js',
  ])('stays inside the folder, however it climbs: %s', (address) => {
    expect(windowFile(folder, address)?.file).toMatch(/^\/application\/renderer\//);
  });

  it.each([
    'app://trellis/..%5cmain%5cindex.js',
    'app://trellis/%00index.html',
    'app://trellis/%ff.html',
    'app://trellis/.built-from',
    'app://trellis/index.js.map',
    'app://elsewhere/index.html',
    'app://user@elsewhere/index.html',
    'file:///application/renderer/index.html',
    'nonsense',
  ])('stands for nothing when it is not one of ours: %s', (address) => {
    expect(windowFile(folder, address)).toBeNull();
  });
});

describe('the content policy', () => {
  it('starts from nothing and allows no inline code, no text as code and no other place', () => {
    const policy = contentPolicy('abc');
    expect(policy).toMatch(/^default-src 'none';/);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(policy).toContain(`style-src 'self' 'nonce-abc'`);
    expect(policy).toContain(`script-src 'self';`);
  });
});
