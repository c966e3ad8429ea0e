import { CalendarSync, Copy, FileDown } from 'lucide-react';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import type { BlockAnswer } from '#core/queries/blocks';
import { useRows } from '../../state/model-hooks';
import { useDay, useSelection } from '../../state/view-hooks';
import { fieldValue } from '../../text/refusals/field-words';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Badge } from '../../ui/Badge';
import { Card } from '../../ui/Card';
import { IconButton } from '../../ui/IconButton';
import { ContextMenu } from '../../ui/Menu';
import { DataTable, type TableHandle } from '../../ui/DataTable';
import type { TableColumn } from '../../ui/table-column';
import { keysOf, useCommandHandlers } from '../../parts/commands';
import { useSheets } from '../../parts/spreadsheet';
import { useTableExport } from '../../parts/tables';
import { canBeRenewed, RenewDialog } from '../../parts/renewing';
import { sourceWords, timeOf, windowWords } from './license-words';

const idOf = (block: BlockAnswer): string => block.id;
/** Rows beyond these scroll inside the table. */
const mostRows = 12;

/** The height a table of so many rows takes, in rem: its head and a scrollbar below included. */
export function tableHeight(rows: number): string {
  return `${2.2 + Math.min(rows, mostRows) * 2.143 + 0.9}rem`;
}

function useBlockColumns(): readonly TableColumn<BlockAnswer>[] {
  const writer = useText();
  const { text, number } = writer;
  const names = useNames();
  const { day } = useDay();
  return useMemo((): readonly TableColumn<BlockAnswer>[] => {
    function noteOf(block: BlockAnswer): string {
      return [block.note, block.resources === undefined ? '' : fieldValue(block.resources, writer, names)]
        .filter((part) => part !== '')
        .join(' · ');
    }
    return [
      {
        id: 'type',
        name: text('licenses.type'),
        width: 8.5,
        grows: true,
        sortBy: (block) => names.type(block.typeId),
        textOf: (block) => names.type(block.typeId),
        cell: (block) => names.type(block.typeId),
      },
      {
        id: 'quantity',
        name: text('blocks.quantity'),
        width: 5,
        align: 'end',
        sortBy: (block) => block.quantity,
        textOf: (block) => String(block.quantity),
        cell: (block) => number(block.quantity),
      },
      {
        id: 'window',
        name: text('blocks.window'),
        width: 12,
        sortBy: (block) => block.validUntil ?? '9999',
        textOf: (block) => windowWords(block, writer),
        cell: (block) => {
          const time = timeOf(block, day);
          return (
            <>
              {windowWords(block, writer)}{' '}
              {time === 'now' ? null : (
                <Badge tone={time === 'ended' ? 'warning' : 'info'}>{text(`blocks.${time}`)}</Badge>
              )}
            </>
          );
        },
      },
      {
        id: 'source',
        name: text('blocks.source'),
        width: 6,
        sortBy: (block) => sourceWords(block, writer),
        textOf: (block) => sourceWords(block, writer),
        cell: (block) => sourceWords(block, writer),
      },
      {
        id: 'note',
        name: text('blocks.note'),
        width: 5,
        grows: true,
        sortBy: (block) => block.note || null,
        textOf: noteOf,
        cell: noteOf,
      },
    ];
  }, [text, number, writer, names, day]);
}

/** The blocks that lie in a group itself. What is selected is edited in the properties. */
export function BlocksCard({
  groupId,
  blocks,
  isOwnPool,
}: {
  readonly groupId: string;
  readonly blocks: readonly BlockAnswer[];
  readonly isOwnPool: boolean;
}): ReactNode {
  const writer = useText();
  const { text } = writer;
  const names = useNames();
  const { day } = useDay();
  const { selection, select } = useSelection();
  const columns = useBlockColumns();
  const rows = useRows();
  const selected = useMemo(() => new Set(selection.kind === 'block' ? selection.ids : []), [selection]);
  const table = useRef<TableHandle>(null);
  const sheets = useSheets(table, selected, null);
  const group = names.group(groupId);
  const exportTable = useTableExport(text('blocks.title', { group }), groupId, table);
  useCommandHandlers({ 'table.export': { run: exportTable, isEnabled: () => blocks.length > 0 } });
  const [menuAt, setMenuAt] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const [renewing, setRenewing] = useState<readonly string[] | null>(null);
  return (
    <Card
      title={text('blocks.title', { group })}
      words={['valid', 'purchase', 'trial', 'allocate']}
      actions={
        blocks.length === 0 ? undefined : (
          <IconButton label={text('command.exportTable')} icon={FileDown} onPress={exportTable} />
        )
      }
    >
      {blocks.length === 0 ? (
        <p className="quiet">{text(isOwnPool ? 'blocks.emptyOwn' : 'blocks.empty', { group })}</p>
      ) : (
        <div className="license-rows" style={{ height: tableHeight(blocks.length) }}>
          <DataTable
            label={text('blocks.title', { group })}
            name="blocks"
            tableRef={table}
            rows={blocks}
            columns={columns}
            rowId={idOf}
            rowName={(block) =>
              text('blocks.rowName', {
                quantity: block.quantity,
                type: names.type(block.typeId),
                window: windowWords(block, writer),
              })
            }
            rowTone={(block) => (timeOf(block, day) === 'now' ? 'normal' : 'quiet')}
            selected={selected}
            onSelect={(ids) => (ids.size === 0 ? select('group', [groupId]) : select('block', [...ids]))}
            onOpen={(block) => select('block', [block.id])}
            onContextMenu={(block, at) => {
              if (!selected.has(block.id)) select('block', [block.id]);
              setMenuAt(at);
            }}
            empty={null}
          />
        </div>
      )}
      <ContextMenu
        label={text('blocks.title', { group })}
        at={menuAt}
        onClose={() => setMenuAt(null)}
        groups={[
          {
            id: 'block',
            choices: [
              {
                id: 'renew',
                name: text('renew.button'),
                icon: CalendarSync,
                isDisabled: ![...selected].some((id) => canBeRenewed(rows, id)),
                run: () => setRenewing([...selected]),
              },
            ],
          },
          {
            id: 'copy',
            choices: [
              {
                id: 'copy',
                name: text('sheet.copy', { count: selected.size }),
                icon: Copy,
                keys: keysOf('tree.copy'),
                run: () => sheets.copyRows(selected),
              },
            ],
          },
        ]}
      />
      {renewing === null ? null : <RenewDialog blockIds={renewing} onClose={() => setRenewing(null)} />}
    </Card>
  );
}
