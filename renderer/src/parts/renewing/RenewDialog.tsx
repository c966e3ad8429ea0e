import { useState, type ReactNode } from 'react';
import type { Day } from '#core/kernel/day';
import type { BlockRow } from '#core/model/rows';
import { isRefused, useAnswer, useRows } from '../../state/model-hooks';
import { useDay } from '../../state/view-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Checkbox } from '../../ui/Checkbox';
import { DayField } from '../../ui/DayField';
import { NumberField } from '../../ui/NumberField';
import { RadioGroup } from '../../ui/RadioGroup';
import { ActDialog, together } from '../acting';
import { Refusals } from '../explain';
import { LeftOut, RenewalTable } from './RenewalTable';
import { canBeRenewed, yearsOn } from './renewable';
import './renewing.css';

type Length = 'year' | 'day' | 'open';

/** The last day of what follows a block. */
function untilOf(block: BlockRow, length: Length, day: Day | null): Day | null {
  if (length === 'open' || block.validUntil === null) return null;
  return length === 'year' ? yearsOn(block.validUntil, 1) : day;
}

/**
 * Renews one block or several, with what pools below hold of them: what follows what, from when to when and at what cost, before the
 * click; one step to take back.
 */
export function RenewDialog({
  blockIds,
  onClose,
}: {
  readonly blockIds: readonly string[];
  readonly onClose: () => void;
}): ReactNode {
  const { text } = useText();
  const names = useNames();
  const rows = useRows();
  const { today } = useDay();
  const blocks = blockIds.flatMap((id) => rows.row('blocks', id) ?? []);
  const [first] = blocks.filter(({ id }) => canBeRenewed(rows, id));
  const [length, setLength] = useState<Length>('year');
  const [day, setDay] = useState<Day | null>(first?.validUntil == null ? null : yearsOn(first.validUntil, 1));
  const [quantity, setQuantity] = useState<number | null>(first?.quantity ?? null);
  const [takesAlong, takeAlong] = useState(true);
  const isOne = blocks.length === 1;
  const hasQuantity = isOne && first !== undefined && first.typeId !== 'link.feature';
  const answer = useAnswer(
    'renewal',
    {
      blocks: blocks.map((block) => ({
        blockId: block.id,
        validUntil: untilOf(block, length, day),
        ...(hasQuantity && quantity !== null ? { quantity } : {}),
      })),
      allocations: takesAlong,
    },
    today,
  );
  const isMissing = (length === 'day' && day === null) || (hasQuantity && quantity === null);
  const call = isRefused(answer) || isMissing ? null : together(answer.do);
  const title = text('renew.title', { count: blocks.length, name: first === undefined ? '' : names.thing(first.id) });
  return (
    <ActDialog help="renew" title={title} call={call} actName={text('renew.do')} onClose={onClose} size="normal">
      {first === undefined ? null : (
        <div className="renew-fields">
          <RadioGroup<Length>
            label={text('renew.length')}
            value={length}
            onChange={setLength}
            choices={[
              { id: 'year', name: text('renew.year', { count: blocks.length }) },
              { id: 'day', name: text('renew.day', { count: blocks.length }) },
              { id: 'open', name: text('renew.open') },
            ]}
          />
          <div className="renew-amounts">
            {length === 'day' ? <DayField label={text('renew.lastDay')} value={day} onChange={setDay} /> : null}
            {hasQuantity ? (
              <NumberField label={text('blocks.quantity')} least={1} value={quantity} onChange={setQuantity} />
            ) : null}
          </div>
          <Checkbox label={text('renew.along')} isSelected={takesAlong} onChange={takeAlong} />
        </div>
      )}
      {isRefused(answer) ? (
        <Refusals refusals={answer.refusals} />
      ) : (
        <>
          <RenewalTable answer={answer} />
          <LeftOut answer={answer} />
        </>
      )}
    </ActDialog>
  );
}
