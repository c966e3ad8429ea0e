import { readFileSync } from 'node:fs';
import { Client, type CustomTypesConfig, types } from 'pg';
import { Turns } from '#core/kernel/turns';
import type { Abort } from '#core/ledger/store';
import { aborted, neverAborted, takeTurn } from '../abort';
import { StoreError } from '../store-error';
import type { PostgresAddress, PostgresHost } from './postgres-address';
import { isSaidByServer, isWarning, postgresFailureOf } from './postgres-failure';

/** Milliseconds after which a server that says nothing counts as gone. */
export interface PostgresPatience {
  readonly connecting: number;
  /** For one statement; a write may wait for a standby. */
  readonly answering: number;
}

export const ordinaryPatience: PostgresPatience = { connecting: 8_000, answering: 20_000 };
/** Time for which a server that takes writes may be outdone by another that was promoted after it. */
const promotionGrace = 250;

export interface PostgresLogin {
  readonly address: PostgresAddress;
  /** Asked at each connection: it may have been given anew. */
  readonly password: () => string | null;
}

interface Connected {
  readonly client: Client;
  /** A standby only answers reads, and may lag behind. */
  readonly isStandby: boolean;
  /** Goes up with each promotion: of two servers that both believe they take writes, the higher one does. */
  readonly timeline: string;
}

/** Whole numbers as numbers. Results come as text: the driver's binary mode reads bytes as if they were UTF-8. */
const plainTypes: CustomTypesConfig = {
  getTypeParser: ((oid: number) => {
    if (oid === types.builtins.INT8) return Number;
    return oid === types.builtins.BOOL || oid === types.builtins.BYTEA ? types.getTypeParser(oid) : String;
  }) as CustomTypesConfig['getTypeParser'],
};

/** Result of a statement: its rows, or that nobody knows whether it happened. */
export type Executed =
  | { readonly kind: 'rows'; readonly rows: readonly unknown[][] }
  | { readonly kind: 'unknown'; readonly detail: string };

/** Opens one connection to one server, for a session or for listening. */
export async function connectTo(
  { address, password }: PostgresLogin,
  { host, port }: PostgresHost,
  milliseconds: number,
): Promise<Client> {
  const secret = password();
  const client = new Client({
    host,
    port,
    database: address.database,
    connectionTimeoutMillis: milliseconds,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    application_name: 'trellis',
    ...(address.user === null ? {} : { user: address.user }),
    ...(secret === null ? {} : { password: secret }),
    ssl:
      address.tls === 'off'
        ? false
        : { rejectUnauthorized: true, ...(address.ca === null ? {} : { ca: readFileSync(address.ca, 'utf8') }) },
  });
  client.on('error', () => undefined); // Whoever waits for an answer is told by it; nobody else needs to know.
  try {
    await client.connect();
    return client;
  } catch (error) {
    cut(client);
    throw error;
  }
}

/** Ends a connection without waiting for the other end, which may never answer. */
export function cut(client: Client): void {
  const { connection } = client as unknown as { connection?: { stream?: { destroy(): void } } };
  connection?.stream?.destroy();
}

/** One connection to the server of a cluster that takes writes, found anew whenever it is lost. One statement at a time. */
export class PostgresSession {
  private readonly turns = new Turns();
  private connected: Connected | null = null;
  private closed = false;

  constructor(
    readonly login: PostgresLogin,
    private readonly patience: PostgresPatience = ordinaryPatience,
  ) {}

  /** Rows of a statement that changes nothing, or changes the same however often it is done. Tried twice where a connection was lost. */
  async ask(sql: string, values: readonly unknown[], signal: Abort): Promise<readonly unknown[][]> {
    return takeTurn(this.turns, signal, async () => {
      const hadConnection = this.connected !== null;
      try {
        return await this.rowsOf(await this.connection(signal), sql, values, signal);
      } catch (error) {
        const isLost = this.connected === null;
        if (!hadConnection || !isLost || error instanceof StoreError) throw error;
        return await this.rowsOf(await this.connection(signal), sql, values, signal);
      }
    });
  }

  /** Does a statement that must not happen twice: where its answer is lost, that is said and nothing is repeated. */
  async execute(sql: string, values: readonly unknown[], signal: Abort, onSending: () => void): Promise<Executed> {
    return takeTurn(this.turns, signal, async () => {
      const connected = await this.connection(signal);
      if (connected.isStandby) {
        this.forget();
        throw new StoreError({ kind: 'offline', detail: 'No server of the cluster takes writes at the moment.' });
      }
      const warnings: string[] = [];
      const onNotice = (notice: { readonly message?: string | undefined }): void => {
        if (isWarning(notice)) warnings.push(notice.message ?? '');
      };
      connected.client.on('notice', onNotice);
      try {
        onSending();
        const rows = await this.rowsOf(connected, sql, values, signal);
        // A wait for a standby that was given up: it stands on this server, and may be gone after a failover.
        return warnings.length === 0 ? { kind: 'rows', rows } : { kind: 'unknown', detail: warnings.join('; ') };
      } catch (error) {
        // A connection that has outlived it shows that the server said no.
        if (error instanceof StoreError || this.connected === connected) throw error;
        return {
          kind: 'unknown',
          detail: postgresFailureOf(error).kind === 'offline' ? messageOf(error) : 'No answer.',
        };
      } finally {
        connected.client.off('notice', onNotice);
      }
    });
  }

