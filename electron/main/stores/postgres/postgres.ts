import type { Head } from '#core/ledger/commit';
import type {
  Abort,
  LedgerStore,
  StoreBeginning,
  ReadLimit,
  ReadPage,
  StoreInfo,
  StoreReport,
  StoreResult,
  Unsubscribe,
} from '#core/ledger/store';
import type { StorePresence } from '#core/ledger/presence';
import { aborted, neverAborted, settleOnAbort } from '../abort';
import { hashBeforeFirst, readChain, readEnvelope } from '../entry-envelope';
import { judgeBeginning, judgeContinuation, judgeExpectedHead, notInPlace } from '../expected-head';
import { isBlobName } from '../folder/folder-layout';
import { requireComputer } from '../presence-word';
import { answering, StoreError } from '../store-error';
import { Watches } from '../watches';
import { isWithoutTable, postgresFailureOf } from './postgres-failure';
import { ordinaryPatience, type PostgresLogin, type PostgresPatience, PostgresSession } from './postgres-session';
import { ordinaryPace, watchPostgres, type WatchPace } from './postgres-watch';

/** Rights of a member of a ledger, each with what comes before. */
export type PostgresRights = 'read' | 'append' | 'admit';

export interface PostgresOptions extends PostgresLogin {
  /** The ledger that must be there; `null` accepts any. */
  readonly ledger: string | null;
  readonly patience?: PostgresPatience;
  readonly pace?: WatchPace;
}

/** One row also where there is no such ledger: whether a standby says so, which may lag, or a server that takes writes. */
const headQuery = `
  select l.identity, l.seq, l.hash, pg_is_in_recovery()
  from (values (1)) one left join trellis.ledger l on l.name = $1`;

/**
 * One statement sees one moment: entries and the head they lead towards fit. The first entry comes however large it is. All of them come as
 * one value with the length of each: a row each takes the driver several times as long.
 */
const readQuery = `
  select l.identity, l.seq, l.hash, pg_is_in_recovery(), e.first, e.lengths, e.bodies
  from (values (1)) one left join trellis.ledger l on l.name = $1 left join lateral (
    select min(seq) as first, string_agg(octet_length(body)::text, ' ' order by seq) as lengths,
      string_agg(body, ''::bytea order by seq) as bodies
    from (
      select seq, body, sum(octet_length(body)) over (order by seq) as total, row_number() over (order by seq) as nth
      from (select seq, body from trellis.entry where ledger = $1 and seq > $2 order by seq limit $3) page
    ) sized where nth = 1 or total <= $4
  ) e on true`;

interface Found {
  readonly ledger: string | null;
  readonly head: Head | null;
  readonly fromStandby: boolean;
}

/** A ledger in a PostgreSQL database, beside any number of others. The head's row is what puts appends in order. */
export class PostgresStore implements LedgerStore {
  readonly info: StoreInfo;
  private readonly session: PostgresSession;
  private readonly watches = new Watches();
  /** The furthest head that was seen or appended here: a replica that answers less lags behind. */
  private furthest: Head | null = null;
  /** A commit may stand on one server only. A write that waits for the standbys settles it, for it comes after. */
  private unsettled = false;
  private waitingSince: string | null = null;

  constructor(private readonly options: PostgresOptions) {
    const { hosts, place, database } = options.address;
    const label = `${place} · ${hosts[0]?.host ?? ''}/${database}`;
    this.info = { kind: 'postgres', label, watch: true, exclusive: true };
    this.session = new PostgresSession(options, options.patience ?? ordinaryPatience);
  }

  check(signal: Abort): Promise<StoreResult<StoreReport>> {
    return this.call(signal, async () => {
      const found = await this.look(signal);
      const standing = await this.standing(signal);
      this.requireAdmitted(standing);
      return {
        reachable: true,
        writable: !found.fromStandby && standing !== 'reads',
        ledger: found.ledger,
        head: found.head,
        remarks: [],
      };
    });
  }

