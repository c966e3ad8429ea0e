import { FolderSync, RefreshCw, Server } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { PlaceState } from '#core/ledger/healing';
import { useActStanding } from '../../parts/kept';
import { useOffice } from '../../state/office-hooks';
import { OfficePanel, TurnFolderOffer } from '../kept';
import { ShortenOffer } from '../shortening';
import { isRefused, useAnswer, useFromRows, usePending } from '../../state/model-hooks';
import { useSession } from '../../state/session-context';
import { useMend, usePlaceState, useSynchronise, useSyncState } from '../../state/sync-hooks';
import { actSentence } from '../../text/acts/act-sentence';
import { namesThen } from '../../text/acts/names-then';
import { accountThereWords } from '../../text/account-there';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { ProgressBar } from '../../ui/ProgressBar';
import type { SyncState } from '../../sync/sync-state';
import { failureDetail, healingWords, syncLine, syncLooks } from './sync-words';
import { useWaitedFor } from './use-waited-for';
import './sync.css';

const mostShown = 12;

export interface SyncPanelProps {
  /** Where the account is shared, for people to read; `null` while it is not. */
  readonly place: string | null;
  readonly onShare: () => void;
  readonly onShareThroughServer: () => void;
  /** The password has to be given anew. */
  readonly onSignIn: () => void;
  readonly onStopSharing: () => void;
  readonly onShowAttention: () => void;
}

function PendingList(): ReactNode {
  const session = useSession();
  const pending = usePending();
  const writer = useText();
  const { text } = writer;
  const office = useOffice();
  const standingOf = useActStanding();
  const shown = pending
    .slice(-mostShown)
    .reverse()
    .flatMap((id) => session.record(id) ?? []);
  return (
    <section className="sync-pending">
      <h3>{text('sync.pending')}</h3>
      {pending.length === 0 ? <p className="quiet">{text('sync.nothingPending')}</p> : null}
      <ul>
        {shown.map((record) => (
          <li key={record.id}>
            <span>{actSentence(record, writer, namesThen(session.model, record.changes, writer))}</span>
            <span className="quiet">{office === null ? writer.moment(record.at) : standingOf(record.id).words}</span>
          </li>
        ))}
      </ul>
      {pending.length > mostShown ? (
        <p className="quiet">{text('sync.more', { count: pending.length - mostShown })}</p>
      ) : null}
    </section>
  );
}

