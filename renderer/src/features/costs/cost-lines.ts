import { useMemo } from 'react';
import type { CostAnswer } from '#core/queries/cost';
import type { LicenseTypeId } from '#core/model/vocabulary';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';

/** One type, place or month with what it costs. */
export interface CostLine {
  readonly id: string;
  readonly name: string;
  /** Whole cents. */
  readonly amount: number;
  readonly typeId: LicenseTypeId | null;
}

/** The entries of an answer by name: months as they come, all others by what they cost. */
export function useCostLines(answer: CostAnswer, by: 'type' | 'group' | 'month'): readonly CostLine[] {
  const writer = useText();
  const names = useNames();
  return useMemo(() => {
    const lines = answer.entries.flatMap(({ typeId, groupId, month, amount }): readonly CostLine[] => {
      if (typeId !== undefined) return [{ id: typeId, name: names.type(typeId), amount, typeId }];
      if (groupId !== undefined) return [{ id: groupId, name: names.group(groupId), amount, typeId: null }];
      return month === undefined ? [] : [{ id: month, name: writer.month(`${month}-01`), amount, typeId: null }];
    });
    return by === 'month' ? lines : lines.sort((one, other) => other.amount - one.amount);
  }, [answer, by, names, writer]);
}