  head(signal: Abort): Promise<StoreResult<Head | null>> {
    return this.call(signal, async () => (await this.lookAdmitted(signal)).head);
  }

  read(after: number, limit: ReadLimit, signal: Abort): Promise<StoreResult<ReadPage>> {
    return this.call(signal, async () => {
      await this.settleUnknown(signal);
      const values = [this.place, after, Math.max(1, limit.entries), limit.bytes];
      let rows = await this.session.ask(readQuery, values, signal);
      if (this.isShort(rows, after)) {
        await this.session.lookAgain();
        rows = await this.session.ask(readQuery, values, signal);
      }
      const found = this.foundIn(rows, after);
      if (found.head === null) await this.lookAdmitted(signal);
      if (found.head !== null && found.head.seq > after && rows[0]?.[4] !== after + 1) {
        const begins = await this.begins(signal);
        if (begins !== null && after < begins.seq) throw new StoreError({ kind: 'shortened', begins });
      }
      return { entries: entriesIn(rows[0]), head: found.head };
    });
  }

  append(entries: readonly Uint8Array[], expected: Head | null, signal: Abort): Promise<StoreResult<Head>> {
    let sent = false;
    const work = this.appendNow(entries, expected, signal, () => {
      sent = true;
    });
    const settled = settleOnAbort(signal, work, () => {
      if (!sent) return aborted;
      this.unsettled = true;
      return { kind: 'unknown-outcome', detail: 'The append was interrupted while it was being sent.' };
    });
    return answering(() => settled, postgresFailureOf);
  }

  putBlob(name: string, bytes: Uint8Array, signal: Abort): Promise<StoreResult<null>> {
    return this.call(signal, async () => {
      requireBlobName(name);
      const [row] = await this.session.ask(`select trellis.put_blob($1, $2, $3)`, [this.place, name, bytes], signal);
      if (row?.[0] === true) return null;
      throw new StoreError({ kind: 'corrupt', place: name, detail: 'Another content has this name already.' });
    });
  }

  getBlob(name: string, signal: Abort): Promise<StoreResult<Uint8Array | null>> {
    return this.call(signal, async () => {
      requireBlobName(name);
      const sql = `select body from trellis.blob where ledger = $1 and name = $2`;
      const [row] = await this.session.ask(sql, [this.place, name], signal);
      return row?.[0] instanceof Uint8Array ? new Uint8Array(row[0]) : null;
    });
  }

  /** A database of before that was possible keeps what it has. */
  dropBlob(name: string, signal: Abort): Promise<StoreResult<null>> {
    return this.call(signal, async () => {
      requireBlobName(name);
      await withoutTable<unknown>(null, () =>
        this.session.ask(`select trellis.drop_blob($1, $2)`, [this.place, name], signal),
      );
      return null;
    });
  }

  /** A database of before that was possible begins with the first entry of each ledger, and keeps them all. */
  readonly beginning: StoreBeginning = {
    at: (signal) => this.call(signal, () => this.begins(signal)),
    shorten: (to, signal) =>
      this.call(signal, async () => {
        const sql = `select trellis.shorten($1, $2, $3)`;
        const [row] = await withoutTable<readonly unknown[][]>([], () =>
          this.session.ask(sql, [this.place, to.seq, to.hash], signal),
        );
        if (row?.[0] === true) return null;
        throw new StoreError(row === undefined ? tooOld : notInPlace(to));
      }),
  };

  private async begins(signal: Abort): Promise<Head | null> {
    const sql = `select seq, hash from trellis.beginning where ledger = $1`;
    const [row] = await withoutTable<readonly unknown[][]>([], () => this.session.ask(sql, [this.place], signal));
    return headOf(row?.[0], row?.[1]);
  }

