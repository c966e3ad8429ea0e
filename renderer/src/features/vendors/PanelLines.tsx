import { useMemo, type ReactNode } from 'react';
import type { PanelApartment, PanelItem } from '#core/vendors/panel';
import { addressText, type AddressProblem } from '#core/vendors/panel-addresses';
import type { PanelLine } from '#core/vendors/panel-compare';
import { useActing } from '../../parts/acting';
import { FilteredTable } from '../../parts/tables';
import { useRows } from '../../state/model-hooks';
import { useText, type TextWriter } from '../../text/text';
import { useNames } from '../../text/use-names';
import { TextField } from '../../ui/TextField';
import type { TableColumn } from '../../ui/table-column';
import { chooseAction, rowsStyle } from './vendor-rows';

export interface PanelLinesProps {
  readonly title: string;
  readonly buildingId: string;
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

const lineId = ({ id }: PanelLine): string => id;

/** A building and a panel line by line. Codes that are missing are filled in here, and the addresses follow at once. */
export function PanelLines({ title, buildingId, lines, leftOut, onLeaveOut }: PanelLinesProps): ReactNode {
  const writer = useText();
  const { text } = writer;
  const written = useMemo(() => lines.filter(isWritten), [lines]);
  const tickable = useMemo(() => new Set(written.map(({ id }) => id)), [written]);
  const chosen = useMemo(
    () => new Set(written.map(({ id }) => id).filter((id) => !leftOut.has(id))),
    [written, leftOut],
  );
  const columns = useMemo((): readonly TableColumn<PanelLine>[] => {
    const here = (line: PanelLine): string =>
      line.here === null && line.groupId !== null ? line.name : sideWords(line.here, writer);
    const there = (line: PanelLine): string => sideWords(line.there, writer);
    const state = (line: PanelLine): string => text(`vendor.panel.state.${line.state}`);
    return [
      { id: 'here', name: text('vendor.column.here'), width: 12, grows: 2, cell: here, sortBy: here, textOf: here },
      {
        id: 'there',
        name: text('vendor.column.panel'),
        width: 12,
        grows: 2,
        cell: there,
        sortBy: there,
        textOf: there,
      },
      { id: 'do', name: text('vendor.column.do'), width: 12, grows: 2, cell: state, sortBy: state, textOf: state },
    ];
  }, [writer, text]);
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
      <FilteredTable<PanelLine>
        groupId={buildingId}
        frame="vendor-rows"
        frameStyle={rowsStyle(lines.length)}
        label={title}
        name="vendor.panel"
        rows={lines}
        columns={columns}
        rowId={lineId}
        rowName={({ name }) => name}
        rowTone={({ state }) => (state === 'same' || state === 'onlyThere' ? 'quiet' : 'normal')}
        {...(tickable.size === 0
          ? {}
          : {
              selected: chosen,
              selectable: tickable,
              onSelect: (ids) => onLeaveOut(new Set(written.map(({ id }) => id).filter((id) => !ids.has(id)))),
            })}
        actionsOf={(line) =>
          chooseAction(line, tickable, chosen, text, (id) => {
            const next = new Set(leftOut);
            if (!next.delete(id)) next.add(id);
            onLeaveOut(next);
          })
        }
        empty={<p className="quiet">{text('vendor.panel.empty')}</p>}
      />
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
