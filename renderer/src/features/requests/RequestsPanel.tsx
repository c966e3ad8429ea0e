import { Check, Inbox, Plus, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { RequestAnswer } from '#core/queries/requests';
import { isRefused, useAnswer, useFromRows } from '../../state/model-hooks';
import { useSession } from '../../state/session-context';
import { Refusals } from '../../parts/explain';
import { ExportButton, ListActs, useSortedList, type ExportedTable, type ListOrder } from '../../parts/tables';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { StatusPill } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { emptyRequest } from './request-draft';
import { requestSentence, requestTone } from './request-words';
import { RequestDialog } from './RequestDialog';
import { ResolveDialog } from './ResolveDialog';
import './requests.css';

interface Resolving {
  readonly request: RequestAnswer;
  readonly outcome: 'approved' | 'rejected';
}

const order: readonly RequestAnswer['status'][] = ['open', 'approved', 'rejected'];

/** Who did what about a request, and when. */
function Trace({ requestId }: { readonly requestId: string }): ReactNode {
  const { text, moment } = useText();
  const names = useNames();
  const history = useAnswer('history', { entityId: requestId, limit: 5 });
  if (isRefused(history)) return null;
  return (
    <span className="quiet request-trace">
      {[...history]
        .reverse()
        .map((entry) =>
          text(entry.do === 'request.open' ? 'request.openedBy' : 'request.doneBy', {
            name: names.user(entry.by),
            at: moment(entry.at),
          }),
        )
        .join(' · ')}
    </span>
  );
}

function RequestLine({
  request,
  onResolve,
}: {
  readonly request: RequestAnswer;
  readonly onResolve: (resolving: Resolving) => void;
}): ReactNode {
  const writer = useText();
  const { text } = writer;
  const names = useNames();
  const sentence = requestSentence(request, writer, names);
  return (
    <li className="request-line" aria-label={sentence}>
      <div className="request-words">
        <p>{sentence}</p>
        {request.note === '' ? null : <p className="selectable">{request.note}</p>}
        <Trace requestId={request.id} />
      </div>
      <StatusPill tone={requestTone[request.status]}>{text(`requestStatus.${request.status}`)}</StatusPill>
      {request.status === 'open' ? (
        <div className="request-actions">
          <Button size="small" icon={Check} onPress={() => onResolve({ request, outcome: 'approved' })}>
            {text('request.approve')}
          </Button>
          <Button size="small" icon={X} onPress={() => onResolve({ request, outcome: 'rejected' })}>
            {text('request.reject')}
          </Button>
        </div>
      ) : null}
    </li>
  );
}

/** Requests as a file has them: what is wanted, what became of it, and who asked and decided when. */
function useRequestsToExport(requests: readonly RequestAnswer[]): () => ExportedTable {
  const session = useSession();
  const writer = useText();
  const names = useNames();
  const { text, moment } = writer;
  return () => {
    const { model } = session;
    const doneBy = (requestId: string, intent: string): readonly string[] => {
      const history = session.ask('history', { entityId: requestId }, session.today());
      const entry = isRefused(history) ? undefined : history.find((one) => one.do === intent);
      return entry === undefined ? ['', ''] : [names.user(entry.by), moment(entry.at)];
    };
    return {
      columns: [
        text('request.kind'),
        text('request.type'),
        text('request.quantity'),
        text('request.status'),
        text('request.note'),
        ...[text('request.asked'), text('request.askedAt'), text('request.resolved'), text('request.resolvedAt')],
      ],
      rows: requests.map((request) => ({
        groupId: request.blockId === null ? null : (model.row('blocks', request.blockId)?.groupId ?? null),
        cells: [
          requestSentence(request, writer, names),
          names.type(request.typeId),
          writer.number(request.quantity),
          text(`requestStatus.${request.status}`),
          request.note,
          ...doneBy(request.id, 'request.open'),
          ...doneBy(request.id, 'request.resolve'),
        ],
      })),
    };
  };
}

/** What requests are sorted by. */
function useRequestOrders(): readonly ListOrder<RequestAnswer>[] {
  const writer = useText();
  const names = useNames();
  const { text } = writer;
  return [
    { id: 'kind', name: text('request.kind'), sortBy: (request) => requestSentence(request, writer, names) },
    { id: 'type', name: text('request.type'), sortBy: ({ typeId }) => names.type(typeId) },
    { id: 'quantity', name: text('request.quantity'), sortBy: ({ quantity }) => quantity },
    { id: 'status', name: text('request.status'), sortBy: ({ status }) => order.indexOf(status) },
  ];
}

/** Shows what was asked of the vendor, the open requests first where nobody has sorted them. */
export function RequestsPanel(): ReactNode {
  const { text } = useText();
  const requests = useAnswer('requests', {});
  const [isOpening, setOpening] = useState(false);
  const [resolving, setResolving] = useState<Resolving | null>(null);
  const rootId = useFromRows((rows) => rows.root.id);
  const openFirst = [...(isRefused(requests) ? [] : requests)].sort(
    (one, other) => order.indexOf(one.status) - order.indexOf(other.status),
  );
  const { rows: sorted, button: sort } = useSortedList('requests', openFirst, useRequestOrders());
  const toExport = useRequestsToExport(sorted);
  if (isRefused(requests)) return <Refusals refusals={requests.refusals} />;
  const open = (
    <Button icon={Plus} onPress={() => setOpening(true)}>
      {text('request.new')}
    </Button>
  );
  return (
    <>
      {sorted.length === 0 ? (
        <EmptyState icon={Inbox} title={text('request.none')} actions={open}>
          {text('request.noneText')}
        </EmptyState>
      ) : (
        <>
          <div className="panel-head">
            <p className="quiet">{text('request.intro')}</p>
            <ListActs>
              {sort}
              <ExportButton label={text('account.tab.requests')} groupId={rootId} table={toExport} />
              {open}
            </ListActs>
          </div>
          <ul className="request-list" aria-label={text('account.tab.requests')}>
            {sorted.map((request) => (
              <RequestLine key={request.id} request={request} onResolve={setResolving} />
            ))}
          </ul>
        </>
      )}
      {isOpening ? <RequestDialog initial={emptyRequest} onClose={() => setOpening(false)} /> : null}
      {resolving === null ? null : (
        <ResolveDialog request={resolving.request} outcome={resolving.outcome} onClose={() => setResolving(null)} />
      )}
    </>
  );
}
