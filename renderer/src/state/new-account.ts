import type { PendingIntent } from '#core/ledger/commit';
import { openingIntent } from '#core/ledger/opening';
import type { Surroundings } from '../data/clock';

export interface SampleAccount {
  readonly name: string;
  readonly ownerName: string;
  readonly acts: readonly { readonly do: string; readonly args: unknown }[];
}

export const ownerId = 'owner';
/** The device of what came with an account: nobody did it here, so it is no step that somebody would take back. */
const withTheAccount = 'start';

/** The acts with which an account begins: its opening, and whatever comes with it. */
export function newAccount({
  surroundings,
  timeZone,
  name,
  ownerName,
  acts,
}: SampleAccount & { readonly surroundings: Surroundings; readonly timeZone: string }): PendingIntent[] {
  const [day, at] = [surroundings.today(timeZone), surroundings.now()];
  const id = surroundings.newCommitId();
  const opening = openingIntent({ id, day, at, device: withTheAccount, name, timeZone, ownerName });
  const following = acts.map((act): PendingIntent => ({
    id: surroundings.newCommitId(),
    day,
    at,
    by: ownerId,
    device: withTheAccount,
    ...act,
  }));
  return [opening, ...following];
}

/** The last part of a path, for people to read. */
export function nameOfFolder(place: string): string {
  return (
    place
      .split(/[\\/]/)
      .filter((part) => part !== '')
      .at(-1) ?? place
  );
}
