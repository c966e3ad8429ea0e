import { z } from 'zod';
import type { StoreFailure } from '../ledger/store';
import { channel } from './channel';

export type ServerKind = 'postgres' | 'webdav';

/** A server that was reached and let this person in. */
export interface NamedServer {
  /** Names the place in `ledger.join` and `ledger.connect`. It holds no password. */
  readonly place: string;
  readonly label: string;
  readonly holdsAccount: boolean;
  /** True when the password is kept by the system's keychain; else it is asked for at each start. */
  readonly isKept: boolean;
}

/** `not-an-address`: it cannot be read as one. `only-carries-files`: the server cannot decide who comes first, and was not taken for more. */
export type ServerFailure =
  | StoreFailure
  | { readonly kind: 'not-an-address' }
  | { readonly kind: 'only-carries-files' }
  | { readonly kind: 'unknown-ledger' };

const password = z.string().max(1_000);

/** Servers as places: `server.*`. Passwords go to main and never come back. */
export const serverChannels = {
  /** Signs in to a server that a person names, and tests whether it can hold an account. */
  'server.name': channel<NamedServer, ServerFailure>()(
    z.strictObject({
      kind: z.enum(['postgres', 'webdav']),
      address: z.string().min(1).max(2_000),
      user: z.string().max(200),
      password,
      /** Takes the server as one that only carries files, which needs no test. */
      carries: z.boolean().optional(),
    }),
  ),
  /** Gives the password of a ledger's server anew. Answers whether it is kept. */
  'server.signIn': channel<boolean, ServerFailure>()(z.strictObject({ ledger: z.string().min(1).max(200), password })),
} as const;
