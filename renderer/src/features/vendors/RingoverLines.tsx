import { useMemo, useState, type ReactNode } from 'react';
import type { PlanTypes } from '#core/vendors/remembered-ids';
import type { RingoverAccount } from '#core/vendors/ringover';
import { otherTeam, sentActs } from '#core/vendors/ringover-compare';
import { pulls, sends, type RingoverLine } from '#core/vendors/ringover-lines';
import type { SentCall } from '#core/vendors/sent';
import { useActing } from '../../parts/acting';
import { Refusals, Warnings } from '../../parts/explain';
import { FilteredTable } from '../../parts/tables';
import { usePreview } from '../../state/model-hooks';
import {
  asActs,
  useRingoverComparison,
  vendorProblem,
  type VendorJob,
  type VendorProblem,
} from '../../state/vendor-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/Notice';
import { ProgressBar } from '../../ui/ProgressBar';
import { Switch } from '../../ui/Switch';
import type { TableColumn } from '../../ui/table-column';
import { pullWords, pushWords, requestWords, sideWords, stateWords } from './line-words';
import type { RingoverMode } from './ringover-mode';
import { SentReport } from './SentReport';
import { chooseAction, rowsStyle } from './vendor-rows';
import { VendorProblemNotice } from './VendorProblemNotice';

export interface RingoverLinesProps {
  readonly title: string;
  readonly mode: RingoverMode;
  readonly groupId: string;
  readonly there: RingoverAccount;
  readonly planTypes: PlanTypes;
  readonly job: VendorJob;
  readonly onReadAgain: () => void;
  readonly onChangeKey: () => void;
  readonly onClose: () => void;
}

/** What a long list leads to later is worked out when it is applied. */
const mostPreviewed = 3_000;
const mostRequestsShown = 200;

function doesSomething(mode: RingoverMode, line: RingoverLine): boolean {
  if (mode === 'compare') return line.state !== 'same';
  return mode === 'pull' ? pulls(line) : line.push.length > 0;
}

