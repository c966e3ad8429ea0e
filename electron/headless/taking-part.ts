import { homedir, hostname } from 'node:os';
import { join } from 'node:path';
import { LedgerFiles } from '../main/ledger/ledger-files';
import { identityAt } from './places';
import type { TakingPart } from '../main/stores/kept/kept-place';
import { replicaJudge } from '../main/stores/kept/replica-judge';

/** The folder in which this program keeps what a computer must not forget, where no profile is named. */
function ownProfile(): string {
  return process.env['TRELLIS_PROFILE'] ?? join(homedir(), '.trellis');
}

/**
 * The computer that takes part in a kept place from the command line: that of a profile, which may be the window's while it is
 * closed. `null` where the place decides by itself who comes first, or holds nothing yet.
 */
export async function takingPartIn(address: string, profile: string | null): Promise<TakingPart | null> {
  const identity = await identityAt(address);
  return identity?.kind === 'kept' ? takingPart(identity.ledger, profile) : null;
}

/** The computer of a profile in the kept place of a ledger. */
export async function takingPart(ledger: string, profile: string | null): Promise<TakingPart> {
  const files = new LedgerFiles(profile ?? ownProfile());
  return {
    computer: await files.device(),
    name: hostname(),
    record: join(files.folderOf(ledger), 'kept'),
    now: () => new Date().toISOString(),
    judge: replicaJudge(),
  };
}
