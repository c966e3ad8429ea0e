import { describe, expect, it } from 'vitest';
import { historySteps } from '../../../renderer/src/data/history-steps';
import type { CommitRecord } from '#core/ledger/replica';

let seq = 0;

function record(id: string, part: Partial<CommitRecord> = {}): CommitRecord {
  seq += 1;
  return {
    id,
    seq,
    at: '',
    day: '2026-01-01',
    by: 'owner',
    device: 'here',
    do: 'group.create',
    args: {},
    changes: [],
    ...part,
  };
}

function undo(id: string, commit: string): CommitRecord {
  return record(id, { do: 'undo', args: { commit } });
}

function stepsOf(...records: readonly CommitRecord[]) {
  const steps = historySteps(records, 'owner', 'here');
  return {
    undoable: steps.undoable.map((step) => `${step.act.id} by ${step.target}`),
    redoable: steps.redoable.map((step) => `${step.act.id} by ${step.target}`),
  };
}

describe('steps to take back', () => {
  it('are the acts, newest first, without the opening of the account', () => {
    expect(stepsOf(record('o', { do: 'account.open' }), record('a'), record('b'))).toEqual({
      undoable: ['b by b', 'a by a'],
      redoable: [],
    });
  });

  it('leave out who was let in and shut out, which nothing takes back, and keep what could be done again', () => {
    const keys = ['keys.enable', 'key.invite', 'key.certify', 'key.revoke'].map((name) => record(name, { do: name }));
    expect(stepsOf(record('a'), record('b'), undo('u', 'b'), ...keys)).toEqual({
      undoable: ['a by a'],
      redoable: ['b by u'],
    });
  });

  it('leave out what others did, and what was done on another computer', () => {
    expect(stepsOf(record('a'), record('b', { by: 'bob' }), record('c', { device: 'there' })).undoable).toEqual([
      'a by a',
    ]);
  });

  it('become steps to do again, by taking back the undo', () => {
    expect(stepsOf(record('a'), record('b'), undo('u', 'b'))).toEqual({ undoable: ['a by a'], redoable: ['b by u'] });
  });

  it('come back by redo, and are then taken back by the redo', () => {
    expect(stepsOf(record('a'), record('b'), undo('u', 'b'), undo('r', 'u'))).toEqual({
      undoable: ['b by r', 'a by a'],
      redoable: [],
    });
    expect(stepsOf(record('a'), undo('u', 'a'), undo('r', 'u'), undo('u2', 'r'))).toEqual({
      undoable: [],
      redoable: ['a by u2'],
    });
  });

  it('can be taken back and done again many deep, in order', () => {
    const both = [record('a'), record('b'), undo('u1', 'b'), undo('u2', 'a')];
    expect(stepsOf(...both)).toEqual({ undoable: [], redoable: ['a by u2', 'b by u1'] });
    expect(stepsOf(...both, undo('r', 'u2'))).toEqual({ undoable: ['a by r'], redoable: ['b by u1'] });
  });

  it('cannot be done again after something new', () => {
    expect(stepsOf(record('a'), undo('u', 'a'), record('b'))).toEqual({ undoable: ['b by b'], redoable: [] });
  });

  it('are taken out of the middle when an older act is undone from the history', () => {
    expect(stepsOf(record('a'), record('b'), undo('u', 'a'))).toEqual({ undoable: ['b by b'], redoable: ['a by u'] });
  });
});
