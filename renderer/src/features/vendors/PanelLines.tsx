import { useMemo, type ReactNode } from 'react';
import type { PanelApartment, PanelItem } from '#core/vendors/panel';
import { addressText, type AddressProblem } from '#core/vendors/panel-addresses';
import type { PanelLine } from '#core/vendors/panel-compare';
import { useActing } from '../../parts/acting';
import { useRows } from '../../state/model-hooks';
import { useText, type TextWriter } from '../../text/text';
import { useNames } from '../../text/use-names';
import { DataTable } from '../../ui/DataTable';
import { TextField } from '../../ui/TextField';
import type { TableColumn } from '../../ui/table-column';

export interface PanelLinesProps {
  readonly title: string;
  readonly lines: readonly PanelLine[];
  readonly leftOut: ReadonlySet<string>;
  readonly onLeaveOut: (ids: ReadonlySet<string>) => void;
}

/** Codes to fill in that are shown at once; the others come when these are done. */
const mostMended = 20;

function sideWords(side: PanelItem | PanelApartment | null, { text }: TextWriter): string {
  if (side === null) return '–';
  return [
    side.address === null ? '' : addressText(side.address),
    side.name,
    side.residents === null ? '' : text('vendor.panel.residents', { count: side.residents }),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function isWritten({ state }: PanelLine): boolean {
  return state === 'new' || state === 'changed';
}

/** A building and a panel line by line. Codes that are missing are filled in here, and the addresses follow at once. */
export function PanelLines({ title, lines, leftOut, onLeaveOut }: PanelLinesProps): ReactNode {
  const writer = useText();
  const { text } = writer;
  const written = useMemo(() => lines.filter(isWritten), [lines]);
  const tickable = useMemo(() => new Set(written.map(({ id }) => id)), [written]);
  const chosen = useMemo(
    () => new Set(written.map(({ id }) => id).filter((id) => !leftOut.has(id))),
    [written, leftOut],
  );
  const columns: readonly TableColumn<PanelLine>[] = [
    {
      id: 'here',
      name: text('vendor.column.here'),
      width: 12,
      grows: 2,
      cell: (line) => (line.here === null && line.groupId !== null ? line.name : sideWords(line.here, writer)),
    },
    {
      id: 'there',
      name: text('vendor.column.panel'),
      width: 12,
      grows: 2,
      cell: (line) => sideWords(line.there, writer),
    },
    {
      id: 'do',
      name: text('vendor.column.do'),
      width: 12,
      grows: 2,
      cell: ({ state }) => text(`vendor.panel.state.${state}`),
    },
  ];
  const problems = new Map(
    lines.flatMap((line) => line.problems.map((problem) => [problem.groupId, problem] as const)),
  );
  return (
    <>
      {problems.size === 0 ? null : (
        <section className="vendor-codes" aria-label={text('vendor.panel.codes')}>
          <h3>{text('vendor.panel.codes')}</h3>
          <p className="quiet">{text('vendor.panel.codesHelp')}</p>
          <div className="vendor-code-fields">
            {[...problems.values()].slice(0, mostMended).map((problem) => (
              <CodeField key={problem.groupId} problem={problem} />
            ))}
          </div>
          {problems.size > mostMended ? (
            <p className="quiet">{text('vendor.panel.codesMore', { count: problems.size - mostMended })}</p>
          ) : null}
        </section>
      )}
      <div className="vendor-rows" style={{ '--rows': Math.max(3, lines.length) } as React.CSSProperties}>
        <DataTable<PanelLine>
          label={title}
          name="vendor.panel"
          rows={lines}
          columns={columns}
          rowId={({ id }) => id}
          rowName={({ name }) => name}
          rowTone={({ state }) => (state === 'same' || state === 'onlyThere' ? 'quiet' : 'normal')}
          {...(tickable.size === 0
            ? {}
            : {
                selected: chosen,
                selectable: tickable,
                onSelect: (ids) => onLeaveOut(new Set(written.map(({ id }) => id).filter((id) => !ids.has(id)))),
              })}
          empty={<p className="quiet">{text('vendor.panel.empty')}</p>}
        />
      </div>
    </>
  );
}

/** The code of a group, with what is wrong with it as part of an address. */
function CodeField({ problem }: { readonly problem: AddressProblem }): ReactNode {
  const { text } = useText();
  const names = useNames();
  const rows = useRows();
  const act = useActing();
  const group = rows.row('groups', problem.groupId);
  if (group === undefined) return null;
  return (
    <TextField
      key={group.code}
      label={text('vendor.panel.codeOf', { group: names.group(group.id) })}
      defaultValue={group.code}
      hint={text(`vendor.panel.problem.${problem.problem}`, {
        part: text(`vendor.panel.part.${problem.part}`),
        number: problem.number ?? 0,
      })}
      onCommit={(code) => {
        if (code.trim() !== group.code)
          void act({ do: 'group.update', args: { groupId: group.id, set: { code }, was: { code: group.code } } });
      }}
    />
  );
}
