import { Hash, Plus } from 'lucide-react';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { NumberKind } from '#core/model/rows';
import type { NumberAnswer } from '#core/queries/numbers';
import type { SheetField } from '#core/sheets/sheet';
import { isRefused, useAnswer, useRows } from '../../state/model-hooks';
import { useJustMade } from '../../state/just-made';
import { useIncludeSubgroups } from '../../state/view-hooks';
import { Refusals } from '../../parts/explain';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { Menu } from '../../ui/Menu';
import { Select } from '../../ui/Select';
import { PhoneNumber } from '../../ui/PhoneNumber';
import type { TableColumn } from '../../ui/table-column';
import { ownColumns, ownWords, useOwnFields } from '../../parts/own-fields';
import { TableTab } from '../../parts/tables';
import { useCommandHandlers } from '../../parts/commands';
import { AddNumberLine, AddRangeLine } from './AddLine';
import { isFree, purposeOfNumber, userOfNumber } from './number-use';
import { RangeStrip } from './RangeStrip';
import { useNumberActs } from './use-number-acts';

type Where = 'here' | 'free' | 'all';
type KindFilter = NumberKind | 'any';
const kinds: readonly KindFilter[] = ['any', 'landline', 'mobile', 'sip'];
const idOf = (number: NumberAnswer): string => number.id;
const valueOf = (number: NumberAnswer): string => number.value;

