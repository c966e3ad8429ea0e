import { useMemo, type ReactNode } from 'react';
import type { GroupRow } from '../../../../shared/model/rows';
import type { Preview } from '../../data/session';
import { Refusals } from '../../text/refusals/Refusals';
import { useText } from '../../text/text';
import { groupIcons } from './group-icons';

const mostShown = 120;

interface PreviewLine {
  readonly group: GroupRow;
  readonly depth: number;
}

/** The groups that a preview makes, as lines of a tree. */
export function previewLines(made: readonly GroupRow[], parentId: string, most: number): readonly PreviewLine[] {
  const children = new Map<string | null, GroupRow[]>();
  for (const group of made) children.set(group.parentId, [...(children.get(group.parentId) ?? []), group]);
  const lines: PreviewLine[] = [];
  const walk = (id: string, depth: number): void => {
    for (const group of children.get(id) ?? []) {
      if (lines.length >= most) return;
      lines.push({ group, depth });
      walk(group.id, depth + 1);
    }
  };
  walk(parentId, 0);
  return lines;
}

/** What would be made, with the names it would have. */
export function GeneratePreview({ preview, parentId }: { readonly preview: Preview | null; readonly parentId: string }): ReactNode {
  const { text } = useText();
  const made = useMemo(
    () => (preview?.ok === true ? preview.changes.flatMap((change) => (change.table === 'groups' && change.before === undefined && change.after !== undefined ? [change.after] : [])) : []),
    [preview],
  );
  const lines = useMemo(() => previewLines(made, parentId, mostShown), [made, parentId]);
  return (
    <section className="generate-preview">
      <h3>{text('generate.preview')}</h3>
      {preview === null ? <p className="quiet">{text('generate.tooMany')}</p> : null}
      {preview !== null && !preview.ok ? <Refusals refusals={preview.refusals} /> : null}
      {lines.length === 0 ? null : (
        <ul className="generate-tree" tabIndex={0} aria-label={text('generate.preview')}>
          {lines.map(({ group, depth }) => {
            const Icon = groupIcons[group.kind];
            return (
              <li key={group.id} style={{ paddingLeft: `${depth * 1.1}rem` }}>
                <Icon size="1.1em" aria-hidden className={`tree-icon tree-icon-${group.kind}`} />
                {group.name}
              </li>
            );
          })}
          {made.length > lines.length ? <li className="quiet">{text('generate.more', { count: made.length - lines.length })}</li> : null}
        </ul>
      )}
    </section>
  );
}
