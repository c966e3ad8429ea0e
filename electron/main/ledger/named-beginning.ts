import { decodeCommit } from '#core/ledger/encoding';
import type { Head } from '#core/ledger/commit';
import type { CheckedCommits } from './ledger-check-service';

/** Act by which the history of an account begins behind a commit. */
export interface NamedBeginning extends Head {
  /** SHA-256 of the checkpoint at it. */
  readonly checkpoint: string;
  /** Place of the act itself. */
  readonly at: number;
}

/** Commits that are kept, and the one behind which they begin. */
type KeptCommits = Pick<CheckedCommits, 'commits'> & { readonly base?: Head | null };

/** Reads what an entry says of where the history begins; `null` for any other act. */
export function namedBeginning(entry: Uint8Array): NamedBeginning | null {
  // Reading all of a long journal takes long; looking for the word does not.
  if (!Buffer.from(entry.buffer, entry.byteOffset, entry.byteLength).includes('"history.shorten"')) return null;
  const decoded = decodeCommit(entry);
  if (!decoded.ok || decoded.commit.do !== 'history.shorten') return null;
  const { seq, hash, checkpoint } = decoded.commit.args as Omit<NamedBeginning, 'at'>;
  return { seq, hash, checkpoint, at: decoded.commit.seq };
}

/** Every beginning that acts in a journal name, oldest first. */
export async function beginningsIn(journal: KeptCommits): Promise<readonly NamedBeginning[]> {
  const found: NamedBeginning[] = [];
  for (let after = journal.base?.seq ?? 0; ;) {
    const page = await journal.commits(after);
    if (!page.ok || page.value.length === 0) return found;
    found.push(...page.value.flatMap((entry) => namedBeginning(entry) ?? []));
    after += page.value.length;
  }
}

/** Tells whether a journal has all that there is of a ledger, whose history begins where the journal does. */
export async function beginsAsNamed(journal: KeptCommits): Promise<boolean> {
  const { base } = journal;
  return base == null || (await beginningsIn(journal)).some(({ seq, hash }) => seq === base.seq && hash === base.hash);
}
