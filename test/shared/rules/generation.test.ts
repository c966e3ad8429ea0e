import { describe, expect, it } from 'vitest';
import {
  checkPlan,
  countPlanned,
  numberOfGroup,
  planGroups,
  type GeneratePlan,
  type PlannedGroup,
} from '#core/rules/generation';

/** A plan as somebody writes it, with what is left out filled in as the intent does. */
function aPlan(given: Partial<GeneratePlan> = {}): GeneratePlan {
  return {
    kind: 'apartment',
    count: 3,
    start: 1,
    name: '{n}',
    code: '',
    skip: [],
    numbering: 'perParent',
    pad: 0,
    ...given,
  };
}

const building = { number: 7, isFloor: false };

function namesUnder(plan: GeneratePlan, parent = building, taken: readonly string[] = []): unknown {
  const generation = planGroups(plan, parent, new Set(taken));
  return generation.kind === 'planned' ? generation.groups.map(withChildren) : generation;
}

function withChildren(group: PlannedGroup): unknown {
  return group.children.length === 0 ? group.name : [group.name, group.children.map(withChildren)];
}

describe('generating groups', () => {
  it('numbers from the start on and reaches the count although numbers are skipped', () => {
    expect(namesUnder(aPlan({ count: 4, start: 12, skip: [13, 14] }))).toEqual(['12', '15', '16', '17']);
  });

  it('pads numbers with zeros, and puts the number, the parent’s number and the code where the template says', () => {
    expect(namesUnder(aPlan({ count: 2, pad: 3, name: '{p}/{n} ({code})', code: 'A{n}' }))).toEqual([
      '7/001 (A001)',
      '7/002 (A002)',
    ]);
  });

  it('takes a code for what it is, whatever signs are in it', () => {
    expect(namesUnder(aPlan({ count: 1, name: 'x {code} y', code: '$& $1 $$' }))).toEqual(['x $& $1 $$ y']);
  });

  it('begins anew under every parent, or goes on across all of them', () => {
    const children = aPlan({ count: 2, kind: 'apartment' });
    expect(namesUnder(aPlan({ count: 2, kind: 'floor', children }))).toEqual([
      ['1', ['1', '2']],
      ['2', ['1', '2']],
    ]);
    expect(namesUnder(aPlan({ count: 2, kind: 'floor', children: { ...children, numbering: 'continuous' } }))).toEqual([
      ['1', ['1', '2']],
      ['2', ['3', '4']],
    ]);
  });

  it('goes on in tree order on the lowest of three levels', () => {
    const apartments = aPlan({ count: 1, numbering: 'continuous' });
    const floors = aPlan({ count: 2, kind: 'floor', children: apartments });
    expect(namesUnder(aPlan({ count: 2, kind: 'building', children: floors }))).toEqual([
      [
        '1',
        [
          ['1', ['1']],
          ['2', ['2']],
        ],
      ],
      [
        '2',
        [
          ['1', ['3']],
          ['2', ['4']],
        ],
      ],
    ]);
  });

  it('puts the floor before the position, and skips positions rather than numbers', () => {
    const children = aPlan({ count: 2, numbering: 'floorPrefix', skip: [2] });
    expect(namesUnder(aPlan({ count: 2, kind: 'floor', start: 3, children }))).toEqual([
      ['3', ['301', '303']],
      ['4', ['401', '403']],
    ]);
    expect(namesUnder(children, { number: 12, isFloor: true })).toEqual(['1201', '1203']);
  });

  it('numbers an existing group by its code if that is a number, else by its position', () => {
    const group = { code: '12' } as Parameters<typeof numberOfGroup>[0];
    expect(numberOfGroup(group, 3)).toBe(12);
    expect(numberOfGroup({ ...group, code: '12a' }, 3)).toBe(3);
    expect(numberOfGroup({ ...group, code: '' }, 3)).toBe(3);
  });

  it('does not put more than 99 on a floor', () => {
    expect(namesUnder(aPlan({ count: 99, numbering: 'floorPrefix' }), { number: 1, isFloor: true })).toHaveLength(99);
    expect(namesUnder(aPlan({ count: 100, numbering: 'floorPrefix' }), { number: 1, isFloor: true })).toMatchObject({
      kind: 'invalid',
    });
  });

  it('puts floor numbers only on what is on a floor', () => {
    expect(namesUnder(aPlan({ numbering: 'floorPrefix' }))).toMatchObject({ kind: 'invalid' });
    expect(checkPlan(aPlan({ kind: 'building', children: aPlan({ numbering: 'floorPrefix' }) }))).not.toBeNull();
    expect(checkPlan(aPlan({ kind: 'floor', children: aPlan({ numbering: 'floorPrefix' }) }))).toBeNull();
  });

  it('gives no name twice among siblings, those that are there already included', () => {
    expect(namesUnder(aPlan({ name: 'same' }))).toEqual({ kind: 'duplicateName', name: 'same' });
    expect(namesUnder(aPlan(), building, ['2'])).toEqual({ kind: 'duplicateName', name: '2' });
    expect(
      namesUnder(aPlan({ count: 2, kind: 'floor', children: aPlan({ count: 1, name: 'Hall' }) }), building, ['Hall']),
    ).toEqual([
      ['1', ['Hall']],
      ['2', ['Hall']],
    ]);
  });

  it('counts every level, and makes no more than 100,000 in one go', () => {
    const plan = (floors: number): GeneratePlan =>
      aPlan({
        count: 10,
        kind: 'building',
        children: aPlan({ count: floors, kind: 'floor', children: aPlan({ count: 99 }) }),
      });
    expect(countPlanned(plan(2))).toBe(10 + 20 + 1980);
    expect(checkPlan(plan(99))).toBeNull();
    expect(checkPlan(plan(100))).toMatchObject({ path: 'plan' });
  });
});
