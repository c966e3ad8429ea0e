import { cleanLine } from '../kernel/typed-text';
import { ownerId } from '../intents/account-intents';
import { rulesVersion, type PendingIntent } from './commit';

/** Answers of somebody who starts an account; a name is enough. */
export interface Opening {
  readonly id: string;
  readonly day: string;
  readonly at: string;
  readonly device: string;
  readonly name: string;
  readonly timeZone: string;
  readonly ownerName: string;
}

/** The first act of every ledger: it makes the root group and its owner. */
export function openingIntent({ id, day, at, device, name, timeZone, ownerName }: Opening): PendingIntent {
  return {
    id,
    day,
    at,
    by: ownerId,
    device,
    rules: rulesVersion,
    do: 'account.open',
    args: { name: cleanLine(name), timeZone, ownerName: cleanLine(ownerName) },
  };
}
