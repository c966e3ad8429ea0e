import { describe, expect, it } from 'vitest';
import { mayOpenOutside } from '../../../../electron/main/security/links';

const listed = new Set(['https://help.example']);

describe('a link to outside', () => {
  it.each(['https://help.example', 'https://help.example/page?a=b#c', 'https://HELP.example:443/'])(
    'may be opened when its origin is listed: %s',
    (address) => {
      expect(mayOpenOutside(address, listed)).toBe(true);
    },
  );

  it.each([
    'http://help.example/',
    'https://help.example.evil/',
    'https://evil/https://help.example/',
    'https://help.example:8443/',
    'https://help.example@evil/',
    'https://user:word@help.example/',
    'https://sub.help.example/',
    'file:///help.example',
    'javascript:alert(1)',
    'help.example',
    '',
  ])('may not be opened otherwise: %s', (address) => {
    expect(mayOpenOutside(address, listed)).toBe(false);
  });
});
