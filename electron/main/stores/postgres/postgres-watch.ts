import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import type { Unsubscribe } from '#core/ledger/store';
import { connectTo, cut, type PostgresLogin } from './postgres-session';

/** Milliseconds between two looks at the head: seldom where the server announces appends, often where it does not. */
export interface WatchPace {
  readonly announced: number;
  readonly unannounced: number;
}

export const ordinaryPace: WatchPace = { announced: 15_000, unannounced: 3_000 };

/** The channel on which the append function announces what happens to a ledger. */
function channelOf(place: string): string {
  return `trellis_${createHash('md5').update(place).digest('hex')}`;
}

/**
 * Hints at appends: at once by what the server announces, and by looking now and then, because a pooler may keep
 * announcements from us, and a server that fails over announces nothing. A change that was seen before it was announced
 * shows that announcements do not come through.
 */
export function watchPostgres(
  login: PostgresLogin,
  pace: WatchPace,
  look: () => Promise<string | null>,
  onHint: () => void,
): Unsubscribe {
  let stopped = false;
  let listener: Client | null = null;
  let announcements = false;
  let announced = 0;
  let seen: string | null = null;
  let timer: NodeJS.Timeout | undefined;

  const hear = async (): Promise<void> => {
    for (const host of login.address.hosts) {
      if (stopped || listener !== null) return;
      try {
        const client = await connectTo(login, host, pace.announced);
        const { rows } = await client.query<{ standby: boolean }>('select pg_is_in_recovery() as standby');
        if (stopped || rows[0]?.standby === true) {
          cut(client);
          continue;
        }
        client.on('notification', () => {
          announced += 1;
          onHint();
        });
        client.once('end', () => {
          if (listener === client) listener = null;
        });
        await client.query(`listen ${channelOf(login.address.place)}`);
        listener = client;
        announcements = true;
        if (stopped) cut(client);
      } catch {
        continue; // The looking goes on, and tries to listen again.
      }
    }
  };
  const glance = async (): Promise<void> => {
    const before = announced;
    const now = await look().catch(() => 'out of reach');
    if (stopped) return;
    if (seen !== null && now !== seen) {
      if (announced === before && listener !== null) announcements = false;
      onHint();
    }
    seen = now;
    if (listener === null) await hear();
    if (stopped) return;
    timer = setTimeout(() => void glance(), listener !== null && announcements ? pace.announced : pace.unannounced);
    timer.unref();
  };
  void glance();
  return () => {
    stopped = true;
    clearTimeout(timer);
    if (listener !== null) cut(listener);
  };
}
