import { done, failed, succeeded } from '#core/kernel/result';
import type { VendorFailure, VendorProgress } from '#core/vendors/vendor-failure';
import type { Handlers } from '../ipc/handlers';
import type { SecretKeeper } from '../servers/secret-keeper';
import { writePanel } from './panel-write';
import { isRingoverKey, RingoverClient, type Asked } from './ringover-client';
import { pushRingover } from './ringover-push';
import { readRingover, readTeamOf } from './ringover-read';
import { withPanel } from './with-panel';

export interface VendorDeskParts {
  readonly secrets: Pick<SecretKeeper, 'passwordFor' | 'remember' | 'rememberForNow' | 'isKnown' | 'isKept' | 'forget'>;
  readonly tell: (progress: VendorProgress & { readonly job: string }) => void;
  /** A stand-in on this computer in place of the vendor's host. */
  readonly standIn: string | null;
  /** Milliseconds between two calls to the stand-in; left out, the vendor's. */
  readonly standInPaceMs?: number | null;
}

interface Work {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: VendorProgress) => void;
}

const keyOf = (ledger: string): string => `ringover:${ledger}`;
const passwordOf = (ledger: string, address: string, user: string): string =>
  `panel:${ledger}:${address.trim().toLowerCase()}:${user}`;

/**
 * Work with the vendors' systems for the window. Keys and passwords stay here. Nothing is sent to an account that was not read since
 * something was last sent to it: what the window showed would be out of date.
 */
export class VendorDesk {
  private readonly jobs = new Map<string, AbortController>();
  private readonly readSince = new Set<string>();

  constructor(private readonly parts: VendorDeskParts) {}

  handlers(): Handlers<'vendors.'> {
    const { secrets } = this.parts;
    return {
      'vendors.ringoverKey': ({ ledger }) =>
        succeeded({ isKnown: secrets.isKnown(keyOf(ledger)), isKept: secrets.isKept(keyOf(ledger)) }),
      'vendors.ringoverConnect': ({ ledger, job, key }) =>
        this.work(job, async ({ signal }) => {
          const typed = key.trim();
          if (!isRingoverKey(typed)) return failed({ kind: 'wrongKey', said: '' });
          const client = this.client(typed);
          const team = await readTeamOf(client, signal);
          client.close();
          if (!team.ok) return team;
          this.readSince.delete(ledger);
          return succeeded({ team: team.value.name, isKept: await secrets.remember(keyOf(ledger), typed) });
        }),
      'vendors.ringoverForget': async ({ ledger }) => {
        await secrets.forget(keyOf(ledger));
        this.readSince.delete(ledger);
        return done;
      },
      'vendors.ringoverRead': ({ ledger, job }) =>
        this.withRingover(ledger, job, async (client, work) => {
          const read = await readRingover(client, work);
          if (read.ok) this.readSince.add(ledger);
          return read;
        }),
      'vendors.ringoverPush': ({ ledger, job, calls }) =>
        this.withRingover(ledger, job, async (client, work) => {
          if (!this.readSince.delete(ledger)) return failed({ kind: 'readFirst' });
          return succeeded(await pushRingover(client, calls, work));
        }),
      'vendors.panelRead': ({ job, ledger, address, user, password, keeps }) =>
        this.work(job, async (work) => {
          const secret = passwordOf(ledger, address, user);
          const given = password ?? secrets.passwordFor(secret);
          if (given === null) return failed({ kind: 'wrongPassword' });
          const read = await withPanel(address, user, given, (client) => client.read(work.signal, work.onProgress));
          // Only what let somebody in is worth keeping.
          if (read.ok && keeps) await secrets.remember(secret, given);
          else if (read.ok) secrets.rememberForNow(secret, given);
          return read;
        }),
      'vendors.panelWrite': ({ job, ledger, address, user, items }) =>
        this.work(job, (work) => {
          const given = secrets.passwordFor(passwordOf(ledger, address, user));
          if (given === null) return Promise.resolve(failed({ kind: 'wrongPassword' }));
          return withPanel(address, user, given, (client) => writePanel(client, items, work.signal, work.onProgress));
        }),
      'vendors.stop': ({ job }) => {
        this.jobs.get(job)?.abort();
        return done;
      },
    };
  }

  stopAll(): void {
    for (const control of this.jobs.values()) control.abort();
  }

  private client(key: string): RingoverClient {
    return new RingoverClient({ key, standIn: this.parts.standIn, standInPaceMs: this.parts.standInPaceMs ?? null });
  }

  private withRingover<Value>(
    ledger: string,
    job: string,
    run: (client: RingoverClient, work: Work) => Promise<Asked<Value>>,
  ): Promise<Asked<Value>> {
    const key = this.parts.secrets.passwordFor(keyOf(ledger));
    if (key === null) return Promise.resolve(failed<VendorFailure>({ kind: 'notConnected' }));
    return this.work(job, async (work) => {
      const client = this.client(key);
      try {
        return await run(client, work);
      } finally {
        client.close();
      }
    });
  }

  private async work<Value>(job: string, run: (work: Work) => Promise<Asked<Value>>): Promise<Asked<Value>> {
    this.jobs.get(job)?.abort();
    const control = new AbortController();
    this.jobs.set(job, control);
    try {
      return await run({
        signal: control.signal,
        onProgress: (progress) => this.parts.tell({ job, ...progress }),
      });
    } finally {
      if (this.jobs.get(job) === control) this.jobs.delete(job);
    }
  }
}