/** What was put in order by itself, and what others' computers still have to send. */
function HealingList({ known }: { readonly known: PlaceState }): ReactNode {
  const writer = useText();
  const { text } = writer;
  const { wholeCheck } = known;
  if (known.healed.length === 0 && known.missing.length === 0 && wholeCheck === null) return null;
  return (
    <section className="sync-pending">
      <h3>{text('sync.healed')}</h3>
      {wholeCheck === null ? null : (
        <ProgressBar
          label={text('sync.wholeCheck', { count: wholeCheck.of })}
          value={wholeCheck.done / wholeCheck.of}
        />
      )}
      <ul>
        {known.missing.length > 0 ? <li>{text('sync.missing', { count: known.missing.length })}</li> : null}
        {[...known.healed].reverse().map((healing) => (
          <li key={`${healing.kind}-${healing.at}`}>
            <span>{healingWords(healing, writer)}</span>
            <span className="quiet">{writer.moment(healing.at)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Both accounts by name, where the place holds another one than this; `null` elsewhere. */
function useOtherAccount(state: SyncState): string | null {
  const name = useFromRows((rows) => rows.root.name);
  const writer = useText();
  if (state.kind !== 'stopped' || state.failure.kind !== 'identity-changed') return null;
  const { there } = state.failure;
  const here = writer.text('sync.here', { name });
  return there === undefined ? here : `${here} ${accountThereWords(there, writer)}`;
}

/** Says how many acts of the shared history count for nobody, and leads to who, what and why. */
function VoidLine({ onShow }: { readonly onShow: () => void }): ReactNode {
  const { text } = useText();
  const answer = useAnswer('voided', {});
  if (isRefused(answer) || answer.length === 0) return null;
  return (
    <Notice
      tone="warning"
      actions={
        <Button size="small" onPress={onShow}>
          {text('sync.showVoid')}
        </Button>
      }
    >
      {text('sync.void', { count: answer.length })}
    </Notice>
  );
}

/** Shows how synchronising stands, what waits, and what can be done about it. */
export function SyncPanel(properties: SyncPanelProps): ReactNode {
  const { place, onShare, onShareThroughServer, onSignIn, onStopSharing, onShowAttention } = properties;
  const state = useSyncState();
  const synchronise = useSynchronise();
  const writer = useText();
  const { text } = writer;
  const waitsFor = useWaitedFor();
  const shownPlace = place ?? text('sync.somewhere');
  const { icon: Icon, tone } = syncLooks[state.kind];
  const known = usePlaceState();
  const mend = useMend();
  const pendingCount = usePending().length;
  const isProtected = useFromRows((rows) => rows.row('protection', 'protection') !== undefined);
  const [mending, setMending] = useState<'no' | 'now' | 'failed'>('no');
  const detail = failureDetail(state);
  const there = useOtherAccount(state);
  const isEmpty = state.kind === 'offline' && state.isEmpty === true;
  const isForeign = state.kind === 'stopped' && state.advice === 'set-aside';
  const isMendable =
    known?.canRepair === true &&
    mend !== undefined &&
    (isEmpty || state.kind === 'arriving' || (state.kind === 'stopped' && (isForeign || state.advice === 'repair')));
  const onMend = (): void => {
    setMending('now');
    void mend?.().then((went) => setMending(went ? 'no' : 'failed'));
  };
  return (
    <div className="sync-panel">
      <header className={`sync-head sync-${tone}`}>
        <Icon size="1.6em" aria-hidden className={state.kind === 'synchronising' ? 'sync-turning' : undefined} />
        <div>
          <h2>{waitsFor?.line ?? syncLine(state, writer)}</h2>
          <p className="quiet">
            {waitsFor === null
              ? text(`sync.${state.kind}Text`, { place: shownPlace })
              : text('kept.waitingText', { place: shownPlace, name: waitsFor.name })}
          </p>
          {there === null ? null : <p>{there}</p>}
          {isEmpty ? <p>{text('sync.isEmpty')}</p> : null}
          {detail === '' ? null : <p className="quiet selectable sync-detail">{detail}</p>}
          {pendingCount > 0 && (state.kind === 'stopped' || state.kind === 'arriving' || state.kind === 'offline') ? (
            <p className="quiet">{text('sync.notSeenYet', { count: pendingCount })}</p>
          ) : null}
        </div>
      </header>
      {mending === 'failed' ? (
        <Notice tone="refusal" isLive>
          {text(isForeign ? 'sync.setAsideFailed' : 'sync.mendFailed')}
        </Notice>
      ) : null}
      {state.kind === 'stopped' ? (
        <Notice tone="refusal" isLive>
          {text(`sync.advice.${state.advice}`)}
        </Notice>
      ) : null}
      {place === null ? null : (
        <p className="sync-place">
          <span className="quiet">{text('sync.place')}</span> <span className="selectable">{place}</span>
        </p>
      )}
      {place === null || isProtected ? null : <p className="quiet">{text('trust.unprotected')}</p>}
      <div className="sync-actions">
        {state.kind === 'needsYou' ? (
          <Button tone="primary" onPress={onShowAttention}>
            {text('sync.showAttention')}
          </Button>
        ) : null}
        {place === null ? (
          <>
            <Button tone="primary" icon={FolderSync} onPress={onShare}>
              {text('sync.share')}
            </Button>
            <Button icon={Server} onPress={onShareThroughServer}>
              {text('server.shareButton')}
            </Button>
          </>
        ) : (
          <>
            <Button icon={RefreshCw} isDisabled={state.kind === 'synchronising'} onPress={() => void synchronise()}>
              {text('sync.now')}
            </Button>
            {state.kind === 'stopped' && state.advice === 'sign-in' ? (
              <Button tone="primary" onPress={onSignIn}>
                {text('server.signInTitle')}
              </Button>
            ) : null}
            {isMendable ? (
              <Button tone="primary" isDisabled={mending === 'now'} onPress={onMend}>
                {text(isEmpty ? 'sync.fillAgain' : isForeign ? 'sync.setAside' : 'sync.mend')}
              </Button>
            ) : null}
            {state.kind === 'stopped' && state.advice === 'choose' ? (
              <Button onPress={onShare}>{text('sync.changePlace')}</Button>
            ) : null}
            <Button tone="quiet" onPress={onStopSharing}>
              {text('sync.stopSharing')}
            </Button>
          </>
        )}
      </div>
      {place === null ? null : <OfficePanel />}
      {place === null ? null : <TurnFolderOffer />}
      {place === null ? null : <ShortenOffer />}
      {place === null ? null : <PendingList />}
      {place === null ? null : <VoidLine onShow={onShowAttention} />}
      {known === null ? null : <HealingList known={known} />}
    </div>
  );
}
