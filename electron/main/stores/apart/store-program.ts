import { StoreHost } from './store-host';
import type { ToStores } from './store-messages';

/** The process of the command line that reaches into folders. */
const toParent = process.send?.bind(process);
const host = new StoreHost((message) => void toParent?.(message, undefined, undefined, () => undefined));

process.on('message', (message: ToStores) => host.take(message));
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
