import { describe, expect, it } from 'vitest';
import { refuse } from '#core/rules/refusals';
import { mergeAttention, stillOpen, type AttentionItem } from '#core/ledger/attention';

const item = (id: string, at: string): AttentionItem => ({
  id,
  at,
  do: 'group.create',
  args: {},
  day: '2026-05-01',
  by: 'owner',
  refusals: [refuse('NOT_FOUND', { kind: 'group', id: 'gone' })],
});

describe('the list of what needs attention', () => {
  it('is the same one while nothing joins it and nothing goes, so that whoever shows it draws nothing anew', () => {
    const present = [item('a', '2026-05-01T10:00:00Z')];
    expect(mergeAttention(present, [])).toBe(present);
    expect(stillOpen(present, [])).toBe(present);
  });

  it('is in the order of the acts, whatever is found first', () => {
    const [a, b] = [item('a', '2026-05-01T10:00:00Z'), item('b', '2026-05-01T11:00:00Z')];
    expect(mergeAttention([b], [a]).map(({ id }) => id)).toEqual(['a', 'b']);
  });
});