  /** Words of computers on themselves. A database of before there were any carries none. */
  readonly presence: StorePresence = {
    say: (computer, word, signal) =>
      this.call(signal, async () => {
        requireComputer(computer, word);
        await withoutTable<unknown>(null, () =>
          this.session.ask(`select trellis.say_here($1, $2, $3)`, [this.place, computer, word], signal),
        );
        return null;
      }),
    all: (signal) =>
      this.call(signal, async () => {
        const sql = `select body from trellis.here where ledger = $1 order by computer limit 500`;
        const rows = await withoutTable([], () => this.session.ask(sql, [this.place], signal));
        return rows.flatMap(([body]) => (body instanceof Uint8Array ? [Uint8Array.from(body)] : []));
      }),
  };

  /** Lets another login of the server in: to read, to append, or to admit others too. */
  admit(login: string, rights: PostgresRights, signal: Abort): Promise<StoreResult<null>> {
    return this.call(signal, async () => {
      await this.session.ask(`select trellis.admit($1, $2, $3)`, [this.place, login, rights], signal);
      return null;
    });
  }

  watch(onHint: () => void): Unsubscribe {
    const look = async (): Promise<string> => {
      const [row] = await this.session.ask(headQuery, [this.place], neverAborted);
      return String(row?.[2] ?? '');
    };
    return this.watches.add(watchPostgres(this.options, this.options.pace ?? ordinaryPace, look, onHint));
  }

  async close(): Promise<void> {
    this.watches.endAll();
    await this.session.close();
  }

  private get place(): string {
    return this.options.address.place;
  }

  private call<Value>(signal: Abort, work: () => Promise<Value>): Promise<StoreResult<Value>> {
    if (signal.aborted) return answering(() => Promise.reject(new StoreError(aborted)));
    return answering(() => settleOnAbort(signal, work(), () => aborted), postgresFailureOf);
  }

  private async appendNow(
    entries: readonly Uint8Array[],
    expected: Head | null,
    signal: Abort,
    onSending: () => void,
  ): Promise<Head> {
    if (signal.aborted) throw new StoreError(aborted);
    const mistake = judgeContinuation(entries, expected);
    if (mistake !== null) throw new StoreError(mistake);
    const reading = readChain(entries);
    if (!reading.ok) throw new StoreError({ kind: 'defect', detail: reading.problem });
    const { ledger } = reading.chain;
    if (this.options.ledger !== null && this.options.ledger !== ledger) {
      throw new StoreError({ kind: 'identity-changed', expected: ledger, actual: this.options.ledger });
    }
    const ids = entries.map((entry) => readEnvelope(entry)?.id ?? '');
    const executed = await this.session.execute(
      `select outcome, at_seq, at_hash, other from trellis.append($1, $2, $3, $4, $5, $6)`,
      [this.place, expected?.seq ?? 0, expected?.hash ?? hashBeforeFirst, ledger, ids, entries],
      signal,
      onSending,
    );
    if (executed.kind === 'unknown') {
      this.unsettled = true;
      throw new StoreError({ kind: 'unknown-outcome', detail: executed.detail });
    }
    const [outcome, seq, hash, other] = executed.rows[0] ?? [];
    const head = headOf(seq, hash);
    if (outcome === 'appended' && head !== null) {
      this.furthest = head;
      return head;
    }
    if (outcome === 'another') {
      throw new StoreError({ kind: 'identity-changed', expected: ledger, actual: String(other) });
    }
    const begins = typeof other === 'string' ? null : await this.begins(signal);
    const refusal =
      judgeBeginning(expected, begins) ??
      judgeExpectedHead(expected, head, (seq) =>
        typeof other === 'string' ? other : begins?.seq === seq ? begins.hash : null,
      );
    throw new StoreError(refusal ?? { kind: 'defect', detail: 'The server did not say what became of the append.' });
  }

