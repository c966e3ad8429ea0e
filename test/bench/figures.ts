import { Bench } from 'tinybench';

/** One line of the report: what was measured, its figure, and what it is to a named peer measured in the same run. */
export interface Figure {
  readonly what: string;
  /** Name in the JSON of a run (`--json FILE`); figures without one are for reading only. */
  readonly name?: string;
  readonly value: number;
  /** Without one it is a number of things. */
  readonly unit: 's' | 'ms' | 'µs' | 'MB' | '';
  readonly peer?: { readonly name: string; readonly ratio: number };
}

const named: Figure[] = [];

/** Every figure so far that has a name. */
export function namedFigures(): readonly Figure[] {
  return named;
}

export function printFigure(figure: Figure): void {
  const { what, value, unit, peer } = figure;
  if (figure.name !== undefined) named.push(figure);
  const ratio = peer === undefined ? '' : `   ${peer.ratio.toFixed(2)} × ${peer.name}`;
  process.stdout.write(
    `${what.padEnd(72)} ${value.toFixed(unit === 's' ? 2 : unit === '' ? 0 : 1).padStart(10)} ${unit}${ratio}\n`,
  );
}

/** Seconds that something takes once. */
export function secondsOf<T>(work: () => T): { readonly seconds: number; readonly result: T } {
  const start = performance.now();
  const result = work();
  return { seconds: (performance.now() - start) / 1000, result };
}

/** The median time of one call in microseconds, over many. */
export function medianMicroseconds(work: () => void): number {
  const bench = new Bench({ time: 400, warmupTime: 100 });
  bench.add('work', work);
  bench.runSync();
  const result = bench.tasks[0]?.result;
  const median = result !== undefined && 'latency' in result ? result.latency.p50 : undefined;
  if (median === undefined) throw new Error('the benchmark gave no figure');
  return median * 1000;
}

export function memoryMegabytes(): number {
  return process.memoryUsage().heapUsed / 1024 / 1024;
}
