import type { GroupKind } from '#core/model/rows';
import type { PlannedGroup } from '#core/rules/generation';

/** A group that would be made, as a line of a tree. */
export interface PlannedLine {
  readonly depth: number;
  readonly kind: GroupKind;
  readonly name: string;
}

/** The groups that would be made as the lines of a tree, from top to bottom. */
export function plannedLines(groups: readonly PlannedGroup[]): readonly PlannedLine[] {
  const lines: PlannedLine[] = [];
  const walk = (below: readonly PlannedGroup[], depth: number): void => {
    for (const { kind, name, children } of below) {
      lines.push({ depth, kind, name });
      walk(children, depth + 1);
    }
  };
  walk(groups, 0);
  return lines;
}