  /**
   * After an unknown outcome a commit may stand on the server that took it and on no other. A transaction that comes
   * after it in the log is confirmed by the standbys only together with it; then what is read is there to stay.
   */
  private async settleUnknown(signal: Abort): Promise<void> {
    if (!this.unsettled) return;
    // It must write something: a transaction that only has a number is not waited for.
    const write = `select pg_logical_emit_message(true, 'trellis', '')::text`;
    const executed = await this.session.execute(write, [], signal, () => undefined);
    if (executed.kind === 'unknown') {
      throw new StoreError({ kind: 'offline', detail: `The server cannot confirm what it holds. ${executed.detail}` });
    }
    this.unsettled = false;
  }

  private async look(signal: Abort): Promise<Found> {
    const rows = await this.session.ask(headQuery, [this.place], signal);
    if (!this.isShort(rows, 0)) return this.foundIn(rows, 0);
    await this.session.lookAgain();
    return this.foundIn(await this.session.ask(headQuery, [this.place], signal), 0);
  }

  private async lookAdmitted(signal: Abort): Promise<Found> {
    const found = await this.look(signal);
    if (found.head === null) this.requireAdmitted(await this.standing(signal));
    return found;
  }

  private isShort(rows: readonly unknown[][], after: number): boolean {
    const seq = Number(rows[0]?.[1] ?? 0);
    return seq < Math.max(after, this.furthest?.seq ?? 0);
  }

  /** Reads the head out of rows. A standby that is behind what was seen already is waited for, for it only lags. */
  private foundIn(rows: readonly unknown[][], after: number): Found {
    const [identity, seq, hash, standby] = rows[0] ?? [];
    const head = headOf(seq, hash);
    const fromStandby = standby === true;
    if (fromStandby && this.isShort(rows, after)) {
      this.waitingSince ??= new Date().toISOString();
      throw new StoreError({
        kind: 'waiting',
        place: this.info.label,
        since: this.waitingSince,
        detail: `A replica answers that has commit ${head?.seq ?? 0} so far.`,
      });
    }
    this.waitingSince = null;
    if (head !== null) this.furthest = head;
    const ledger = typeof identity === 'string' ? identity : null;
    const wanted = this.options.ledger;
    if (wanted !== null && ledger !== null && ledger !== wanted) {
      throw new StoreError({ kind: 'identity-changed', expected: wanted, actual: ledger });
    }
    return { ledger, head, fromStandby };
  }

  private async standing(signal: Abort): Promise<string> {
    const [row] = await this.session.ask(`select trellis.standing($1)`, [this.place], signal);
    return String(row?.[0]);
  }

  private requireAdmitted(standing: string): void {
    if (standing !== 'stranger') return;
    throw new StoreError({
      kind: 'forbidden',
      detail: `This login has not been admitted to “${this.place}”. Whoever looks after it can do so.`,
    });
  }
}

/** The entries of a page, each as bytes of its own. */
function entriesIn(row: readonly unknown[] | undefined): readonly Uint8Array[] {
  const [lengths, bodies] = row?.slice(5) ?? [];
  if (typeof lengths !== 'string' || !(bodies instanceof Uint8Array)) return [];
  let end = 0;
  return lengths.split(' ').map((length) => {
    const start = end;
    end += Number(length);
    return new Uint8Array(bodies.subarray(start, end));
  });
}

function headOf(seq: unknown, hash: unknown): Head | null {
  return typeof seq === 'number' && seq > 0 && typeof hash === 'string' ? { seq, hash } : null;
}

const tooOld = {
  kind: 'defect',
  detail: 'The database was made by an older version. “store init” brings it up to this one.',
} as const;

function requireBlobName(name: string): void {
  if (!isBlobName(name)) throw new StoreError({ kind: 'defect', detail: `“${name}” cannot be the name of a blob.` });
}

/** An answer where the tables are there, else what stands for it. */
async function withoutTable<Value>(instead: Value, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (isWithoutTable(error)) return instead;
    throw error;
  }
}