  /** Lets go of the connection, so that the next statement looks at all servers again. */
  lookAgain(): Promise<void> {
    return takeTurn(this.turns, neverAborted, () => {
      this.forget();
      return Promise.resolve();
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.turns.idle();
    this.forget();
  }

  private forget(): void {
    const before = this.connected;
    this.connected = null;
    if (before !== null) cut(before.client);
  }

  private async rowsOf(
    connected: Connected,
    sql: string,
    values: readonly unknown[],
    signal: Abort,
  ): Promise<readonly unknown[][]> {
    let leave: (reason: unknown) => void = () => undefined;
    const left = new Promise<never>((_, reject) => {
      leave = reject;
    });
    const onAbort = (): void => leave(new StoreError(aborted));
    const onEnd = (): void => leave(new Error('The connection to the server was lost.'));
    let onReady: () => void = () => undefined;
    const ready = new Promise<void>((resolve) => {
      onReady = resolve;
    });
    signal.addEventListener('abort', onAbort);
    connected.client.once('end', onEnd);
    connected.client.once('drain', onReady);
    const timer = setTimeout(() => leave(new Error('The server did not answer in time.')), this.patience.answering);
    try {
      const query = connected.client.query<unknown[]>({
        text: sql,
        values: [...values],
        rowMode: 'array',
        types: plainTypes,
      });
      query.catch(() => undefined);
      return (await Promise.race([query, left])).rows;
    } catch (error) {
      // A server that is ready for the next statement has undone this one; after anything else nobody knows what became of it.
      const isRefusal = isSaidByServer(error) && (await isFirst(ready, left));
      if (!isRefusal && this.connected === connected) this.forget();
      throw error;
    } finally {
      clearTimeout(timer);
      connected.client.off('end', onEnd);
      connected.client.off('drain', onReady);
      signal.removeEventListener('abort', onAbort);
    }
  }

  private async connection(signal: Abort): Promise<Connected> {
    if (this.closed) throw new StoreError(aborted);
    // A standby is left as soon as possible: each statement looks for the server that takes writes.
    if (this.connected?.isStandby === true && this.login.address.hosts.length > 1) this.forget();
    if (this.connected !== null) return this.connected;
    const found = await this.find(signal);
    if (signal.aborted) {
      cut(found.client);
      throw new StoreError(aborted);
    }
    found.client.once('end', () => {
      if (this.connected === found) this.connected = null;
    });
    this.connected = found;
    return found;
  }

  /** Asks all servers at once. The one that takes writes is taken, else one that answers reads. */
  private find(signal: Abort): Promise<Connected> {
    const { hosts } = this.login.address;
    return new Promise((resolve, reject) => {
      const found: Connected[] = [];
      const problems: unknown[] = [];
      let timer: NodeJS.Timeout | undefined;
      let settled = false;
      const settle = (): void => {
        if (settled) return;
        settled = true;
        clearTimeout(timer);
        signal.removeEventListener('abort', settle);
        const [best, ...others] = [...found].sort(byFitness);
        for (const { client } of others) cut(client);
        if (signal.aborted) {
          if (best !== undefined) cut(best.client);
          reject(new StoreError(aborted));
        } else if (best === undefined)
          reject(problems.find(isRefusal) ?? problems[0] ?? new Error('No server answers.'));
        else resolve(best);
      };
      signal.addEventListener('abort', settle);
      for (const host of hosts) {
        this.look(host).then(
          (connected) => {
            if (settled) return cut(connected.client);
            found.push(connected);
            if (found.length + problems.length === hosts.length) settle();
            else if (!connected.isStandby) timer ??= setTimeout(settle, promotionGrace);
          },
          (error: unknown) => {
            problems.push(error);
            if (found.length + problems.length === hosts.length) settle();
          },
        );
      }
    });
  }

  private async look(host: PostgresHost): Promise<Connected> {
    const client = await connectTo(this.login, host, this.patience.connecting);
    let timer: NodeJS.Timeout | undefined;
    try {
      const silence = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error('The server did not answer in time.')), this.patience.connecting);
      });
      const { rows } = await Promise.race([
        client.query<{ standby: boolean; timeline: string }>(
          `select pg_is_in_recovery() or current_setting('transaction_read_only') = 'on' as standby,
             case when pg_is_in_recovery() then '' else left(pg_walfile_name(pg_current_wal_lsn()), 8) end as timeline`,
        ),
        silence,
      ]);
      const [row] = rows;
      return { client, isStandby: row?.standby ?? true, timeline: row?.timeline ?? '' };
    } catch (error) {
      cut(client);
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }
}

function byFitness(one: Connected, other: Connected): number {
  if (one.isStandby !== other.isStandby) return one.isStandby ? 1 : -1;
  return one.timeline < other.timeline ? 1 : one.timeline > other.timeline ? -1 : 0;
}

/** A server that was reached and said no tells more than one that was not. */
function isRefusal(error: unknown): boolean {
  return postgresFailureOf(error).kind !== 'offline';
}

/** Tells whether something comes before something else fails. */
function isFirst(wanted: Promise<void>, other: Promise<never>): Promise<boolean> {
  return Promise.race([wanted, other]).then(
    () => true,
    () => false,
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
