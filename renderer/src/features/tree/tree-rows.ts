import type { RowsInMemory, TreeOfGroups } from '../../data/session';

/** One visible line of the tree. */
export interface TreeRow {
  readonly id: string;
  /** 1 at the root. */
  readonly level: number;
  readonly position: number;
  readonly siblings: number;
  readonly hasChildren: boolean;
  readonly isExpanded: boolean;
  readonly parentId: string | null;
}

/** The tree as the lines that are visible, from top to bottom: only what is open is walked. */
export function visibleRows(
  rows: TreeOfGroups,
  isExpanded: (id: string) => boolean,
  isShown: ((id: string) => boolean) | null = null,
): readonly TreeRow[] {
  const lines: TreeRow[] = [];
  const rootId = rows.root.id;
  const stack: TreeRow[] = [
    lineOf(rows, { id: rootId, parentId: null, level: 1, position: 1, siblings: 1 }, isExpanded, isShown),
  ];
  for (let line = stack.pop(); line !== undefined; line = stack.pop()) {
    lines.push(line);
    if (!line.isExpanded) continue;
    const children = isShown === null ? rows.children(line.id) : rows.children(line.id).filter(isShown);
    for (let index = children.length - 1; index >= 0; index -= 1)
      stack.push(
        lineOf(
          rows,
          {
            id: children[index] as string,
            parentId: line.id,
            level: line.level + 1,
            position: index + 1,
            siblings: children.length,
          },
          isExpanded,
          isShown,
        ),
      );
  }
  return lines;
}

type Place = Omit<TreeRow, 'hasChildren' | 'isExpanded'>;

function lineOf(
  rows: TreeOfGroups,
  place: Place,
  isExpanded: (id: string) => boolean,
  isShown: ((id: string) => boolean) | null,
): TreeRow {
  const children = rows.children(place.id);
  const hasChildren = isShown === null ? children.length > 0 : children.some(isShown);
  const { id, parentId, level, position, siblings } = place;
  return { id, parentId, level, position, siblings, hasChildren, isExpanded: hasChildren && isExpanded(id) };
}

/** Groups that a filter shows: those that fit, and the way to them. */
export function filteredGroups(
  rows: Pick<RowsInMemory, 'row'>,
  found: readonly string[],
): { readonly shown: ReadonlySet<string>; readonly fits: ReadonlySet<string> } {
  const shown = new Set<string>();
  for (const fit of found)
    for (let id: string | null = fit; id !== null && !shown.has(id); id = rows.row('groups', id)?.parentId ?? null)
      shown.add(id);
  return { shown, fits: new Set(found) };
}

/** The first line whose name begins with what was typed, after a line and around the end (W3C type-ahead). */
export function typeAheadTarget(
  lines: readonly TreeRow[],
  from: number,
  typed: string,
  nameOf: (id: string) => string,
): number | null {
  const start = typed.length === 1 ? from + 1 : from;
  for (let step = 0; step < lines.length; step += 1) {
    const index = (start + step) % lines.length;
    const line = lines[index];
    if (line !== undefined && nameOf(line.id).toLowerCase().startsWith(typed.toLowerCase())) return index;
  }
  return null;
}

/** Of some groups, those that do not lie in another of them: acting on these acts on all. */
export function topmostOf(rows: Pick<RowsInMemory, 'row'>, ids: readonly string[]): readonly string[] {
  const chosen = new Set(ids);
  return ids.filter((id) => {
    for (
      let above = rows.row('groups', id)?.parentId ?? null;
      above !== null;
      above = rows.row('groups', above)?.parentId ?? null
    )
      if (chosen.has(above)) return false;
    return rows.row('groups', id) !== undefined;
  });
}
