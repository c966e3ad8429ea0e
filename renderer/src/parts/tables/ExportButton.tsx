import { FileDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../../text/text';
import { IconButton } from '../../ui/IconButton';
import type { ExportedTable } from './dealer-and-day';
import { useRowsExport } from './use-table-export';

export interface ExportButtonProps {
  /** What the rows are: the file is called after it and after the group. */
  readonly label: string;
  readonly groupId: string;
  /** The rows as they go into the file, made when it is asked for. */
  readonly table: () => ExportedTable;
  readonly isDisabled?: boolean | undefined;
}

/** Saves a list that is no table as a file, as every table is. */
export function ExportButton({ label, groupId, table, isDisabled = false }: ExportButtonProps): ReactNode {
  const { text } = useText();
  const save = useRowsExport(label, groupId);
  return (
    <IconButton
      label={text('command.exportTable')}
      icon={FileDown}
      isDisabled={isDisabled}
      onPress={() => save(table())}
    />
  );
}
