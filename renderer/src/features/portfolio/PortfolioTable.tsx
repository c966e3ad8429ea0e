import { Building2, SearchX } from 'lucide-react';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { useCatalogue, useRows } from '../../state/model-hooks';
import { useLastSynchronised, useSyncState } from '../../state/sync-hooks';
import { useDay } from '../../state/view-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { Select } from '../../ui/Select';
import { TableTab } from '../../parts/tables';
import { ownColumns, ownWords, useOwnFields } from '../../parts/own-fields';
import { portfolioColumns } from './portfolio-columns';
import { isShort, openCount, type ComplexRow } from './portfolio-rows';
import { endWords, openWords, shortWords } from './portfolio-words';
import { useComplexActs } from './use-complex-acts';

const filters = {
  all: { name: 'portfolio.all', fits: () => true },
  ending: { name: 'portfolio.onlyEnding', fits: ({ pool }: ComplexRow) => pool.ending.in30 > 0 },
  short: { name: 'portfolio.onlyShort', fits: isShort },
  open: { name: 'portfolio.onlyOpen', fits: (row: ComplexRow) => openCount(row) > 0 },
} as const;
type Filter = keyof typeof filters;
const filterIds = Object.keys(filters) as readonly Filter[];

const idOf = (row: ComplexRow): string => row.id;
const nameOf = (row: ComplexRow): string => row.name;

/** Says when the account was last synchronised; `null` while it is not shared. */
export function useSynchronisedWords(): string | null {
  const { text, moment } = useText();
  const isShared = useSyncState().kind !== 'local';
  const last = useLastSynchronised();
  return isShared ? (last === null ? text('portfolio.neverSynchronised') : moment(last)) : null;
}

/** The places of a portfolio, one line each. */
export function PortfolioTable({
  groupId,
  rows,
}: {
  readonly groupId: string;
  readonly rows: readonly ComplexRow[];
}): ReactNode {
  const writer = useText();
  const { text } = writer;
  const names = useNames();
  const { day } = useDay();
  const synchronised = useSynchronisedWords();
  const catalogue = useCatalogue();
  const [filter, setFilter] = useState<Filter>('all');
  const acts = useComplexActs(rows);
  const ownFields = useOwnFields('group');
  const model = useRows();
  const shown = useMemo(() => rows.filter(filters[filter].fits), [rows, filter]);
  const columns = useMemo(
    () => [
      ...portfolioColumns(rows, { catalogue, writer, names, day, synchronised }),
      ...ownColumns<ComplexRow>(ownFields, (row) => model.row('groups', row.id)?.fields, writer),
    ],
    [catalogue, rows, writer, names, day, synchronised, ownFields, model],
  );
  const wordsOf = useCallback(
    (row: ComplexRow) =>
      [
        row.name,
        row.code,
        ...row.path,
        text(`kind.${row.kind}`),
        text(`status.${row.status}`),
        ...openWords(row, writer),
        ...shortWords(row, writer, names),
        endWords(row, writer, names) ?? '',
        ownWords({ fields: model.row('groups', row.id)?.fields }, ownFields, writer),
      ].join(' '),
    [text, writer, names, ownFields, model],
  );
  return (
    <>
      <TableTab
        label={text('portfolio.title')}
        name="portfolio"
        groupId={groupId}
        kind="group"
        rows={shown}
        columns={columns}
        rowId={idOf}
        rowName={nameOf}
        wordsOf={wordsOf}
        filters={
          <Select<Filter>
            label={text('portfolio.filter')}
            hideLabel
            value={filter}
            onChange={setFilter}
            choices={filterIds.map((id) => ({ id, name: text(filters[id].name) }))}
          />
        }
        actions={acts.menu}
        onOpen={(row) => acts.go(row.id)}
        empty={
          rows.length === 0 ? (
            <EmptyState
              icon={Building2}
              title={text('portfolio.empty')}
              example={{
                columns: [
                  text('portfolio.name'),
                  text('portfolio.units'),
                  text('portfolio.use'),
                  text('portfolio.left'),
                ],
                rows: text('example.portfolio'),
              }}
            >
              {text('portfolio.emptyText', { group: names.group(groupId) })}
            </EmptyState>
          ) : (
            <EmptyState
              icon={SearchX}
              title={text('portfolio.emptyFilter')}
              actions={<Button onPress={() => setFilter('all')}>{text('portfolio.all')}</Button>}
            />
          )
        }
      />
      {acts.dialogs}
    </>
  );
}
