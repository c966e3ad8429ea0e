import { hashNatively } from '../../files/sha256';
import { StoreHost } from './store-host';
import type { ToStores } from './store-messages';

hashNatively();

/** The utility process that reaches into folders. */
const port = process.parentPort;
const host = new StoreHost((message) => port.postMessage(message));

port.on('message', ({ data }: { readonly data: ToStores }) => host.take(data));
