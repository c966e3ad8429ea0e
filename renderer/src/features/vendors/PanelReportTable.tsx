import type { ReactNode } from 'react';
import { addressText } from '#core/vendors/panel-addresses';
import type { PanelReport, WrittenItem } from '#core/vendors/sent';
import { useText, type TextWriter } from '../../text/text';
import { StatusPill } from '../../ui/Badge';
import { DataTable } from '../../ui/DataTable';
import { Notice } from '../../ui/Notice';
import type { TableColumn } from '../../ui/table-column';
import { sentTones } from './SentReport';
import { problemTitle } from './VendorProblemNotice';

/** Outcomes in the language of the window; a word that nobody recorded stays the panel's own. */
function outcomeWords(said: readonly string[], { text, has, list }: TextWriter): string {
  return list(
    said.map((outcome) => {
      const key = `vendor.panel.outcome.${outcome}`;
      return has(key) ? text(key) : outcome;
    }),
  );
}

/** Fate of each apartment that was to be written. */
export function PanelReportTable({
  title,
  report,
}: {
  readonly title: string;
  readonly report: PanelReport;
}): ReactNode {
  const writer = useText();
  const { text } = writer;
  const count = (state: WrittenItem['state']): number => report.written.filter((one) => one.state === state).length;
  const columns: readonly TableColumn<WrittenItem>[] = [
    {
      id: 'name',
      name: text('vendor.column.here'),
      width: 12,
      grows: 2,
      cell: ({ item }) => `${addressText(item.address)} · ${item.name}`,
    },
    {
      id: 'state',
      name: text('vendor.column.state'),
      width: 8,
      cell: ({ state }) => <StatusPill tone={sentTones[state]}>{text(`vendor.sent.${state}`)}</StatusPill>,
    },
    {
      id: 'why',
      name: text('vendor.column.became'),
      width: 12,
      grows: 2,
      cell: ({ failure, said }) => (failure === undefined ? outcomeWords(said, writer) : problemTitle(failure, writer)),
    },
  ];
  return (
    <>
      <Notice
        tone={count('done') === report.written.length ? 'success' : 'warning'}
        isLive
        title={text('vendor.sent.summary', {
          done: count('done'),
          failed: count('failed'),
          unknown: count('unknown'),
          notSent: count('notSent'),
        })}
      >
        {text(report.apartments === null ? 'vendor.panel.notReadBack' : 'vendor.panel.readBack')}
      </Notice>
      <div className="vendor-rows" style={{ '--rows': Math.max(3, report.written.length) } as React.CSSProperties}>
        <DataTable<WrittenItem>
          label={title}
          name="vendor.written"
          rows={report.written}
          columns={columns}
          rowId={({ item }) => item.linkId}
          rowName={({ item }) => item.name}
          empty={null}
        />
      </div>
    </>
  );
}
