import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countByLevel, generationInParts, type GenerationPart } from '#core/rules/generation-under';
import { countPlanned, type GeneratePlan } from '#core/rules/generation';
import { anAccount } from '../../support/an-account';

const kinds = ['building', 'entrance', 'floor', 'apartment'] as const;

function aLevel(index: number): fc.Arbitrary<GeneratePlan> {
  const above = kinds[index - 1];
  return fc.record({
    kind: fc.constant(kinds[index] ?? 'custom'),
    count: fc.integer({ min: 1, max: 3 }),
    start: fc.integer({ min: 0, max: 12 }),
    name: fc.constantFrom('{n}', 'No {n}', '{p}-{n}', '{n} ({code})'),
    code: fc.constantFrom('', '{n}', '{p}.{n}'),
    skip: fc.array(fc.integer({ min: 0, max: 14 }), { maxLength: 3 }),
    numbering:
      above === 'floor'
        ? fc.constantFrom('perParent' as const, 'continuous' as const, 'floorPrefix' as const)
        : fc.constantFrom('perParent' as const, 'continuous' as const),
    pad: fc.integer({ min: 0, max: 3 }),
  });
}

const plans = fc
  .tuple(...kinds.map((_, index) => aLevel(index)))
  .map(
    (levels) =>
      levels.reduceRight<GeneratePlan | undefined>(
        (below, level) => ({ ...level, children: below }),
        undefined,
      ) as GeneratePlan,
  );

interface Named {
  readonly kind: string;
  readonly name: string;
  readonly code: string;
  readonly below: readonly Named[];
}

function namesBelow(account: ReturnType<typeof anAccount>, id: string): readonly Named[] {
  const { model } = account.replica;
  return model.children(id).map((child) => {
    const { kind, name, code } = model.group(child);
    return { kind, name, code, below: namesBelow(account, child) };
  });
}

const aComplex = () => anAccount().withGroup('complex', 'complex').withGroup('house', 'building', 'complex');

function actsOf(parts: readonly GenerationPart[]): readonly { readonly do: string; readonly args: unknown }[] {
  return parts.map((part) =>
    part.kind === 'group'
      ? {
          do: 'group.create',
          args: { id: part.id, parentId: part.parentId, kind: part.groupKind, name: part.name, code: part.code },
        }
      : { do: 'group.generate', args: { parentId: part.parentId, plan: part.plan } },
  );
}

describe('a generation in parts', () => {
  it('makes the same groups as the whole plan, however many levels are taken out', () => {
    fc.assert(
      fc.property(plans, fc.integer({ min: 1, max: 4 }), (plan, levels) => {
        const whole = aComplex();
        whole.done('group.generate', { parentId: 'complex', plan });
        const inParts = aComplex();
        let made = 0;
        const parts = generationInParts(
          inParts.replica.model,
          'complex',
          plan,
          levels,
          () => `part-${String((made += 1))}`,
        );
        inParts.done('batch', { do: actsOf(parts) });
        expect(namesBelow(inParts, 'complex')).toEqual(namesBelow(whole, 'complex'));
        expect(countByLevel(plan).reduce((sum, count) => sum + count, 0)).toBe(countPlanned(plan));
      }),
      { numRuns: 150 },
    );
  });

  it('has the ids of the upper levels known beforehand, so that the same batch can give them licenses', () => {
    const account = aComplex().withPurchase('bought', 'link.plus', 10);
    const plan: GeneratePlan = {
      kind: 'building',
      count: 2,
      start: 1,
      name: 'House {n}',
      code: '',
      skip: [],
      numbering: 'perParent',
      pad: 0,
    };
    const parts = generationInParts(account.replica.model, 'complex', plan, 1, idsFrom('b'));
    const pools = parts.flatMap((part) =>
      part.kind === 'group'
        ? [
            {
              do: 'restriction.set',
              args: { groupId: part.id, mode: 'own', allocate: [{ typeId: 'link.plus', quantity: 4 }] },
            },
          ]
        : [],
    );
    account.done('batch', { do: [...actsOf(parts), ...pools] });
    expect(account.ask('pool', { groupId: 'b1' }).types['link.plus']?.available).toBe(4);
    expect(account.ask('pool', { groupId: 'root' }).types['link.plus']?.available).toBe(2);
  });

  it('calls floors by words, keeps their numbers as codes, and numbers what is on them by those', () => {
    const words = (floor: number): string => (floor === 0 ? 'EG' : floor < 0 ? 'UG' : `${String(floor)}. OG`);
    const plan: GeneratePlan = {
      ...{ kind: 'floor', count: 3, start: -1, name: '{floor}', code: '{n}', skip: [], numbering: 'perParent', pad: 0 },
      children: {
        ...{ kind: 'apartment', count: 2, start: 1, name: '{n}', code: '', skip: [], numbering: 'floorPrefix', pad: 3 },
      },
    };
    const account = aComplex();
    account.done('batch', {
      do: actsOf(generationInParts(account.replica.model, 'house', plan, 1, idsFrom('f'), words)),
    });
    const flat = (name: string): Named => ({ kind: 'apartment', name, code: '', below: [] });
    expect(namesBelow(account, 'house')).toEqual([
      { kind: 'floor', name: 'UG', code: '-1', below: [flat('-101'), flat('-102')] },
      { kind: 'floor', name: 'EG', code: '0', below: [flat('001'), flat('002')] },
      { kind: 'floor', name: '1. OG', code: '1', below: [flat('101'), flat('102')] },
    ]);
    const next = { ...plan.children, count: 1, start: 3 };
    account.done('group.generate', { parentId: 'f2', plan: next });
    expect(namesBelow(account, 'f2').at(-1)?.name).toBe('003');
  });

  it('is nothing where the plan is wrong', () => {
    const account = aComplex();
    const plan: GeneratePlan = {
      kind: 'building',
      count: 2,
      start: 1,
      name: 'House',
      code: '',
      skip: [],
      numbering: 'perParent',
      pad: 0,
    };
    expect(generationInParts(account.replica.model, 'complex', plan, 1, idsFrom('b'))).toEqual([]);
  });
});

function idsFrom(prefix: string): () => string {
  let made = 0;
  return () => `${prefix}${String((made += 1))}`;
}
