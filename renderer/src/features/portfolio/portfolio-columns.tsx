import { CloudUpload, TriangleAlert, Waypoints } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Catalogue } from '#core/catalogue/license-types';
import { addDays, type Day } from '#core/kernel/day';
import { groupStatuses, type LicenseTypeId } from '#core/model/vocabulary';
import type { Names } from '../../text/names';
import type { TextWriter } from '../../text/text';
import { writePath } from '#core/kernel/written-path';
import { Badge, StatusPill } from '../../ui/Badge';
import type { TableColumn } from '../../ui/table-column';
import { UsageBar } from '../../ui/UsageBar';
import { groupIcons, groupStatusTone } from '../../parts/groups';
import { isShort, openCount, type ComplexRow } from './portfolio-rows';
import { endWords, openWords, shortWords } from './portfolio-words';

/** An end within so many days wants to be seen. */
const soonDays = 30;

export interface ColumnParts {
  readonly catalogue: Catalogue;
  readonly writer: TextWriter;
  readonly names: Names;
  /** The day that is looked at. */
  readonly day: Day;
  /** Says when the account was last synchronised; `null` while it is not shared. */
  readonly synchronised: string | null;
}

function NameCell({ row, parts: { writer } }: { readonly row: ComplexRow; readonly parts: ColumnParts }): ReactNode {
  const Icon = groupIcons[row.kind];
  return (
    <span className="place-name" title={writePath([...row.path, row.name])}>
      <Icon size="1.1em" aria-label={writer.text(`kind.${row.kind}`)} role="img" />
      <span className="selectable">{row.name}</span>
      {row.path.length === 0 ? null : <span className="quiet place-path">{writePath(row.path)}</span>}
    </span>
  );
}

function UseCell({ row, parts: { writer } }: { readonly row: ComplexRow; readonly parts: ColumnParts }): ReactNode {
  const { text, number } = writer;
  const { total } = row.pool;
  return (
    <span
      className="place-use"
      title={
        row.isShared
          ? text('portfolio.shares', { pool: row.pool.name })
          : text('portfolio.useFull', { used: number(total.used), total: number(total.nominal) })
      }
    >
      <UsageBar
        label={text('portfolio.use')}
        total={total.nominal}
        isOver={isShort(row)}
        parts={[{ id: 'used', amount: total.used }]}
      />
      <span className="figure">{number(total.used)}</span>
    </span>
  );
}

function UnitsCell({ row, parts: { writer } }: { readonly row: ComplexRow; readonly parts: ColumnParts }): ReactNode {
  const { text, number } = writer;
  if (!row.isShared) return number(row.pool.total.nominal);
  return (
    <Badge icon={Waypoints} label={text('portfolio.shares', { pool: row.pool.name })}>
      {number(row.pool.total.nominal)}
    </Badge>
  );
}

function FreeCell({
  row,
  parts: { writer, names },
}: {
  readonly row: ComplexRow;
  readonly parts: ColumnParts;
}): ReactNode {
  const short = shortWords(row, writer, names);
  if (short.length === 0)
    return (
      <span className={row.pool.total.free === 0 ? 'quiet' : 'figure-strong'} title={writer.text('portfolio.leftHint')}>
        {writer.number(row.pool.total.free)}
      </span>
    );
  return (
    <span title={writer.list(short)}>
      <Badge tone="danger" icon={TriangleAlert}>
        {short[0]}
      </Badge>
    </span>
  );
}

function EndsCell({
  row,
  parts: { writer, names, day },
}: {
  readonly row: ComplexRow;
  readonly parts: ColumnParts;
}): ReactNode {
  const { nextEnd } = row.pool;
  if (nextEnd === null) return <span className="quiet">{writer.text('ui.empty')}</span>;
  return (
    <span title={endWords(row, writer, names) ?? undefined}>
      <Badge tone={nextEnd.day <= addDays(day, soonDays) ? 'warning' : 'neutral'}>
        {writer.text('portfolio.endsMark', { quantity: writer.number(nextEnd.quantity), day: writer.day(nextEnd.day) })}
      </Badge>
    </span>
  );
}

function SynchronisedCell({
  row,
  parts: { writer, synchronised },
}: {
  readonly row: ComplexRow;
  readonly parts: ColumnParts;
}): ReactNode {
  return row.waiting === 0 ? (
    <span className="quiet" title={synchronised ?? undefined}>
      {writer.text('portfolio.sent')}
    </span>
  ) : (
    <Badge tone="info" icon={CloudUpload}>
      {writer.text('portfolio.waits', { count: row.waiting })}
    </Badge>
  );
}

/** Three columns for each type that any place has: left, in use, there. */
function typeColumns(
  types: readonly LicenseTypeId[],
  { writer, names }: ColumnParts,
): readonly TableColumn<ComplexRow>[] {
  const keys = [
    ['free', 'portfolio.leftOf'],
    ['used', 'portfolio.usedOfType'],
    ['nominal', 'portfolio.nominalOf'],
  ] as const;
  return types.flatMap((typeId) =>
    keys.map(([figure, key]): TableColumn<ComplexRow> => ({
      id: `${figure}.${typeId}`,
      name: writer.text(key, { type: names.type(typeId) }),
      width: 9,
      align: 'end',
      isOptional: true,
      sortBy: (row) => row.pool.types[typeId]?.[figure] ?? null,
      textOf: (row) => String(row.pool.types[typeId]?.[figure] ?? 0),
      cell: (row) => writer.number(row.pool.types[typeId]?.[figure] ?? 0),
    })),
  );
}

