import { ArrowDown, ArrowUp, Columns3, RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { Checkbox } from '../../ui/Checkbox';
import { IconButton } from '../../ui/IconButton';
import { Popover } from '../../ui/Popover';
import type { ColumnLayout } from './column-layout';

/** Which columns are shown, and their order. The first one names the row and stays. */
export function ColumnChooser<Row>({ layout }: { readonly layout: ColumnLayout<Row> }): ReactNode {
  const { text } = useText();
  const movable = layout.columns.slice(1);
  return (
    <Popover
      label={text('ui.chooseColumns')}
      placement="bottom end"
      trigger={<IconButton label={text('ui.chooseColumns')} icon={Columns3} />}
    >
      <div className="column-chooser">
        {movable.map((column, index) => (
          <div key={column.id} className="column-choice">
            <Checkbox
              label={column.name}
              isSelected={!layout.hidden.has(column.id)}
              onChange={(shown) => layout.show(column.id, shown)}
            />
            <IconButton
              size="small"
              icon={ArrowUp}
              label={text('table.columnUp', { column: column.name })}
              isDisabled={index === 0}
              onPress={() => layout.move(column.id, -1)}
            />
            <IconButton
              size="small"
              icon={ArrowDown}
              label={text('table.columnDown', { column: column.name })}
              isDisabled={index === movable.length - 1}
              onPress={() => layout.move(column.id, 1)}
            />
          </div>
        ))}
        <Button size="small" tone="quiet" icon={RotateCcw} isDisabled={layout.isAsItWas} onPress={layout.reset}>
          {text('table.columnsReset')}
        </Button>
      </div>
    </Popover>
  );
}
