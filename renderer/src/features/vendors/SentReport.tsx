import { useMemo, type ReactNode } from 'react';
import type { RingoverCall } from '#core/vendors/ringover';
import type { SentCall } from '#core/vendors/sent';
import type { SentState } from '#core/vendors/vendor-failure';
import { useText, type TextWriter } from '../../text/text';
import type { Names } from '../../text/names';
import { Button } from '../../ui/Button';
import { StatusPill, type Tone } from '../../ui/Badge';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/Notice';
import type { TableColumn } from '../../ui/table-column';
import { FilteredTable } from '../../parts/tables';
import { requestWords } from './line-words';
import { rowsStyle } from './vendor-rows';
import { problemTitle } from './VendorProblemNotice';

export interface SentReportProps {
  readonly title: string;
  readonly groupId: string;
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

const rowId = ({ id }: Row): string => id;

/** Report of a push: what was done, what was not, and what nobody knows. */
export function SentReport({ title, groupId, sent, names, onReadAgain, onClose }: SentReportProps): ReactNode {
  const writer = useText();
  const { text } = writer;
  const count = (state: SentState): number => sent.filter((one) => one.state === state).length;
  const rows = useMemo(() => sent.map((one, index): Row => ({ id: String(index), sent: one })), [sent]);
  const columns = useMemo((): readonly TableColumn<Row>[] => {
    const what = ({ sent: { call } }: Row): string => text(`vendor.push.${call.call}`);
    const who = ({ sent: { call } }: Row): string => whom(call, names);
    const state = (row: Row): string => text(`vendor.sent.${row.sent.state}`);
    const reason = (row: Row): string => why(row.sent, writer);
    return [
      { id: 'what', name: text('vendor.column.do'), width: 8, grows: 1, cell: what, sortBy: what, textOf: what },
      { id: 'whom', name: text('vendor.column.whom'), width: 12, grows: 2, cell: who, sortBy: who, textOf: who },
      {
        id: 'state',
        name: text('vendor.column.state'),
        width: 8,
        cell: (row) => <StatusPill tone={sentTones[row.sent.state]}>{state(row)}</StatusPill>,
        sortBy: state,
        textOf: state,
      },
      { id: 'why', name: text('vendor.column.why'), width: 10, grows: 2, cell: reason, sortBy: reason, textOf: reason },
    ];
  }, [text, names, writer]);
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
      <FilteredTable<Row>
        groupId={groupId}
        frame="vendor-rows"
        frameStyle={rowsStyle(rows.length)}
        label={title}
        name="vendor.sent"
        rows={rows}
        columns={columns}
        rowId={rowId}
        rowName={({ sent: { call } }) => whom(call, names)}
        empty={null}
      />
    </Dialog>
  );
}
