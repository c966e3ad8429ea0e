import { describe, expect, it } from 'vitest';
import { computerSurroundings } from '../../../renderer/src/data/clock';

describe('ids', () => {
  it('are 24 hexadecimal digits, and never the same, however many are taken', () => {
    const ids = Array.from({ length: 2_000 }, () => computerSurroundings.newCommitId());
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => /^[0-9a-f]{24}$/.test(id))).toBe(true);
  });
});
