import { endOfMonth, parseDate, startOfMonth } from '@internationalized/date';
import { CalendarDays, FileDown, KeyRound, Network } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import type { Day } from '#core/kernel/day';
import type { CostAnswer } from '#core/queries/cost';
import { isRefused, useAnswer } from '../../state/model-hooks';
import { useDay } from '../../state/view-hooks';
import { Refusals } from '../../parts/explain';
import { useTableExport } from '../../parts/tables';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import type { TableHandle } from '../../ui/DataTable';
import { DayField } from '../../ui/DayField';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/Notice';
import { Segments } from '../../ui/Segments';
import { CostBars } from './CostBars';
import { CostMonths } from './CostMonths';
import { CostTable } from './CostTable';
import { useCostLines } from './cost-lines';
import './costs.css';

type By = 'type' | 'group' | 'month';
const icons = { type: KeyRound, group: Network, month: CalendarDays } as const;

/** Types that count and have no price, and that amounts are bare without a currency: nothing is added up unsaid. */
function WhatIsMissing({ answer }: { readonly answer: CostAnswer }): ReactNode {
  const { text, list } = useText();
  const names = useNames();
  const types = answer.unpriced.map((typeId) => names.type(typeId));
  return (
    <>
      {types.length === 0 ? null : (
        <Notice tone="warning" title={text('cost.unpriced', { types: list(types), count: types.length })}>
          {text('cost.unpricedHelp')}
        </Notice>
      )}
      {answer.currency === null && answer.total > 0 ? (
        <Notice tone="info" title={text('cost.noCurrency')}>
          {text('cost.noCurrencyHelp')}
        </Notice>
      ) : null}
    </>
  );
}

function CostView({
  groupId,
  by,
  answer,
}: {
  readonly groupId: string;
  readonly by: By;
  readonly answer: CostAnswer;
}): ReactNode {
  const { text, money } = useText();
  const names = useNames();
  const lines = useCostLines(answer, by);
  const table = useRef<TableHandle>(null);
  const label = text('cost.title', { group: names.group(groupId) });
  const exportTable = useTableExport(text(`cost.by.${by}`), groupId, table);
  return (
    <>
      <WhatIsMissing answer={answer} />
      {lines.length === 0 ? (
        <p className="quiet">{text('cost.nothing')}</p>
      ) : (
        <>
          <div className="cost-total">
            <p>
              <strong>{money(answer.total, answer.currency)}</strong>{' '}
              <span className="quiet">{text('cost.together')}</span>
            </p>
            <Button icon={FileDown} onPress={exportTable}>
              {text('cost.export')}
            </Button>
          </div>
          <div className="cost-views">
            {by === 'month' ? (
              <CostMonths lines={lines} currency={answer.currency} />
            ) : (
              <CostBars lines={lines} currency={answer.currency} label={text(`cost.by.${by}`)} />
            )}
            <CostTable
              label={label}
              name={text(`cost.column.${by}`)}
              lines={lines}
              total={answer.total}
              currency={answer.currency}
              tableRef={table}
            />
          </div>
        </>
      )}
    </>
  );
}

/** Shows what licenses cost between two days, by type, place or month: as a picture, as a table, and as a file. */
export function CostsDialog({
  groupId,
  onClose,
}: {
  readonly groupId: string;
  readonly onClose: () => void;
}): ReactNode {
  const { text } = useText();
  const names = useNames();
  const { day: shownDay } = useDay();
  const first = startOfMonth(parseDate(shownDay));
  const [from, setFrom] = useState<Day>(first.toString());
  const [to, setTo] = useState<Day>(endOfMonth(first.add({ months: 11 })).toString());
  const [by, setBy] = useState<By>('type');
  const answer = useAnswer('cost', { from, to, groupId, by });
  return (
    <Dialog
      help="costs"
      title={text('cost.title', { group: names.group(groupId) })}
      isOpen
      onClose={onClose}
      size="large"
    >
      <div className="costs">
        <div className="cost-head">
          <DayField
            label={text('cost.from')}
            value={from}
            canClear={false}
            onChange={(next) => {
              if (next !== null) setFrom(next);
            }}
          />
          <DayField
            label={text('cost.to')}
            value={to}
            canClear={false}
            onChange={(next) => {
              if (next !== null) setTo(next);
            }}
          />
          <Segments<By>
            label={text('cost.by')}
            value={by}
            onChange={setBy}
            segments={(['type', 'group', 'month'] as const).map((id) => ({
              id,
              name: text(`cost.by.${id}`),
              icon: icons[id],
            }))}
          />
        </div>
        {isRefused(answer) ? (
          <Refusals refusals={answer.refusals} />
        ) : (
          <CostView groupId={groupId} by={by} answer={answer} />
        )}
      </div>
    </Dialog>
  );
}
