import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { StoreProcess } from '../../../../../electron/main/stores/apart/store-process';
import { spawnStoreProgram } from '../../../../../electron/main/stores/apart/store-process-node';
import type { StoresPort } from '../../../../../electron/main/stores/apart/store-messages';
import { succeeded } from '#core/kernel/result';
import type { LedgerStore } from '#core/ledger/store';
import { bundleProgram } from '../../../../support/bundled-program';
import { direct, type Direct } from '../../../../support/direct';
import { letHang } from '../../../../support/hanging-share';
import { entriesAfter } from '../../../../support/ledger-entries';
import { appendOneByOne, everything, failureOf, patient } from '../../../../support/store-calls';
import { temporaryFolder } from '../../../../support/temporary-folder';

let program: string;
let processes: StoreProcess;
let ports: StoresPort[];
const release: (() => Promise<void>)[] = [];

beforeAll(async () => {
  program = await bundleProgram(
    join(import.meta.dirname, '../../../../../electron/main/stores/apart/store-program.ts'),
  );
});
afterAll(() => rm(dirname(program), { recursive: true, force: true }));
afterEach(async () => {
  for (const letGo of release.splice(0)) await letGo();
  await processes.close();
});

function open(folder: string): Direct<LedgerStore> {
  const opened = processes.open(folder, { ledger: null, mayBeEmpty: true });
  if (!opened.ok) throw new Error(opened.failure.kind);
  return direct(opened.value.store);
}

function start(patienceMs: number | null = null): void {
  ports = [];
  const spawn = spawnStoreProgram(program);
  processes = new StoreProcess((events) => {
    const port = spawn(events);
    ports.push(port);
    return port;
  }, patienceMs);
}

describe('the process that reaches into folders', () => {
  it('is started again when it ends, and the next call is answered as if nothing had been', async () => {
    start();
    const folder = await temporaryFolder();
    const store = open(folder);
    await appendOneByOne(store, 2);
    const reading = store.read(0, everything, patient());
    await reading;
    ports[0]?.kill();
    const entries = await store.read(0, everything, patient()).catch(() => store.read(0, everything, patient()));
    expect(entries.entries).toHaveLength(2);
    expect(ports).toHaveLength(2);
  });

  it('goes on hinting after it was started again', async () => {
    start();
    const folder = await temporaryFolder();
    const store = open(folder);
    await appendOneByOne(store, 1);
    let told = (): void => undefined;
    const hinted = new Promise<void>((resolve) => (told = resolve));
    store.watch?.(() => told());
    ports[0]?.kill();
    await store.head(patient()).catch(() => store.head(patient()));
    const other = new StoreProcess(spawnStoreProgram(program));
    const opened = other.open(folder, { ledger: null, mayBeEmpty: false });
    if (opened.ok) await appendOneByOne(direct(opened.value.store), 1);
    await hinted;
    await other.close();
  });

  it('answers who gives up while a share hangs, and works again once it is back', async () => {
    start();
    const folder = await temporaryFolder();
    const store = open(folder);
    const head = await appendOneByOne(store, 1);
    const comesBack = await letHang(folder);
    release.push(comesBack);
    const giveUp = new AbortController();
    const reading = failureOf(store.head(giveUp.signal));
    const inLine = failureOf(store.append(entriesAfter(head, 1), head, giveUp.signal));
    giveUp.abort();
    expect(await reading).toEqual({ kind: 'aborted' });
    expect(['aborted', 'unknown-outcome']).toContain((await inLine).kind);
    await comesBack();
    expect(await store.head(patient())).toEqual(head);
  });

  it('does not keep another place waiting for a share that hangs', async () => {
    start();
    const [hanging, well] = [await temporaryFolder(), await temporaryFolder()];
    const comesBack = await letHang(hanging);
    release.push(comesBack);
    const giveUp = new AbortController();
    const waiting = failureOf(open(hanging).head(giveUp.signal));
    expect(await appendOneByOne(open(well), 3)).toMatchObject({ seq: 3 });
    giveUp.abort();
    await waiting;
    expect(await open(well).head(patient())).toMatchObject({ seq: 3 });
  });

  it('ends a call by itself where whoever called waits for ever', async () => {
    start(100);
    const folder = await temporaryFolder();
    const comesBack = await letHang(folder);
    release.push(comesBack);
    expect((await failureOf(open(folder).head(patient()))).kind).toBe('offline');
    expect((await failureOf(open(folder).append(entriesAfter(null, 1), null, patient()))).kind).toBe('unknown-outcome');
  });

  it('closes a place that hangs', async () => {
    start();
    const folder = await temporaryFolder();
    const comesBack = await letHang(folder);
    release.push(comesBack);
    const store = open(folder);
    const waiting = failureOf(store.head(patient()));
    await store.close();
    expect((await waiting).kind).toBe('offline');
    expect(await processes.present(folder)).toBe(folder);
  });

  it('says what a folder is although it comes up slowly, where whoever called is patient', async () => {
    vi.useFakeTimers();
    try {
      const slow = (patienceMs: number | null): StoreProcess =>
        new StoreProcess(
          ({ onMessage }) => ({
            post: (message) => {
              if ('call' in message && message.kind === 'present')
                setTimeout(
                  () => onMessage({ kind: 'result', call: message.call, result: succeeded('kept:/x') }),
                  5_000,
                );
            },
            kill: () => undefined,
          }),
          patienceMs,
        );
      processes = slow(30_000);
      const [patientOne, hastyOne] = [processes.present('/x'), slow(null).present('/x')];
      await vi.advanceTimersByTimeAsync(5_000);
      expect([await patientOne, await hastyOne]).toEqual(['kept:/x', '/x']);
    } finally {
      vi.useRealTimers();
    }
  });
});
