import { textToBytes } from '#core/kernel/hash';
import { type Judgements } from '#core/ledger/kept/judgements';
import { KeptComputer, type JudgedActs } from '#core/ledger/kept/kept-computer';
import { actOfEntry, decodeKeptFile, type Draft, entryOfAct, type RefusedAct } from '#core/ledger/kept/kept-file';
import { hashEntry } from '#core/ledger/encoding';
import type { Head } from '#core/ledger/commit';

/** What may happen in a run, beside acts and copying. */
export interface Happenings {
  readonly elections: boolean;
  readonly force: boolean;
  readonly restores: boolean;
}

export interface RunTotals {
  runs: number;
  acts: number;
  handedOver: number;
  stood: number;
  elected: number;
  forced: number;
  restored: number;
  refused: number;
  settled: number;
  /** Acts that were on a disk only that was then replaced by its backup. */
  gone: number;
}

export const noTotals = (): RunTotals => ({
  runs: 0,
  acts: 0,
  handedOver: 0,
  stood: 0,
  elected: 0,
  forced: 0,
  restored: 0,
  refused: 0,
  settled: 0,
  gone: 0,
});

const ledger = 'ledger-1';

type Folder = Map<string, Uint8Array>;

/** One computer: its copy of the folder, what it keeps for itself, and what it makes of both. */
class SimulatedComputer {
  readonly folder: Folder = new Map();
  private kept: Folder = new Map();
  place: KeptComputer;
  private backup: { folder: Folder; kept: Folder } | null = null;
  /** Files that were looked at already, as they were then. */
  private readonly looked = new Map<string, Uint8Array>();

  constructor(
    readonly name: string,
    private readonly judgements: Judgements | undefined,
    private readonly clock: () => string,
  ) {
    this.place = this.make();
  }

  private make(): KeptComputer {
    return new KeptComputer({
      ledger,
      computer: this.name,
      name: this.name,
      ...(this.judgements === undefined ? {} : { judgements: this.judgements }),
    });
  }

  holds(path: string): boolean {
    return this.kept.has(path);
  }

  look(): void {
    for (const [path, bytes] of this.folder) {
      if (this.looked.get(path) === bytes) continue;
      this.looked.set(path, bytes);
      if (this.place.take(path, bytes)) this.kept.set(path, bytes);
    }
    this.place.update();
  }

  write(draft: Draft | null): boolean {
    if (draft === null) return false;
    this.kept.set(draft.path, draft.bytes);
    this.folder.set(draft.path, draft.bytes);
    this.looked.set(draft.path, draft.bytes);
    this.place.take(draft.path, draft.bytes);
    this.place.update();
    return true;
  }

  step(): void {
    this.look();
    this.owe();
    for (;;) {
      const outs = this.place.toOrder(8);
      if (outs.length === 0) break;
      const { head } = this.place.log;
      const judged = judge(this.place, outs, (path) => this.kept.get(path) ?? new Uint8Array());
      if (!this.write(this.place.order(judged, head, this.clock()))) break;
    }
    this.owe();
  }

  private owe(): void {
    while (this.write(this.place.due(this.clock())));
  }

  backUp(): void {
    this.backup = { folder: new Map(this.folder), kept: new Map(this.kept) };
  }

  /** The disk is replaced by its backup: profile and folder as they were. */
  restore(): boolean {
    if (this.backup === null) return false;
    this.folder.clear();
    for (const [path, bytes] of this.backup.folder) this.folder.set(path, bytes);
    this.kept = new Map(this.backup.kept);
    this.looked.clear();
    this.place = this.make();
    for (const [path, bytes] of this.kept) {
      this.place.take(path, bytes);
      if (path.startsWith(`${this.name}/`)) this.folder.set(path, bytes);
    }
    this.step();
    return true;
  }
}

