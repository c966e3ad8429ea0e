import { ClipboardPaste, Copy } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { sheetFields, type SheetField } from '#core/sheets/fields';
import { useRows } from '../../state/model-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { IconButton } from '../../ui/IconButton';
import { copyTable, listenToClipboard, type PastedRows } from '../../ui/table-clipboard';
import { useToasts } from '../../ui/Toast';
import { PasteDialog, sheetFieldName } from '../../parts/spreadsheet';
import { pathOrder } from '../../parts/groups';

const fields = sheetFields.allocations.filter((field) => field !== 'id');

/** Takes what the pools below a pool hold to and from a spreadsheet: one row an allocation. */
export function AllocationSheet({
  groupId,
  poolIds,
}: {
  readonly groupId: string;
  readonly poolIds: readonly string[];
}): ReactNode {
  const writer = useText();
  const { text } = writer;
  const names = useNames();
  const rows = useRows();
  const toasts = useToasts();
  const [pasted, setPasted] = useState<{ readonly given: PastedRows | null } | null>(null);
  useEffect(
    () =>
      listenToClipboard({
        copied: () => null,
        onCopied: () => undefined,
        onPaste: (given) => setPasted({ given }),
      }),
    [],
  );

  function written(id: string, field: SheetField): string {
    const block = rows.row('blocks', id);
    if (block === undefined) return '';
    switch (field) {
      case 'pool':
        return pathOrder(rows, block.groupId, groupId);
      case 'type':
        return names.type(block.typeId);
      case 'quantity':
        return String(block.quantity);
      case 'validFrom':
      case 'validUntil':
        return block[field] ?? '';
      default:
        return id;
    }
  }
  function copy(): void {
    const blocks = poolIds
      .flatMap((poolId) => [...rows.blocksOf(poolId)].flatMap((id) => rows.row('blocks', id) ?? []))
      .filter((block) => block.source === 'allocation');
    const isCopied = copyTable([
      fields.map((field) => sheetFieldName(field, writer, names)),
      ...blocks.map((block) => fields.map((field) => written(block.id, field))),
    ]);
    toasts.show(
      isCopied
        ? { tone: 'info', title: text('sheet.copied', { count: blocks.length }) }
        : { tone: 'refusal', title: text('sheet.notCopied') },
    );
  }

  return (
    <>
      <span className="card-actions">
        <IconButton label={text('sheet.copyAll')} icon={Copy} isDisabled={poolIds.length === 0} onPress={copy} />
        <IconButton label={text('sheet.paste')} icon={ClipboardPaste} onPress={() => setPasted({ given: null })} />
      </span>
      {pasted !== null ? (
        <PasteDialog
          target={{ kind: 'allocations', groupId, columns: () => fields, written }}
          given={pasted.given}
          onClose={() => setPasted(null)}
        />
      ) : null}
    </>
  );
}
