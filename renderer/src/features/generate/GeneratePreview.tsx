import { useMemo, type ReactNode } from 'react';
import { useNames } from '../../text/use-names';
import { useText } from '../../text/text';
import { useLinesInView } from '../../ui/use-lines-in-view';
import type { Checked } from './generate-check';
import type { LicenseLine } from './generate-licenses';
import { plannedLines, type PlannedLine } from './generate-lines';
import { groupIcons } from '../../parts/groups';

const lineHeightRem = 1.571;
const noLines: readonly PlannedLine[] = [];

export interface GeneratePreviewProps {
  readonly checked: Checked | null;
  readonly licenses: readonly LicenseLine[];
}

/** Every group that would be made, with its name and the licenses it would get; only the lines in view exist. */
export function GeneratePreview({ checked, licenses }: GeneratePreviewProps): ReactNode {
  const { text } = useText();
  const names = useNames();
  const lines = useMemo(() => (checked?.kind === 'planned' ? plannedLines(checked.groups) : noLines), [checked]);
  const {
    scroller,
    lines: places,
    totalHeight,
  } = useLinesInView({
    count: lines.length,
    heightRem: lineHeightRem,
    margin: 10,
  });
  return (
    <div className="generate-tree" ref={scroller} tabIndex={0} role="list" aria-label={text('generate.preview')}>
      <div className="generate-canvas" role="presentation" style={{ height: totalHeight }}>
        {places.map((item) => {
          const line = lines[item.index];
          if (line === undefined) return null;
          const Icon = groupIcons[line.kind];
          return (
            <div
              key={item.index}
              role="listitem"
              className="generate-line"
              aria-setsize={lines.length}
              aria-posinset={item.index + 1}
              style={{
                transform: `translateY(${item.start}px)`,
                height: item.size,
                paddingLeft: `${line.depth * 1.1}rem`,
              }}
            >
              <Icon size="1.1em" aria-hidden className={`group-icon group-icon-${line.kind}`} />
              <span className="generate-name">{line.name}</span>
              {licenses
                .filter(({ level }) => level === line.depth)
                .map(({ typeId, quantity }) => (
                  <span key={typeId} className="generate-licensed">
                    {text('generate.lineLicenses', { quantity, type: names.type(typeId) })}
                  </span>
                ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}
