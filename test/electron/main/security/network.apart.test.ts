import { describe, expect, it, vi } from 'vitest';

vi.mock('electron', () => ({ protocol: {} }));
const { mayLoad } = await import('../../../../electron/main/security/network');

describe('a request of the window', () => {
  it('goes through when it is for our own page', () => {
    expect(mayLoad('app://trellis/index.html')).toBe(true);
  });

  it.each([
    'https://example.org/',
    'http://127.0.0.1/',
    'ws://127.0.0.1/',
    'app://trellis.evil/',
    'app://trellis',
    'file:///etc/hosts',
    'ftp://host/',
    'blob:https://example.org/1',
  ])('is cancelled when it is for anything else: %s', (address) => {
    expect(mayLoad(address)).toBe(false);
  });
});
