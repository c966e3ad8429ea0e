import { useState, type ReactNode } from 'react';
import type { BlockRow } from '#core/model/rows';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Checkbox } from '../../ui/Checkbox';
import { DayField } from '../../ui/DayField';
import { TextField } from '../../ui/TextField';
import { ApplyToMany, commonOf, commonValue, type SingleCall } from '../../parts/acting';
import { changeBlock, type BlockDraft } from './change-block';

type Draft = Pick<BlockDraft, 'validFrom' | 'validUntil' | 'note'>;
const untouched: Draft = {};

/** Allocations have no note of their own. */
function callsFor(block: BlockRow, { note, ...days }: Draft): readonly SingleCall[] {
  const call = changeBlock(block, note === undefined || block.source === 'allocation' ? days : { ...days, note });
  return call === null ? [] : [call];
}

/** Several blocks at once: days and notes that are left alone stay as they are in each. */
export function ManyBlocks({ blocks }: { readonly blocks: readonly BlockRow[] }): ReactNode {
  const { text } = useText();
  const names = useNames();
  const [draft, setDraft] = useState<Draft>(untouched);
  const several = text('ui.severalValues');
  const editable = blocks.filter((block) => block.source !== 'device');
  const noted = editable.filter((block) => block.source !== 'allocation');
  const note = commonValue(noted, (block) => block.note);
  const items = editable.map((block) => ({
    id: block.id,
    name: names.blockWithEnd(block.id),
    calls: callsFor(block, draft),
  }));
  const forget = (): void => setDraft(untouched);
  function changeNote(typed: string): void {
    const { note: _, ...others } = draft;
    setDraft(typed === '' && note === null ? others : { ...draft, note: typed });
  }
  if (editable.length === 0) return <p className="quiet">{text('many.blocksDevice')}</p>;
  return (
    <>
      <p className="quiet">{text('many.hint')}</p>
      {(['validFrom', 'validUntil'] as const).map((field) => {
        const common = commonOf(editable, (block) => block[field]);
        const isTouched = field in draft;
        const shown = isTouched ? (draft[field] ?? null) : common.isCommon ? common.value : null;
        return (
          <div key={field} className="many-day">
            <DayField
              label={text(field === 'validFrom' ? 'many.from' : 'many.until')}
              value={shown}
              onChange={(day) => setDraft({ ...draft, [field]: day })}
              hint={!isTouched && !common.isCommon ? several : undefined}
            />
            <Checkbox
              label={text(field === 'validFrom' ? 'many.openFrom' : 'many.openUntil')}
              isSelected={(isTouched || common.isCommon) && shown === null}
              isIndeterminate={!isTouched && !common.isCommon}
              onChange={(isOpen) => {
                if (isOpen) setDraft({ ...draft, [field]: null });
              }}
            />
          </div>
        );
      })}
      {noted.length === 0 ? null : (
        <TextField
          label={text('blocks.note')}
          value={draft.note ?? note ?? ''}
          placeholder={note === null ? several : undefined}
          onChange={changeNote}
        />
      )}
      {editable.length < blocks.length ? <p className="quiet">{text('many.blocksDevice')}</p> : null}
      <ApplyToMany items={items} onDone={forget} onCancel={forget} />
    </>
  );
}