/** Rules of a kind: whether an act holds depends on what is in order before it. */
function judge(
  place: KeptComputer,
  outs: readonly { readonly hash: string; readonly path: string; readonly ids: readonly string[] }[],
  read: (path: string) => Uint8Array,
): readonly JudgedActs[] {
  let { head } = place.log;
  const done = new Set<string>();
  return outs.map((out) => {
    const open = new Set(out.ids.filter((id) => place.log.seqOfAct(id) === undefined && !done.has(id)));
    const entries: Uint8Array[] = [];
    const refused: RefusedAct[] = [];
    for (const line of decodeKeptFile(out.path, read(out.path), ledger)?.lines ?? []) {
      const { id } = JSON.parse(Buffer.from(line).toString('utf8')) as { id: string };
      if (!open.has(id)) continue;
      if ((Number(id.slice(1)) * 7 + (head?.seq ?? 0)) % 9 === 0) {
        refused.push({ id, refusals: [{ rule: 'T1' }] });
        continue;
      }
      done.add(id);
      const entry = entryOfAct(line, head);
      entries.push(entry);
      head = { seq: (head?.seq ?? 0) + 1, hash: hashEntry(entry) } satisfies Head;
    }
    return { out: out.hash, entries, refused };
  });
}

function actLine(id: string, by: string): Uint8Array {
  return actOfEntry(textToBytes(JSON.stringify({ ledger, seq: 1, prev: '', id, by, do: 'group.add', args: {} })));
}

/** Numbers by chance from a seed. */
function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * One run by chance: two to five computers, each with its own copy of a folder; files carried one by one in any order, some
 * only half, some with conflict copies beside them. What went wrong, or `null`.
 */
