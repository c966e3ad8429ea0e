import { describe, expect, it } from 'vitest';
import { writePath } from '../../../shared/kernel/written-path';

describe('a path', () => {
  it('isolates the names that are written from right to left, and no others', () => {
    expect(writePath(['Sunrise', 'בית 3', 'Floor 1', 'مبنى'])).toBe(
      'Sunrise › \u2068בית 3\u2069 › Floor 1 › \u2068مبنى\u2069',
    );
  });

  it('isolates letters beyond the first plane too', () => {
    expect(writePath(['\u{1e900}\u{1e901}', 'Floor 1'])).toBe('\u2068\u{1e900}\u{1e901}\u2069 › Floor 1');
  });
});
