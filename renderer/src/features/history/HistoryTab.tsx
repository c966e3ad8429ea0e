import { FileDown, History, Redo2, SearchX, Undo2 } from 'lucide-react';
import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Change } from '#core/model/rows';
import type { HistoryAnswer } from '#core/queries/history';
import { isRefused, useAnswer, useRows } from '../../state/model-hooks';
import { useSession } from '../../state/session-context';
import { useSyncState } from '../../state/sync-hooks';
import { actSentence } from '../../text/acts/act-sentence';
import { namesThen } from '../../text/acts/names-then';
import { Refusals } from '../../parts/explain';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { StatusPill } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { DataTable, type TableHandle } from '../../ui/DataTable';
import { EmptyState } from '../../ui/EmptyState';
import { IconButton } from '../../ui/IconButton';
import { ContextMenu } from '../../ui/Menu';
import { SearchField } from '../../ui/SearchField';
import { Select } from '../../ui/Select';
import { Switch } from '../../ui/Switch';
import type { TableColumn } from '../../ui/table-column';
import { Toolbar } from '../../ui/Toolbar';
import { useActing } from '../../parts/acting';
import { useActStanding } from '../../parts/kept';
import { keysOf, useCommandHandlers } from '../../parts/commands';
import { ShortenOffer } from '../shortening';
import { useFilteredRows, useFilterField, useTableExport } from '../../parts/tables';
import { actKinds, isOfKind, type ActKind } from './act-kinds';
import { ProofMark } from './ProofMark';
import { useProofs } from './use-proofs';
import { useUndoRedo } from './use-undo-redo';
import './history.css';

/** As far back as the list goes; older acts stay in the ledger. */
const mostShown = 5_000;
const shown: ReadonlySet<string> = new Set();
/** Choices that leave everything in. */
const anybody = '*';
const anything = '*';
const noEntries: readonly HistoryAnswer[] = [];
/** Columns of no use while the account is on this computer only: whether an act was sent. */
const stateOnly: ReadonlySet<string> = new Set(['state']);

interface StoredAct {
  readonly id: string;
  readonly do: string;
  readonly args: unknown;
  /** True where nothing is known of it but that it was there (G12). */
  readonly isGone?: true;
}

/** Undo of undo is redo: the act at the end of the chain, and how often it was turned around. */
function originalOf(
  act: StoredAct,
  find: (commit: string) => StoredAct | undefined,
): { readonly act: StoredAct; readonly turns: number } {
  let found = act;
  let turns = 0;
  while (found.do === 'undo') {
    const undone = find(String((found.args as { readonly commit?: unknown }).commit));
    if (undone === undefined || undone.isGone === true) return { act: found, turns: 0 };
    found = undone;
    turns += 1;
  }
  return { act: found, turns };
}

/** The change that removed something, out of the acts that are listed; gathered when it is asked for first. */
function removals(
  entries: readonly HistoryAnswer[],
  recordOf: (commit: string) => { readonly changes: readonly Change[] } | undefined,
): (id: string) => Change | undefined {
  let removed: Map<string, Change> | null = null;
  return (id) => {
    if (removed === null) {
      removed = new Map();
      for (const { commit } of entries)
        for (const change of recordOf(commit)?.changes ?? [])
          if (change.after === undefined && !removed.has(change.id)) removed.set(change.id, change);
    }
    return removed.get(id);
  };
}

function useSentence(entries: readonly HistoryAnswer[]): (entry: HistoryAnswer) => string {
  const session = useSession();
  const writer = useText();
  const names = useNames();
  const removalOf = useMemo(() => removals(entries, session.record), [entries, session]);
  return useCallback(
    (entry) => {
      const { act, turns } = originalOf({ ...entry, id: entry.commit }, session.record);
      const record = session.record(act.id);
      const what = actSentence(
        act,
        writer,
        record === undefined ? names : namesThen(session.model, record.changes, writer, removalOf),
      );
      if (turns === 0) return what;
      return writer.text(turns % 2 === 1 ? 'history.tookBack' : 'history.didAgain', { what });
    },
    [session, writer, names, removalOf],
  );
}

