import { closePlaces } from '../../electron/headless/places';
import { addDays } from '#core/kernel/day';
import { hashEntry } from '#core/ledger/encoding';
import { Replica } from '#core/ledger/replica';
import { Evaluation } from '#core/rules/evaluation';
import { standingOf } from '#core/rules/user-status';
import type { View } from '#core/model/model';
import { accountOf, ledgerOf } from './accounts';
import { benchExchange } from './exchange/measure-exchange';
import { benchCheckpoint } from './stores/measure-checkpoint';
import { benchRebase } from './stores/measure-rebase';
import { benchStores } from './stores/measure-stores';
import { benchTrust } from './trust';
import { benchUndo } from './undo';
import { benchShare } from './window/measure-share';
import { benchOpening, benchWindow } from './window/measure-window';
import { medianMicroseconds, memoryMegabytes, printFigure, secondsOf } from './figures';
import { writeFigures } from './figures-file';

const sizes = [1_000, 10_000, 100_000] as const;
const on = { day: '2026-06-01', by: 'owner' };
const context = { commit: 'bench-act', by: 'owner', day: on.day, at: `${on.day}T08:00:00.000Z`, device: 'bench' };

/** The peer of every maintained figure: the same number, added up by walking the tree. */
function allocatedOutByWalking(view: View): number {
  let sum = 0;
  for (const group of view.subtree('root')) {
    if (group.id === 'root' || group.restriction !== 'own') continue;
    for (const blockId of view.blocksOf(group.id)) {
      const block = view.row('blocks', blockId);
      if (block?.source === 'allocation' && block.typeId === 'link.plus') sum += block.quantity;
    }
  }
  return sum;
}

function benchReplay(commits: number): void {
  const entries = ledgerOf(commits);
  const floor = secondsOf(() =>
    entries.map((bytes) => [JSON.parse(new TextDecoder().decode(bytes)) as unknown, hashEntry(bytes)]),
  );
  const replay = secondsOf(() => {
    const replica = Replica.empty('bench');
    for (let start = 0; start < entries.length; start += 1000) {
      const received = replica.receive(entries.slice(start, start + 1000));
      if (!received.ok || received.voided.length > 0)
        throw new Error(`the replay went wrong: ${JSON.stringify(received).slice(0, 400)}`);
    }
    return replica;
  });
  printFigure({
    name: 'replay100k',
    what: `replay of ${commits.toLocaleString('en')} intents, chain and rules checked`,
    value: replay.seconds,
    unit: 's',
    peer: { name: 'parsing and hashing the same bytes', ratio: replay.seconds / floor.seconds },
  });
}

function benchAccount(groups: number, first: Map<string, number>): void {
  const replica = accountOf(groups);
  const compare = (what: string, value: number): void => {
    const smallest = first.get(what) ?? value;
    first.set(what, smallest);
    printFigure({
      what: `${what}, ${groups.toLocaleString('en')} groups`,
      value,
      unit: 'µs',
      peer: { name: `the same at ${(sizes[0] as number).toLocaleString('en')} groups`, ratio: value / smallest },
    });
  };
  compare(
    'one allocation, rules and warnings included',
    medianMicroseconds(() => {
      const prepared = replica.prepareAct(
        {
          do: 'allocation.set',
          args: { id: 'a0', groupId: 'c0', typeId: 'link.plus', quantity: 401, was: { quantity: 400 } },
        },
        context,
      );
      if (!prepared.ok) throw new Error(JSON.stringify(prepared.refusals));
    }),
  );
  const query = medianMicroseconds(() => void replica.ask('pool', { groupId: 'c0' }, on));
  compare('one pool query', query);
  // Each time another day, so that nothing is remembered from the time before.
  let day = on.day;
  const complexes = [...replica.model.rows('groups')].filter((group) => group.kind === 'complex').length;
  compare(
    'a complex of the portfolio of all',
    medianMicroseconds(() => void replica.ask('portfolio', {}, { ...on, day: (day = addDays(day, 1)) })) / complexes,
  );
  const walking = medianMicroseconds(() => void allocatedOutByWalking(replica.model));
  printFigure({
    what: `  the peer: one figure of it by walking ${groups.toLocaleString('en')} groups`,
    value: walking,
    unit: 'µs',
    peer: { name: 'the query', ratio: walking / query },
  });
}

function benchEvaluation(groups: number): void {
  const replica = accountOf(groups, 2);
  const users = replica.model.size('users');
  const evaluated = secondsOf(() => {
    const evaluation = new Evaluation(replica.model, on.day);
    let active = 0;
    for (const user of replica.model.rows('users')) if (standingOf(evaluation, user).status === 'active') active += 1;
    return active;
  });
  const walked = secondsOf(() => {
    let seen = 0;
    for (const user of replica.model.rows('users'))
      for (const group of replica.model.ancestry(user.groupId)) if (group.id === 'root') seen += 1;
    return seen;
  });
  printFigure({
    what: `what holds for every user on a day, ${users.toLocaleString('en')} users in ${replica.model.size('groups').toLocaleString('en')} groups`,
    value: evaluated.seconds,
    unit: 's',
    peer: { name: 'walking from each user to the root', ratio: evaluated.seconds / walked.seconds },
  });
  const forecast = secondsOf(() => replica.ask('forecast', { from: '2026-06-01', to: '2028-05-31' }, on));
  printFigure({
    what: 'forecast over two years of the same account',
    value: forecast.seconds * 1000,
    unit: 'ms',
    peer: { name: 'evaluating every user once', ratio: forecast.seconds / evaluated.seconds },
  });
  printFigure({ what: 'memory in use with that account', value: memoryMegabytes(), unit: 'MB' });
}

/** The parts by the names with which they can be asked for. */
const parts: { readonly [name: string]: (word?: string) => void | Promise<void> } = {
  replay: () => benchReplay(100_000),
  rules: () => {
    const first = new Map<string, number>();
    for (const groups of sizes) benchAccount(groups, first);
    benchEvaluation(100_000);
  },
  undo: benchUndo,
  checkpoint: benchCheckpoint,
  rebase: benchRebase,
  exchange: benchExchange,
  stores: benchStores,
  trust: () => benchTrust(100_000),
  window: benchWindow,
  opening: benchOpening,
  share: benchShare,
};

/** Measured with the window anyway, and asked for by its name alone. */
const partOfAnother = 'opening';

async function main(): Promise<number> {
  const words = process.argv.slice(2);
  const at = words.indexOf('--json');
  const [, json] = at === -1 ? [] : words.splice(at, 2);
  // `stores:WORD` measures some of the stores, `window:alone` the window without its peers.
  const wanted = new Map(words.map((part) => part.split(':', 2) as [string, string | undefined]));
  const unknown = [...wanted.keys()].filter((name) => parts[name] === undefined);
  if (unknown.length > 0) {
    process.stderr.write(`There is no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}.\n`);
    return 2;
  }
  for (const [name, measure] of Object.entries(parts))
    if (wanted.size === 0 ? name !== partOfAnother : wanted.has(name)) await measure(wanted.get(name));
  // The process that reaches into folders would keep this one.
  await closePlaces();
  if (json !== undefined) writeFigures(json);
  return 0;
}

process.exitCode = await main();