/** Both sides line by line, with what is done about each; a line that is not chosen is left out. */
export function RingoverLines(given: RingoverLinesProps): ReactNode {
  const { title, mode, groupId, there: account, planTypes, job, onReadAgain, onChangeKey, onClose } = given;
  const writer = useText();
  const { text, list, number } = writer;
  const names = useNames();
  const act = useActing();
  const { lines, question, planOf } = useRingoverComparison(account, groupId, planTypes);
  const canChoose = useMemo(
    () => new Map(lines.filter((line) => (mode === 'push' ? sends(line) : pulls(line))).map((line) => [line.id, line])),
    [lines, mode],
  );
  const tickable = useMemo(() => new Set(canChoose.keys()), [canChoose]);
  /** Lines that a person has put the other way round: left out, or wanted although they take something. */
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const [showsAll, setShowsAll] = useState(mode === 'compare');
  const [sent, setSent] = useState<readonly SentCall[] | null>(null);
  const [problem, setProblem] = useState<VendorProblem | null>(null);
  const [isActing, setActing] = useState(false);

  const chosen = useMemo(
    () =>
      new Set([...canChoose.values()].filter(({ id, isCareful }) => isCareful === turned.has(id)).map(({ id }) => id)),
    [canChoose, turned],
  );
  const plan = useMemo(() => (mode === 'pull' ? planOf(chosen) : []), [mode, planOf, chosen]);
  const call = useMemo(() => asActs(plan.map((one) => one.act)), [plan]);
  const preview = usePreview(plan.length <= mostPreviewed ? call : null);
  const calls = useMemo(
    () =>
      mode !== 'push'
        ? []
        : lines.flatMap((line) =>
            chosen.has(line.id) ? line.push.flatMap((part) => (part.by === 'trellis' ? [part.call] : [])) : [],
          ),
    [mode, lines, chosen],
  );
  const shown = useMemo(
    () => (showsAll ? lines : lines.filter((line) => doesSomething(mode, line))),
    [showsAll, lines, mode],
  );
  const columns = useMemo((): readonly TableColumn<RingoverLine>[] => {
    const done = (line: RingoverLine): string =>
      mode === 'compare'
        ? stateWords(line, writer)
        : mode === 'pull'
          ? pullWords(line, writer)
          : pushWords(line, writer);
    const kindWords = ({ kind }: RingoverLine): string => text(`vendor.kind.${kind}`);
    const there = (line: RingoverLine): string => sideWords(line.there, writer, names, line.differs);
    const here = (line: RingoverLine): string => sideWords(line.here, writer, names, line.differs);
    const cell = (words: string): ReactNode => (
      <span className="vendor-cell" title={words}>
        {words}
      </span>
    );
    return [
      {
        id: 'kind',
        name: text('vendor.column.kind'),
        width: 6.5,
        cell: kindWords,
        sortBy: ({ kind }) => kind,
        textOf: kindWords,
      },
      {
        id: 'there',
        name: text('vendor.column.there'),
        width: 12,
        grows: 3,
        cell: (line) => cell(there(line)),
        sortBy: (line) => line.there?.name ?? null,
        textOf: there,
      },
      {
        id: 'here',
        name: text('vendor.column.here'),
        width: 12,
        grows: 3,
        cell: (line) => cell(here(line)),
        sortBy: (line) => line.here?.name ?? null,
        textOf: here,
      },
      {
        id: 'do',
        name: text(mode === 'compare' ? 'vendor.column.state' : 'vendor.column.do'),
        width: 11,
        // What a push leaves to a person is a sentence.
        grows: mode === 'push' ? 5 : 2,
        cell: (line) => cell(done(line)),
        sortBy: done,
        textOf: done,
      },
    ];
  }, [mode, writer, text, names]);

  function isQuiet(line: RingoverLine): boolean {
    return mode === 'compare' ? line.state === 'same' : canChoose.has(line.id) && !chosen.has(line.id);
  }

  function choose(ids: ReadonlySet<string>): void {
    setTurned(
      new Set([...canChoose.values()].filter(({ id, isCareful }) => ids.has(id) === isCareful).map(({ id }) => id)),
    );
  }

  function turn(id: string): void {
    setTurned((former) => {
      const next = new Set(former);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }

  async function pull(): Promise<void> {
    if (call === null) return;
    setActing(true);
    const outcome = await act(call, { say: false });
    setActing(false);
    if (outcome.ok) onClose();
  }

  async function push(): Promise<void> {
    setProblem(null);
    const answer = await job.run('vendors.ringoverPush', { calls: [...calls] });
    if (!answer.ok) {
      setProblem(vendorProblem(answer.failure));
      return;
    }
    setSent(answer.value);
    const keeping = asActs(sentActs(answer.value, question.view, question.remembers));
    if (keeping !== null) await act(keeping);
  }

  const isSending = job.progress !== null;
  const firstRefused = preview?.ok === false ? refusedLine(plan, preview.refusals[0]?.['index'], canChoose) : null;
  const other = otherTeam(question);
  const careful = [...canChoose.values()].filter(({ isCareful }) => isCareful).length;

  if (sent !== null)
    return (
      <SentReport
        title={title}
        groupId={groupId}
        sent={sent}
        names={names}
        onReadAgain={onReadAgain}
        onClose={onClose}
      />
    );
  return (
    <Dialog
      help="vendors"
      title={title}
      isOpen
      onClose={isSending ? job.stop : onClose}
      size="large"
      summary={
        <span role="status">
          {mode === 'compare'
            ? text('vendor.summary.compare', {
                count: lines.filter(({ state }) => state !== 'same').length,
                all: lines.length,
              })
            : text('vendor.summary.chosen', { count: chosen.size, all: canChoose.size })}
        </span>
      }
      actions={
        <>
          {isSending ? (
            <Button onPress={job.stop}>{text('vendor.stop')}</Button>
          ) : (
            <>
              <Button onPress={onChangeKey}>{text('vendor.otherKey')}</Button>
              <Button onPress={onReadAgain}>{text('vendor.readAgain')}</Button>
              <Button onPress={onClose}>{text(mode === 'compare' ? 'ui.close' : 'ui.cancel')}</Button>
            </>
          )}
          {mode === 'pull' ? (
            <Button
              tone="primary"
              isDisabled={call === null || preview?.ok === false || isActing}
              onPress={() => void pull()}
            >
              {text('vendor.pull.do', { count: chosen.size })}
            </Button>
          ) : null}
          {mode === 'push' ? (
            <Button tone="primary" isDisabled={calls.length === 0 || isSending} onPress={() => void push()}>
              {text('vendor.push.do', { count: calls.length })}
            </Button>
          ) : null}
        </>
      }
    >
      <p className="vendor-head">
        {text('vendor.account', {
          team: account.team.name,
          people: number(account.users.length),
          numbers: number(account.numbers.length),
        })}
      </p>
      {account.gaps.length === 0 ? null : (
        <Notice
          tone="warning"
          title={text('vendor.gaps', { what: list(account.gaps.map((gap) => text(`vendor.gap.${gap}`))) })}
        >
          {text('vendor.gapsHelp')}
        </Notice>
      )}
      {other === null ? null : <Notice tone="warning" title={text('vendor.otherTeam')} />}
      {problem === null ? null : <VendorProblemNotice problem={problem} />}
      {isSending ? (
        <ProgressBar
          label={text('vendor.sending')}
          value={job.progress.of === null ? null : job.progress.done / Math.max(1, job.progress.of)}
        />
      ) : null}
      <FilteredTable<RingoverLine>
        groupId={groupId}
        frame="vendor-rows"
        frameStyle={rowsStyle(shown.length)}
        filters={<Switch label={text('vendor.showAll')} isSelected={showsAll} onChange={setShowsAll} />}
        label={title}
        name={`vendor.ringover.${mode}`}
        rows={shown}
        columns={columns}
        rowId={lineId}
        rowName={lineName}
        rowTone={(line) => (isQuiet(line) ? 'quiet' : 'normal')}
        {...(tickable.size === 0 || mode === 'compare'
          ? {}
          : { selected: chosen, onSelect: choose, selectable: tickable })}
        actionsOf={(line) => (mode === 'compare' ? [] : chooseAction(line, tickable, chosen, text, turn))}
        empty={<p className="quiet">{text(`vendor.empty.${mode}`)}</p>}
      />
      {mode !== 'compare' && careful > 0 ? <p className="quiet">{text('vendor.careful', { count: careful })}</p> : null}
      {preview?.ok === true ? <Warnings warnings={preview.warnings} /> : null}
      {preview?.ok === false ? (
        <Refusals
          refusals={preview.refusals}
          isLive
          actionsOf={(_, index) =>
            index > 0 || firstRefused === null ? undefined : (
              <Button size="small" onPress={() => choose(new Set([...chosen].filter((id) => id !== firstRefused.id)))}>
                {text('vendor.leaveOut', { name: firstRefused.name })}
              </Button>
            )
          }
        />
      ) : null}
      {calls.length === 0 ? null : (
        <section className="vendor-requests" aria-label={text('vendor.requests')}>
          <h3>{text('vendor.requests')}</h3>
          <ol tabIndex={0} aria-label={text('vendor.requests')}>
            {calls.slice(0, mostRequestsShown).map((one, index) => (
              <li key={index}>
                <code className="selectable">{requestWords(one)}</code>
              </li>
            ))}
          </ol>
          {calls.length > mostRequestsShown ? (
            <p className="quiet">{text('vendor.requestsMore', { count: calls.length - mostRequestsShown })}</p>
          ) : null}
        </section>
      )}
    </Dialog>
  );
}

function lineId({ id }: RingoverLine): string {
  return id;
}

function lineName({ name }: RingoverLine): string {
  return name;
}

/** The line whose act was refused first. */
function refusedLine(
  plan: readonly { readonly lineId: string | null }[],
  index: unknown,
  lines: ReadonlyMap<string, RingoverLine>,
): RingoverLine | null {
  const lineOf = typeof index === 'number' ? (plan[index]?.lineId ?? null) : null;
  return lineOf === null ? null : (lines.get(lineOf) ?? null);
}
