import { describe, expect, it, vi } from 'vitest';
import { contentPolicy } from '../../../../electron/main/security/content-policy';
import { developmentServer, serverAt } from '../../../../electron/main/security/development';

vi.mock('electron', () => ({ protocol: {} }));
const { mayLoad } = await import('../../../../electron/main/security/network');

const server = { origin: 'http://127.0.0.1:5173', socket: 'ws://127.0.0.1:5173' };

describe('the server of the window while it is worked on', () => {
  it('is none where it is not built for that, whatever the surroundings say', () => {
    expect(developmentServer('http://127.0.0.1:5173/')).toBeNull();
  });

  it('is on this computer', () => {
    expect(serverAt('http://127.0.0.1:5173/')).toEqual(server);
  });

  it.each([
    'http://example.org:5173/',
    'http://127.0.0.1.example.org/',
    'https://127.0.0.1/',
    'http://user@127.0.0.1/',
    'file:///etc/hosts',
    'nothing',
    '',
    undefined,
  ])('is nowhere else: %s', (address) => {
    expect(serverAt(address)).toBeNull();
  });

  it('may tell the window what has changed, and nothing more comes or goes', () => {
    expect(mayLoad('ws://127.0.0.1:5173/?token=a', server)).toBe(true);
    expect(mayLoad('ws://127.0.0.1:5173/?token=a')).toBe(false);
    for (const address of ['ws://127.0.0.1:51730/', 'http://127.0.0.1:5173/', 'ws://example.org/'])
      expect(mayLoad(address, server)).toBe(false);
  });

  it('changes the policy by the one script in the page and the one socket', () => {
    const built = contentPolicy('n').split('; ');
    const development = contentPolicy('n', server).split('; ');
    expect(development.filter((line) => !built.includes(line))).toEqual([
      `script-src 'self' 'nonce-n'`,
      `connect-src 'self' ws://127.0.0.1:5173`,
    ]);
  });
});
