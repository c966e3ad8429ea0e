import { useMemo, type ReactNode } from 'react';
import type { RingoverCall } from '#core/vendors/ringover';
import type { SentCall } from '#core/vendors/sent';
import type { SentState } from '#core/vendors/vendor-failure';
import { useText, type TextWriter } from '../../text/text';
import type { Names } from '../../text/names';
import { Button } from '../../ui/Button';
import { StatusPill, type Tone } from '../../ui/Badge';
import { DataTable } from '../../ui/DataTable';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/Notice';
import type { TableColumn } from '../../ui/table-column';
import { requestWords } from './line-words';
import { problemTitle } from './VendorProblemNotice';

export interface SentReportProps {
  readonly title: string;
  readonly sent: readonly SentCall[];
  readonly names: Names;
  readonly onReadAgain: () => void;
  readonly onClose: () => void;
}

export const sentTones: { readonly [S in SentState]: Tone } = {
  done: 'success',
  failed: 'danger',
  unknown: 'warning',
  notSent: 'neutral',
};

interface Row {
  readonly id: string;
  readonly sent: SentCall;
}

function whom(call: RingoverCall, names: Names): string {
  return call.call === 'invite' ? names.user(call.userId) : requestWords(call);
}

function why({ failure, state }: SentCall, writer: TextWriter): string {
  if (failure !== undefined) return problemTitle(failure, writer);
  return state === 'unknown' ? writer.text('vendor.sent.unknownHelp') : '';
}

/** Report of a push: what was done, what was not, and what nobody knows. */
export function SentReport({ title, sent, names, onReadAgain, onClose }: SentReportProps): ReactNode {
  const writer = useText();
  const { text } = writer;
  const count = (state: SentState): number => sent.filter((one) => one.state === state).length;
  const rows = useMemo(() => sent.map((one, index): Row => ({ id: String(index), sent: one })), [sent]);
  const columns: readonly TableColumn<Row>[] = [
    {
      id: 'what',
      name: text('vendor.column.do'),
      width: 8,
      grows: 1,
      cell: ({ sent: { call } }) => text(`vendor.push.${call.call}`),
    },
    {
      id: 'whom',
      name: text('vendor.column.whom'),
      width: 12,
      grows: 2,
      cell: ({ sent: { call } }) => whom(call, names),
    },
    {
      id: 'state',
      name: text('vendor.column.state'),
      width: 8,
      cell: ({ sent: { state } }) => <StatusPill tone={sentTones[state]}>{text(`vendor.sent.${state}`)}</StatusPill>,
    },
    { id: 'why', name: text('vendor.column.why'), width: 10, grows: 2, cell: (row) => why(row.sent, writer) },
  ];
  const isAll = count('done') === sent.length;
  return (
    <Dialog
      help="vendors"
      title={title}
      isOpen
      onClose={onClose}
      size="large"
      actions={
        <>
          <Button onPress={onReadAgain}>{text('vendor.readAgain')}</Button>
          <Button tone="primary" onPress={onClose} autoFocus>
            {text('ui.close')}
          </Button>
        </>
      }
    >
      <Notice
        tone={isAll ? 'success' : 'warning'}
        isLive
        title={text('vendor.sent.summary', {
          done: count('done'),
          failed: count('failed'),
          unknown: count('unknown'),
          notSent: count('notSent'),
        })}
      >
        {count('unknown') > 0 ? text('vendor.sent.unknownHelp') : undefined}
      </Notice>
      <div className="vendor-rows" style={{ '--rows': Math.max(3, rows.length) } as React.CSSProperties}>
        <DataTable<Row>
          label={title}
          name="vendor.sent"
          rows={rows}
          columns={columns}
          rowId={({ id }) => id}
          rowName={({ sent: { call } }) => whom(call, names)}
          empty={null}
        />
      </div>
    </Dialog>
  );
}