export function runKeptPlace(
  seed: number,
  { elections, force, restores }: Happenings,
  totals: RunTotals,
  judgements?: Judgements,
): string | null {
  const random = chance(seed);
  const below = (count: number): number => Math.floor(random() * count);
  let tick = 0;
  const clock = (): string => {
    tick += 1;
    return new Date(1_700_000_000_000 + tick * 1000).toISOString();
  };
  const computers = Array.from(
    { length: 2 + below(4) },
    (_, index) => new SimulatedComputer(`c${String(index)}`, judgements, clock),
  );
  const any = (): SimulatedComputer => computers[below(computers.length)] as SimulatedComputer;
  const founder = computers[0] as SimulatedComputer;
  founder.write(founder.place.found(clock()));
  founder.step();

  const outOfAct = new Map<string, { path: string; previous: string | null; hash: string }>();
  const settled = new Map<number, string>();
  const elected = new Set<string>();
  let problem: string | null = null;

  const watch = (computer: SimulatedComputer): void => {
    const { log } = computer.place;
    if (log.term?.how === 'elected') elected.add(log.term.hash);
    if (force || restores) return;
    const most = computer.place.settledSeq();
    for (let seq = 1; seq <= most; seq += 1) {
      const hash = log.files[seq - 1]?.hash ?? '';
      const before = settled.get(seq);
      if (before === undefined) settled.set(seq, hash);
      else if (before !== hash) problem ??= `what had settled at ${String(seq)} changed`;
    }
  };

  const carry = (from: SimulatedComputer, to: SimulatedComputer): void => {
    const news = [...from.folder].filter(([path, bytes]) => (to.folder.get(path)?.length ?? -1) < bytes.length);
    const [path, bytes] = news[below(news.length)] ?? [];
    if (path === undefined || bytes === undefined) return;
    const what = random();
    if (what < 0.12) to.folder.set(path, bytes.slice(0, Math.floor(bytes.length * random())));
    else {
      to.folder.set(path, bytes);
      if (what > 0.95) to.folder.set(path.replace('.jsonl', '.sync-conflict-20260101-000000-ABCDEFG.jsonl'), bytes);
      if (what > 0.9 && what < 0.92) to.folder.set(`${path}..path1`, bytes.slice(0, 9));
    }
  };

  const doAct = (computer: SimulatedComputer): void => {
    const ids = Array.from({ length: random() < 0.1 ? 2 : 1 }, (_, index) => `a${String(totals.acts + index)}`);
    totals.acts += ids.length;
    const [draft] = computer.place.hand(ids.map((id) => ({ id, line: actLine(id, computer.name) })));
    if (draft === undefined) return;
    computer.write(draft);
    const read = decodeKeptFile(draft.path, draft.bytes, ledger)?.file;
    if (read?.kind !== 'out') throw new Error('an act was not written as one');
    for (const id of ids) outOfAct.set(id, { path: draft.path, previous: read.previous, hash: read.hash });
  };

  const steps = 200 + below(300);
  const pace = random() * 0.6;
  for (let step = 0; step < steps; step += 1) {
    const what = random();
    const computer = any();
    if (what < 0.08) doAct(computer);
    else if (what < 0.6) {
      const to = any();
      for (let file = 1 + below(12); file > 0; file -= 1) carry(computer, to);
    } else if (what < 0.9) {
      computer.step();
      watch(computer);
    } else if (what < 0.905 && elections) {
      computer.step();
      if (computer.write(computer.place.handOver(any().name, clock()))) totals.handedOver += 1;
    } else if (what < 0.92 + 0.03 * pace && elections) {
      computer.step();
      computer.write(computer.place.stand(clock()));
      totals.stood += 1;
    } else if (what < 0.96 && force) {
      computer.step();
      computer.write(computer.place.force(clock()));
      totals.forced += 1;
    } else if (what < 0.97 && restores) computer.backUp();
    else if (what < 0.98 && restores && computer.restore()) totals.restored += 1;
  }

  // An act is gone with the disk it was on alone; what its computer did after it waits for it for ever.
  const gone = new Set<string>();
  if (restores) {
    const isThere = (path: string): boolean =>
      computers.some(
        (computer) =>
          computer.holds(path) || decodeKeptFile(path, computer.folder.get(path) ?? new Uint8Array(), ledger) !== null,
      );
    const goneOuts = new Set<string | null>();
    for (let found = true; found;) {
      found = false;
      for (const [id, out] of outOfAct) {
        if (gone.has(id) || (isThere(out.path) && !goneOuts.has(out.previous))) continue;
        gone.add(id);
        goneOuts.add(out.hash);
        found = true;
      }
    }
  }

  const comeToRest = (): void => {
    for (let round = 0; round < 60; round += 1) {
      const before = computers.map(({ folder }) => folder.size).join();
      for (const from of computers)
        for (const to of computers)
          for (const [path, bytes] of from.folder)
            if ((to.folder.get(path)?.length ?? -1) < bytes.length) to.folder.set(path, bytes);
      for (const computer of computers) {
        computer.step();
        watch(computer);
      }
      if (computers.map(({ folder }) => folder.size).join() === before && round > 3) break;
    }
  };
  const missing = (): readonly string[] => {
    const { log } = founder.place;
    return [...outOfAct.keys()].filter(
      (id) => log.seqOfAct(id) === undefined && log.refusalOf(id) === undefined && !gone.has(id),
    );
  };
  const differ = (): boolean => new Set(computers.map(({ place }) => place.log.tip.hash)).size > 1;
  comeToRest();
  // In the end a keeper may be without its office: then somebody stands, and all vote.
  for (let again = 0; again < 3 && (missing().length > 0 || differ()); again += 1) {
    const next = computers[again % computers.length] as SimulatedComputer;
    next.write(next.place.stand(clock()));
    comeToRest();
  }

  const commits = founder.place.log.files.flatMap((file) => file.ids);
  const refused = founder.place.log.files.flatMap((file) => file.refused.map(({ id }) => id));
  totals.runs += 1;
  totals.elected += elected.size;
  totals.refused += refused.length;
  totals.settled += settled.size;
  totals.gone += gone.size;
  if (problem !== null) return problem;
  if (differ()) return 'copies differ at the end';
  if (new Set([...commits, ...refused]).size !== commits.length + refused.length) return 'an act has two places';
  if (missing().length > 0) return `acts are missing: ${missing().join(', ')}`;
  return null;
}