/** The numbers of the account, as seen from a group. */
export function NumbersTab({ groupId }: { readonly groupId: string }): ReactNode {
  const writer = useText();
  const { text } = writer;
  const names = useNames();
  const model = useRows();
  const { included } = useIncludeSubgroups();
  const [chosenWhere, setWhere] = useState<Where | null>(null);
  const where = chosenWhere ?? (groupId === model.root.id ? 'all' : 'here');
  const [kind, setKind] = useState<KindFilter>('any');
  const [adding, setAdding] = useState<{ readonly what: 'number' | 'range'; readonly time: number } | null>(null);
  const add = (what: 'number' | 'range'): void => setAdding((before) => ({ what, time: (before?.time ?? 0) + 1 }));
  const acts = useNumberActs();
  const ownFields = useOwnFields('number');
  useCommandHandlers({
    'numbers.add': { run: () => add('number') },
    'numbers.addRange': { run: () => add('range') },
  });
  const answer = useAnswer('numbers', {
    ...(kind === 'any' ? {} : { kind }),
    ...(where === 'free' ? { free: true } : {}),
  });

  const justMade = useJustMade('numbers', groupId);
  const everyNumber = useAnswer('numbers', {});
  const fitting = useMemo(() => {
    if (isRefused(answer)) return [];
    if (where !== 'here') return answer;
    return answer.filter((number) => {
      const at = model.groupOfNumber(number.id);
      return at !== null && (included ? model.isWithin(at, groupId) : at === groupId);
    });
  }, [answer, where, model, included, groupId]);
  // What was just added is in sight, whatever the filters say.
  const strays = useMemo(() => {
    if (justMade.size === 0 || isRefused(everyNumber)) return [];
    const there = new Set(fitting.map(idOf));
    return everyNumber.filter(({ id }) => justMade.has(id) && !there.has(id));
  }, [justMade, everyNumber, fitting]);
  const strayIds = useMemo(() => new Set(strays.map(idOf)), [strays]);
  const rows = useMemo(() => (strays.length === 0 ? fitting : [...fitting, ...strays]), [fitting, strays]);
  const columns = useMemo(
    (): readonly TableColumn<NumberAnswer>[] => [
      {
        id: 'value',
        name: text('numbers.value'),
        width: 9,
        sortBy: valueOf,
        textOf: valueOf,
        cell: (number) => <PhoneNumber value={number.value} />,
      },
      {
        id: 'id',
        name: text('table.id'),
        width: 8,
        isOptional: true,
        sortBy: idOf,
        textOf: idOf,
        cell: (number) => <span className="selectable figure">{number.id}</span>,
      },
      {
        id: 'kind',
        name: text('numbers.kind'),
        width: 5.5,
        sortBy: (number) => text(`numberKind.${number.kind}`),
        textOf: (number) => text(`numberKind.${number.kind}`),
        cell: (number) => text(`numberKind.${number.kind}`),
      },
      {
        id: 'usedBy',
        name: text('numbers.usedBy'),
        width: 9,
        grows: true,
        sortBy: (number) => (isFree(number) ? null : userOfNumber(number, model, writer, names)),
        textOf: (number) => userOfNumber(number, model, writer, names),
        cell: (number) => (
          <span className={isFree(number) ? 'quiet' : ''}>{userOfNumber(number, model, writer, names)}</span>
        ),
      },
      {
        id: 'use',
        name: text('numbers.use'),
        width: 16,
        grows: true,
        sortBy: (number) => purposeOfNumber(number, model, writer, names),
        textOf: (number) => purposeOfNumber(number, model, writer, names),
        cell: (number) => purposeOfNumber(number, model, writer, names),
      },
      ...ownColumns<NumberAnswer>(ownFields, (number) => number.fields, writer),
    ],
    [text, writer, names, model, ownFields],
  );
  const byId = useMemo(
    () => new Map(isRefused(everyNumber) ? [] : everyNumber.map((number) => [number.id, number])),
    [everyNumber],
  );
  function written(thing: string, field: SheetField): string {
    const number = byId.get(thing);
    return number === undefined ? '' : (columns.find((column) => column.id === field)?.textOf?.(number) ?? '');
  }
  const wordsOf = useCallback(
    (number: NumberAnswer) =>
      `${number.value} ${userOfNumber(number, model, writer, names)} ${purposeOfNumber(number, model, writer, names)} ${ownWords(number, ownFields, writer)}`,
    [model, writer, names, ownFields],
  );
  if (isRefused(answer))
    return (
      <div className="tab-notice">
        <Refusals refusals={answer.refusals} />
      </div>
    );

  const isEmptyAccount = where === 'all' && kind === 'any';
  return (
    <>
      <TableTab
        label={text('numbers.title')}
        name="numbers"
        groupId={groupId}
        kind="number"
        rows={rows}
        columns={columns}
        rowId={idOf}
        rowName={valueOf}
        wordsOf={wordsOf}
        hasSubgroups={where === 'here'}
        strays={strayIds}
        onShowAll={() => {
          setWhere('all');
          setKind('any');
        }}
        sheet={{ kind: 'numbers', written }}
        filters={
          <>
            <Select<Where>
              label={text('numbers.where')}
              hideLabel
              value={where}
              onChange={setWhere}
              choices={[
                { id: 'here', name: text('numbers.whereHere') },
                { id: 'free', name: text('numbers.whereFree') },
                { id: 'all', name: text('numbers.whereAll') },
              ]}
            />
            <Select<KindFilter>
              label={text('numbers.kind')}
              hideLabel
              value={kind}
              onChange={setKind}
              choices={kinds.map((one) => ({
                id: one,
                name: one === 'any' ? text('numbers.kindAll') : text(`numberKind.${one}`),
              }))}
            />
          </>
        }
        making={
          <Menu
            label={text('numbers.add')}
            trigger={<Button icon={Plus}>{text('numbers.add')}</Button>}
            groups={[
              {
                id: 'add',
                choices: [
                  { id: 'number', name: text('numbers.addOne'), run: () => add('number') },
                  { id: 'range', name: text('numbers.addRange'), run: () => add('range') },
                ],
              },
            ]}
          />
        }
        draft={
          <>
            <RangeStrip />
            {adding?.what === 'number' ? <AddNumberLine time={adding.time} onClose={() => setAdding(null)} /> : null}
            {adding?.what === 'range' ? <AddRangeLine time={adding.time} onClose={() => setAdding(null)} /> : null}
          </>
        }
        actions={acts.menu}
        onKey={(event, ids) => {
          if (event.key !== 'Delete') return false;
          acts.remove(ids);
          return true;
        }}
        empty={
          <EmptyState
            icon={Hash}
            title={text(isEmptyAccount ? 'numbers.empty' : 'numbers.emptyHere')}
            example={
              isEmptyAccount
                ? {
                    columns: [text('numbers.value'), text('numbers.kind'), text('numbers.usedBy')],
                    rows: text('example.numbers'),
                  }
                : undefined
            }
            actions={
              adding !== null ? undefined : (
                <Button tone={isEmptyAccount ? 'primary' : 'normal'} icon={Plus} onPress={() => add('number')}>
                  {text('numbers.addOne')}
                </Button>
              )
            }
          >
            {isEmptyAccount
              ? text('numbers.emptyText')
              : text('numbers.emptyHereText', { group: names.group(groupId) })}
          </EmptyState>
        }
      />
      {acts.dialogs}
    </>
  );
}
