import { hashNatively } from '../../files/sha256';
import type { ActJudge } from '../kept/kept-place';
import { StoreHost } from './store-host';
import type { ToStores } from './store-messages';

hashNatively();

/** Judges with the rules, which are only loaded where acts are put in order. */
function judge(): ActJudge {
  let loaded: Promise<ActJudge> | null = null;
  return async (...question) => {
    loaded ??= import('../kept/replica-judge').then(({ replicaJudge }) => replicaJudge());
    return (await loaded)(...question);
  };
}

/** The process of the command line that reaches into folders. */
const toParent = process.send?.bind(process);
const host = new StoreHost((message) => void toParent?.(message, undefined, undefined, () => undefined), judge);

process.on('message', (message: ToStores) => host.take(message));
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
