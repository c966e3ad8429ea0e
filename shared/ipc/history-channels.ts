import { z } from 'zod';
import { isDay } from '../kernel/day';
import type { Head } from '../ledger/commit';
import type { ShorteningOutlook } from '../ledger/shorter-history';
import { channel } from './channel';
import type { LedgerFailure } from './ledger-channels';

const named = { ledger: z.string().min(1).max(200), call: z.string().min(1).max(100) };
const head: z.ZodType<Head> = z.strictObject({ seq: z.int().min(1), hash: z.string().regex(/^[0-9a-f]{64}$/) });

/** Making the history shorter where an account is shared: `history.*`. Each call can be ended by `ledger.abort`. */
export const historyChannels = {
  /** Outlook on what would go; changes nothing. */
  'history.outlook': channel<ShorteningOutlook, LedgerFailure>()(
    z.strictObject({ ...named, before: z.string().refine(isDay) }),
  ),
  /** Puts down the account at a commit as that with which its history is to begin; the SHA-256 that the act names. */
  'history.putDown': channel<string, LedgerFailure>()(z.strictObject({ ...named, to: head })),
  /** Lets the place begin where an act of the account says so, and removes what is from before; `null` where no act says so. */
  'history.finish': channel<Head | null, LedgerFailure>()(z.strictObject(named)),
} as const;
