import type { LedgerCalls } from '../ledger/ledger-calls';
import type { ShorteningDesk } from '../ledger/shortening-desk';
import type { Handlers } from './handlers';

export function historyHandlers(shortening: ShorteningDesk, calls: LedgerCalls): Handlers<'history.'> {
  return {
    'history.outlook': ({ ledger, call, before }) =>
      calls.run(call, (signal) => shortening.outlook(ledger, before, signal)),
    'history.putDown': (request) => calls.run(request.call, (signal) => shortening.putDown(request, signal)),
    'history.finish': ({ ledger, call }) => calls.run(call, (signal) => shortening.finish(ledger, signal)),
  };
}