/** Shows who did what, newest first, from the stored acts; any of them can be taken back. */
export function HistoryTab({ groupId }: { readonly groupId: string }): ReactNode {
  const writer = useText();
  const { text, moment } = writer;
  const model = useRows();
  const names = useNames();
  const act = useActing();
  const { undoable, redoable, undo, redo, sentenceOf } = useUndoRedo();
  const isRoot = model.root.id === groupId;
  const [isWhole, setWhole] = useState(false);
  const [menu, setMenu] = useState<{
    readonly entry: HistoryAnswer;
    readonly at: { readonly x: number; readonly y: number };
  } | null>(null);
  const answer = useAnswer(
    'history',
    isWhole || isRoot ? { limit: mostShown } : { entityId: groupId, inside: true, limit: mostShown },
  );
  const begins = useAnswer('historyBeginning', {});
  const beginning = begins === null || isRefused(begins) ? null : begins;
  const isCut = beginning?.isHere === false;
  const isShared = useSyncState().kind !== 'local';
  const sentence = useSentence(isRefused(answer) ? noEntries : answer);
  const standingOf = useActStanding();
  const { isProtected, proofOf } = useProofs();
  const session = useSession();
  const table = useRef<TableHandle>(null);
  const { typed, setTyped, inputRef, onKeyDown } = useFilterField(table);
  const [author, setAuthor] = useState<string>(anybody);
  const [kind, setKind] = useState<ActKind | typeof anything>(anything);
  const entries = isRefused(answer) ? noEntries : answer;
  const authors = useMemo(
    () =>
      [...new Set(entries.map(({ by }) => by))]
        .map((id) => ({ id, name: names.user(id) }))
        .sort((one, other) => writer.compare(one.name, other.name)),
    [entries, names, writer],
  );
  const chosen = useMemo(
    () =>
      author === anybody && kind === anything
        ? entries
        : entries.filter(
            (entry) =>
              (author === anybody || entry.by === author) &&
              (kind === anything || isOfKind(originalOf({ ...entry, id: entry.commit }, session.record).act, kind)),
          ),
    [entries, author, kind, session],
  );
  const wordsOf = useCallback(
    (entry: HistoryAnswer) => `${sentence(entry)} ${names.user(entry.by)} ${moment(entry.at)} ${entry.at.slice(0, 10)}`,
    [sentence, names, moment],
  );
  const passed = useFilteredRows(chosen, typed, wordsOf);
  const exportTable = useTableExport(text('history.title'), groupId, table);
  useCommandHandlers({ 'table.export': { run: exportTable, isEnabled: () => passed.length > 0 } });

  function showAll(): void {
    setTyped('');
    setAuthor(anybody);
    setKind(anything);
  }

  const columns = useMemo(
    (): readonly TableColumn<HistoryAnswer>[] => [
      {
        id: 'what',
        name: text('history.what'),
        width: 14,
        grows: true,
        textOf: sentence,
        cell: (entry) => <span title={sentence(entry)}>{sentence(entry)}</span>,
      },
      {
        id: 'who',
        name: text('history.who'),
        width: 9,
        textOf: (entry) => names.user(entry.by),
        cell: (entry) => names.user(entry.by),
        sortBy: (entry) => names.user(entry.by),
      },
      ...(isProtected
        ? [
            {
              id: 'computer',
              name: text('history.computer'),
              width: 9,
              textOf: (entry: HistoryAnswer) => proofOf(entry).words,
              cell: (entry: HistoryAnswer) => <ProofMark proof={proofOf(entry)} />,
              sortBy: (entry: HistoryAnswer) => proofOf(entry).computer,
            },
          ]
        : []),
      {
        id: 'when',
        name: text('history.when'),
        width: 10.5,
        textOf: (entry) => moment(entry.at),
        cell: (entry) => moment(entry.at),
        sortBy: (entry) => entry.at,
      },
      {
        id: 'state',
        name: text('history.state'),
        width: 7.5,
        textOf: (entry) => standingOf(entry.commit).words,
        cell: (entry) => {
          const { words, tone } = standingOf(entry.commit);
          return <StatusPill tone={tone}>{words}</StatusPill>;
        },
        sortBy: (entry) => standingOf(entry.commit).rank,
      },
    ],
    [text, sentence, names, moment, standingOf, isProtected, proofOf],
  );

  if (isRefused(answer))
    return (
      <div className="tab-refused">
        <Refusals refusals={answer.refusals} />
      </div>
    );
  const [nextUndo] = undoable;
  const [nextRedo] = redoable;
  return (
    <div className="history-tab" onKeyDown={onKeyDown}>
      <Toolbar
        label={text('history.title')}
        end={
          <>
            {isRoot ? null : <Switch label={text('history.everywhere')} isSelected={isWhole} onChange={setWhole} />}
            <IconButton
              label={text('command.exportTable')}
              icon={FileDown}
              isDisabled={passed.length === 0}
              onPress={exportTable}
            />
          </>
        }
      >
        <SearchField label={text('history.filter')} value={typed} onChange={setTyped} inputRef={inputRef} />
        <Select
          label={text('history.who')}
          hideLabel
          value={author}
          onChange={setAuthor}
          choices={[{ id: anybody, name: text('history.anybody') }, ...authors]}
        />
        <Select<ActKind | typeof anything>
          label={text('history.kind')}
          hideLabel
          value={kind}
          onChange={setKind}
          choices={[
            { id: anything, name: text('history.anything') },
            ...actKinds.map((id) => ({ id, name: text(`history.kind.${id}`) })),
          ]}
        />
        <Button
          icon={Undo2}
          isDisabled={nextUndo === undefined}
          onPress={() => void undo()}
          aria-keyshortcuts={keysOf('edit.undo') ?? ''}
        >
          <span className="history-next">
            {nextUndo === undefined
              ? text('history.nothingToUndo')
              : text('history.undoNext', { what: sentenceOf(nextUndo) })}
          </span>
        </Button>
        {nextRedo === undefined ? null : (
          <Button icon={Redo2} onPress={() => void redo()}>
            <span className="history-next">{text('history.redoNext', { what: sentenceOf(nextRedo) })}</span>
          </Button>
        )}
      </Toolbar>
      <DataTable
        name="history"
        label={text('history.title')}
        rows={passed}
        tableRef={table}
        columns={columns}
        hiddenColumns={isShared ? shown : stateOnly}
        rowId={(entry) => entry.commit}
        rowName={sentence}
        onContextMenu={(entry, at) => setMenu({ entry, at })}
        empty={
          answer.length === 0 ? (
            <EmptyState icon={History} title={text(isCut ? 'history.emptySince' : 'history.empty')}>
              {text(isCut ? 'history.emptySinceText' : 'history.emptyText')}
            </EmptyState>
          ) : (
            <EmptyState
              icon={SearchX}
              title={text('table.nothing')}
              actions={<Button onPress={showAll}>{text('table.showAll')}</Button>}
            />
          )
        }
      />
      <div className="history-begins quiet">
        {beginning === null ? null : (
          <p>
            {text(beginning.isHere ? 'history.beginsThere' : 'history.beginsHere', {
              ...{ by: names.user(beginning.by), at: moment(beginning.at), seq: beginning.seq, count: beginning.seq },
            })}
          </p>
        )}
        {isRoot ? <ShortenOffer /> : null}
      </div>
      <ContextMenu
        label={text('history.title')}
        at={menu?.at ?? null}
        onClose={() => setMenu(null)}
        groups={[
          {
            id: 'undo',
            choices:
              menu === null
                ? []
                : [
                    {
                      id: 'undo',
                      name: text('history.undoThis'),
                      icon: Undo2,
                      run: () => void act({ do: 'undo', args: { commit: menu.entry.commit } }, { say: true }),
                    },
                  ],
          },
        ]}
      />
    </div>
  );
}
