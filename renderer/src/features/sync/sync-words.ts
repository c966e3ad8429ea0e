import type { LucideIcon } from 'lucide-react';
import {
  CircleAlert,
  CircleCheck,
  CloudDownload,
  CloudOff,
  CloudUpload,
  HardDrive,
  OctagonX,
  RefreshCw,
} from 'lucide-react';
import type { Healing } from '#core/ledger/healing';
import type { SyncState } from '../../sync/sync-state';
import type { TextWriter } from '../../text/text';
import type { Tone } from '../../ui/Badge';

/** Looks of each state of synchronising. */
export const syncLooks: { readonly [K in SyncState['kind']]: { readonly icon: LucideIcon; readonly tone: Tone } } = {
  local: { icon: HardDrive, tone: 'neutral' },
  upToDate: { icon: CircleCheck, tone: 'success' },
  toSend: { icon: CloudUpload, tone: 'info' },
  synchronising: { icon: RefreshCw, tone: 'info' },
  offline: { icon: CloudOff, tone: 'warning' },
  arriving: { icon: CloudDownload, tone: 'warning' },
  needsYou: { icon: CircleAlert, tone: 'danger' },
  stopped: { icon: OctagonX, tone: 'danger' },
};

/** The state in a few words, for the bar at the bottom. */
export function syncLine(state: SyncState, { text, moment }: TextWriter): string {
  switch (state.kind) {
    case 'toSend':
    case 'needsYou':
      return text(`sync.${state.kind}`, { count: state.count });
    case 'offline':
      return text('sync.offlineSince', { since: moment(state.since) });
    case 'arriving':
      return text('sync.arrivingSince', { since: moment(state.since) });
    case 'stopped':
      return text('sync.stoppedSince', { since: moment(state.since) });
    default:
      return text(`sync.${state.kind}`);
  }
}

/** Says what failed in the words of the place: the file, the reason. Empty where the state says everything. */
export function failureDetail(state: SyncState): string {
  if (state.kind === 'arriving') return state.file;
  if (state.kind !== 'stopped') return '';
  const { failure } = state;
  // Both accounts are named instead; and who begins again says so when that is done.
  if (failure.kind === 'identity-changed' || failure.kind === 'shortened') return '';
  const parts = ['place' in failure ? failure.place : '', 'detail' in failure ? failure.detail : failure.kind];
  return parts.filter((part) => part !== '').join(' · ');
}

/** Sentence on what was put in order by itself. */
export function healingWords(healing: Healing, { text, moment }: TextWriter): string {
  switch (healing.kind) {
    case 'gave-way':
      return text('sync.gaveWay', { own: healing.own });
    case 'put-back':
      return healing.to === null
        ? text('sync.putBackEmpty', { count: healing.count })
        : text('sync.putBack', { count: healing.count, to: moment(healing.to) });
    case 'read-whole':
      return text(`sync.readWhole.${healing.because}`);
    case 'checked-whole':
      return text('sync.checkedWhole', { count: healing.count });
    case 'began-again':
      return text('sync.beganAgain', { count: healing.waiting });
    case 'checkpoint-wrong':
      return text('sync.checkpointWrong');
  }
}
