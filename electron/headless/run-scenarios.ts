import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { MemoryLedger, MemoryStore } from '../main/stores/memory';
import { replicaJudge } from '../main/stores/kept/replica-judge';
import { makeRoom, openStore } from '../main/stores/registry';
import type { LedgerStore } from '#core/ledger/store';
import type { Refusal, Warning } from '#core/rules/refusals';
import { firstDifference } from './contained';
import { readSteps, UnreadableStep, type IntentStep, type Opening, type Step } from './scenario-steps';
import { ScenarioWorld } from './scenario-world';

export interface ScenarioResult {
  readonly passed: number;
  readonly failed: number;
  /** Files that could not be read. */
  readonly unreadable: number;
}

/** State in which a scenario ends: pending acts are left so, or synchronised, so that the remote holds all of it. */
export type ScenarioEnding = 'as-told' | 'synchronised';

interface Verdict {
  readonly ok: boolean;
  readonly expected?: unknown;
  readonly actual?: unknown;
  readonly difference?: string;
}

/** Runs scenario files, each step printed as `ok N …` or `not ok N …`. */
export async function runScenarios(
  files: readonly string[],
  remote: string | null,
  print: (line: string) => void,
  ending: ScenarioEnding = 'as-told',
): Promise<ScenarioResult> {
  let passed = 0;
  let failed = 0;
  let unreadable = 0;
  const end = async (world: ScenarioWorld | null): Promise<void> => {
    if (ending === 'synchronised') await world?.sync('*');
    await world?.close();
  };
  for (const file of files) {
    let steps: ReturnType<typeof readSteps>;
    try {
      steps = readSteps(readFileSync(file, 'utf8'));
    } catch (error) {
      unreadable += 1;
      print(
        `# ${file} cannot be read: ${error instanceof UnreadableStep || error instanceof Error ? error.message : String(error)}`,
      );
      continue;
    }
    let world: ScenarioWorld | null = null;
    for (const { line, step } of steps) {
      if (step.kind === 'opening') {
        await end(world);
        print(`# ${step.step.scenario}`);
        world = await openWorld(step.step, remote);
        continue;
      }
      if (world === null) {
        unreadable += 1;
        print(`# ${file} cannot be read: line ${String(line)} comes before the scenario is opened`);
        break;
      }
      if (step.kind === 'today') {
        world.setToday(step.step.today);
        continue;
      }
      const verdict = await perform(world, step);
      if (verdict.ok) passed += 1;
      else failed += 1;
      print(`${verdict.ok ? 'ok' : 'not ok'} ${String(passed + failed)} ${nameOf(step)} (line ${String(line)})`);
      if (!verdict.ok) {
        if (verdict.difference !== undefined) print(`  # ${verdict.difference}`);
        print(`  # expected ${JSON.stringify(verdict.expected)}`);
        print(`  # actual   ${JSON.stringify(verdict.actual)}`);
      }
    }
    await end(world);
  }
  print(`${String(passed)} passed, ${String(failed)} failed`);
  return { passed, failed, unreadable };
}

/** One fresh ledger for a scenario: in memory, or in a place of its own under the remote address. */
async function openWorld(opening: Opening, remote: string | null): Promise<ScenarioWorld> {
  const ledger = randomUUID();
  return ScenarioWorld.open(
    opening,
    remote === null ? new MemoryStore(new MemoryLedger()) : await openUnder(remote, ledger),
    ledger,
  );
}

const now = (): string => new Date().toISOString();

async function openUnder(remote: string, ledger: string): Promise<LedgerStore> {
  const [place = '', query] = remote.split(/\?(.*)/s);
  // Every replica of a scenario is on this computer, so it keeps the order itself where the place does not.
  const here = { computer: 'headless', name: 'headless', record: null, now, judge: replicaJudge() };
  const address = `${place.replace(/\/+$/, '')}/${ledger}${query === undefined ? '' : `?${query}`}`;
  // Who keeps the order asks the rules in this very process.
  await makeRoom(address);
  const opened = openStore(address, { ledger: null, mayBeEmpty: true, here });
  if (!opened.ok) throw new Error(`The remote cannot be opened: ${JSON.stringify(opened.failure)}`);
  return opened.value.store;
}

function nameOf(step: Step): string {
  switch (step.kind) {
    case 'intent':
      return `${step.step.on === undefined ? '' : `on ${step.step.on} `}${step.step.do}`;
    case 'query':
      return `${step.step.on === undefined ? '' : `on ${step.step.on} `}query ${step.step.query}`;
    case 'sync':
      return `sync ${step.step.sync}`;
    default:
      return step.kind;
  }
}

async function perform(world: ScenarioWorld, step: Exclude<Step, { kind: 'opening' | 'today' }>): Promise<Verdict> {
  switch (step.kind) {
    case 'intent':
      return judgeAct(step.step, await world.act(step.step));
    case 'query': {
      const actual = await world.ask(step.step);
      if (step.step.expect === undefined)
        return isRefused(actual) ? { ok: false, expected: 'an answer', actual } : { ok: true };
      const difference = firstDifference(actual, step.step.expect);
      return difference === null ? { ok: true } : { ok: false, expected: step.step.expect, actual, difference };
    }
    case 'sync': {
      const problem = await world.sync(step.step.sync);
      return problem === null ? { ok: true } : { ok: false, expected: 'synchronised', actual: problem };
    }
    case 'dropping':
      return (await world.drop(step.step.on, step.step.index))
        ? { ok: true }
        : { ok: false, expected: `an item ${String(step.step.index)}`, actual: 'none' };
  }
}

function isRefused(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'refusals' in answer;
}

function distinctCodes(found: readonly { readonly code: string }[]): readonly string[] {
  return [...new Set(found.map(({ code }) => code))].sort();
}

function judgeAct(
  step: IntentStep,
  actual:
    | { readonly ok: true; readonly warnings: readonly Warning[] }
    | { readonly ok: false; readonly refusals: readonly Refusal[] },
): Verdict {
  const expected = step.expect ?? { ok: true as const };
  const fail = (difference: string): Verdict => ({ ok: false, expected, actual, difference });
  if (expected.refused !== undefined) {
    if (actual.ok) return fail('it was done');
    const difference = firstDifference(distinctCodes(actual.refusals), expected.refused);
    if (difference !== null) return fail(difference);
    const first = actual.refusals.filter(({ code }) => code === expected.refused?.[0]);
    const { params } = expected;
    return params === undefined || first.some((refusal) => firstDifference(refusal, params) === null)
      ? { ok: true }
      : fail('no such parameters');
  }
  if (!actual.ok) return fail('it was refused');
  if (expected.warned === undefined) return { ok: true };
  const difference = firstDifference(distinctCodes(actual.warnings), expected.warned);
  return difference === null ? { ok: true } : fail(difference);
}
