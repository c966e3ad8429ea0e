import { useMemo, type ReactNode } from 'react';
import { addressText } from '#core/vendors/panel-addresses';
import type { PanelReport, WrittenItem } from '#core/vendors/sent';
import { useText, type TextWriter } from '../../text/text';
import { StatusPill } from '../../ui/Badge';
import { Notice } from '../../ui/Notice';
import type { TableColumn } from '../../ui/table-column';
import { FilteredTable } from '../../parts/tables';
import { sentTones } from './SentReport';
import { rowsStyle } from './vendor-rows';
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

const writtenId = ({ item }: WrittenItem): string => item.linkId;

/** Fate of each apartment that was to be written. */
export function PanelReportTable({
  title,
  buildingId,
  report,
}: {
  readonly title: string;
  readonly buildingId: string;
  readonly report: PanelReport;
}): ReactNode {
  const writer = useText();
  const { text } = writer;
  const count = (state: WrittenItem['state']): number => report.written.filter((one) => one.state === state).length;
  const columns = useMemo((): readonly TableColumn<WrittenItem>[] => {
    const here = ({ item }: WrittenItem): string => `${addressText(item.address)} · ${item.name}`;
    const state = (written: WrittenItem): string => text(`vendor.sent.${written.state}`);
    const became = ({ failure, said }: WrittenItem): string =>
      failure === undefined ? outcomeWords(said, writer) : problemTitle(failure, writer);
    return [
      { id: 'name', name: text('vendor.column.here'), width: 12, grows: 2, cell: here, sortBy: here, textOf: here },
      {
        id: 'state',
        name: text('vendor.column.state'),
        width: 8,
        cell: (written) => <StatusPill tone={sentTones[written.state]}>{state(written)}</StatusPill>,
        sortBy: state,
        textOf: state,
      },
      {
        id: 'why',
        name: text('vendor.column.became'),
        width: 12,
        grows: 2,
        cell: became,
        sortBy: became,
        textOf: became,
      },
    ];
  }, [text, writer]);
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
      <FilteredTable<WrittenItem>
        groupId={buildingId}
        frame="vendor-rows"
        frameStyle={rowsStyle(report.written.length)}
        label={title}
        name="vendor.written"
        rows={report.written}
        columns={columns}
        rowId={writtenId}
        rowName={({ item }) => item.name}
        empty={null}
      />
    </>
  );
}