function countColumn(
  id: string,
  name: string,
  { writer }: ColumnParts,
  of: (row: ComplexRow) => number,
): TableColumn<ComplexRow> {
  return {
    id,
    name,
    width: 6.5,
    align: 'end',
    isOptional: true,
    sortBy: of,
    textOf: (row) => String(of(row)),
    cell: (row) => writer.number(of(row)),
  };
}

/** The columns of the portfolio, those that most want to see first; the others are chosen. */
export function portfolioColumns(rows: readonly ComplexRow[], parts: ColumnParts): readonly TableColumn<ComplexRow>[] {
  const { writer, names, synchronised } = parts;
  const { text } = writer;
  const there = new Set(rows.flatMap(({ pool }) => Object.keys(pool.types) as LicenseTypeId[]));
  const types = parts.catalogue.types.flatMap(({ id }) => (there.has(id) ? [id] : []));
  return [
    {
      id: 'name',
      name: text('portfolio.name'),
      width: 8.8,
      grows: 2,
      sortBy: ({ name }) => name,
      textOf: ({ name }) => name,
      cell: (row) => <NameCell row={row} parts={parts} />,
    },
    {
      id: 'units',
      name: text('portfolio.units'),
      width: 4.9,
      align: 'end',
      sortBy: ({ pool }) => pool.total.nominal,
      textOf: ({ pool }) => String(pool.total.nominal),
      cell: (row) => <UnitsCell row={row} parts={parts} />,
    },
    {
      id: 'use',
      name: text('portfolio.use'),
      width: 6,
      grows: 1,
      sortBy: ({ pool: { total } }) => (total.nominal === 0 ? null : total.used / total.nominal),
      textOf: ({ pool: { total } }) => String(total.used),
      cell: (row) => <UseCell row={row} parts={parts} />,
    },
    {
      id: 'free',
      name: text('portfolio.left'),
      width: 4.2,
      align: 'end',
      sortBy: ({ pool }) => pool.total.free - pool.total.short,
      textOf: ({ pool }) => String(pool.total.free),
      cell: (row) => <FreeCell row={row} parts={parts} />,
    },
    {
      id: 'ends',
      name: text('portfolio.ends'),
      width: 10.3,
      sortBy: ({ pool }) => pool.nextEnd?.day ?? null,
      textOf: (row) => endWords(row, writer, names) ?? '',
      cell: (row) => <EndsCell row={row} parts={parts} />,
    },
    {
      id: 'status',
      name: text('portfolio.status'),
      width: 11,
      sortBy: ({ status }) => groupStatuses.indexOf(status),
      textOf: ({ status }) => text(`status.${status}`),
      cell: ({ status }) => <StatusPill tone={groupStatusTone[status]}>{text(`status.${status}`)}</StatusPill>,
    },
    {
      id: 'open',
      name: text('portfolio.open'),
      width: 3.4,
      align: 'end',
      sortBy: openCount,
      textOf: (row) => openWords(row, writer).join('; '),
      cell: (row) => (
        <span className={openCount(row) === 0 ? 'quiet' : undefined} title={openWords(row, writer).join('\n')}>
          {writer.number(openCount(row))}
        </span>
      ),
    },
    // While the account is not shared, it would say nothing.
    ...(synchronised === null
      ? []
      : [
          {
            id: 'synchronised',
            name: text('portfolio.synchronisedShort'),
            width: 6.6,
            sortBy: ({ waiting }: ComplexRow) => waiting,
            textOf: ({ waiting }: ComplexRow) =>
              waiting === 0 ? synchronised : text('portfolio.waits', { count: waiting }),
            cell: (row: ComplexRow) => <SynchronisedCell row={row} parts={parts} />,
          },
        ]),
    {
      id: 'path',
      name: text('portfolio.path'),
      width: 10,
      isOptional: true,
      sortBy: ({ path }) => path.join(' / '),
      textOf: ({ path }) => path.join(' / '),
      cell: ({ path }) => writePath(path),
    },
    {
      id: 'kind',
      name: text('portfolio.kind'),
      width: 7,
      isOptional: true,
      sortBy: ({ kind }) => text(`kind.${kind}`),
      textOf: ({ kind }) => text(`kind.${kind}`),
      cell: ({ kind }) => text(`kind.${kind}`),
    },
    {
      id: 'code',
      name: text('portfolio.code'),
      width: 5,
      isOptional: true,
      sortBy: ({ code }) => code || null,
      textOf: ({ code }) => code,
      cell: ({ code }) => <span className="selectable">{code}</span>,
    },
    countColumn('in30', text('portfolio.in30'), parts, ({ pool }) => pool.ending.in30),
    countColumn('in60', text('portfolio.in60'), parts, ({ pool }) => pool.ending.in60),
    countColumn('in90', text('portfolio.in90'), parts, ({ pool }) => pool.ending.in90),
    countColumn('people', text('portfolio.people'), parts, ({ people }) => people),
    countColumn('apartments', text('portfolio.apartments'), parts, ({ apartments }) => apartments),
    countColumn('groups', text('portfolio.groups'), parts, ({ groups }) => groups),
    countColumn('invited', text('portfolio.invited'), parts, ({ invited }) => invited),
    countColumn('unlicensed', text('portfolio.unlicensed'), parts, ({ unlicensed }) => unlicensed),
    ...typeColumns(types, parts),
  ];
}
