import { ArrowDown, ArrowUp, Columns3, RotateCcw } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { isAlike } from '#core/kernel/alike';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { Checkbox } from '../../ui/Checkbox';
import { IconButton } from '../../ui/IconButton';
import { Popover } from '../../ui/Popover';

interface ColumnChooserProps {
  /** All columns as they are to stand. */
  readonly columns: readonly { readonly id: string; readonly name: string }[];
  readonly hidden: readonly string[];
  readonly isAsItWas: boolean;
  readonly onShow: (id: string, isShown: boolean) => void;
  readonly onMove: (id: string, step: -1 | 1) => void;
  readonly onReset: () => void;
}

function Chooser({ columns, hidden, isAsItWas, onShow, onMove, onReset }: ColumnChooserProps): ReactNode {
  const { text } = useText();
  const movable = columns.slice(1);
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
              isSelected={!hidden.includes(column.id)}
              onChange={(shown) => onShow(column.id, shown)}
            />
            <IconButton
              size="small"
              icon={ArrowUp}
              label={text('table.columnUp', { column: column.name })}
              isDisabled={index === 0}
              onPress={() => onMove(column.id, -1)}
            />
            <IconButton
              size="small"
              icon={ArrowDown}
              label={text('table.columnDown', { column: column.name })}
              isDisabled={index === movable.length - 1}
              onPress={() => onMove(column.id, 1)}
            />
          </div>
        ))}
        <Button size="small" tone="quiet" icon={RotateCcw} isDisabled={isAsItWas} onPress={onReset}>
          {text('table.asAtFirst')}
        </Button>
      </div>
    </Popover>
  );
}

/** Lets a person choose the columns and their order. The first one names the row and stays. */
export const ColumnChooser = memo(Chooser, isAlike);
