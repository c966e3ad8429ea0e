import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { namedFigures } from './figures';

const gigabyte = 1024 ** 3;

/** Writes the named figures of this run for programs that compare runs. */
export function writeFigures(file: string): void {
  const commit = execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' }).trim();
  const figures = namedFigures().map(({ name, value, unit, peer }) => ({
    name,
    value,
    unit,
    ...(peer === undefined ? {} : { peer: peer.name, ratioToPeer: peer.ratio }),
  }));
  const machine = {
    cores: cpus().length,
    model: cpus()[0]?.model ?? '',
    memoryGb: Math.round(totalmem() / gigabyte),
    platform: `${process.platform} ${process.arch}`,
  };
  writeFileSync(file, `${JSON.stringify({ machine, commit, figures }, null, 2)}\n`);
}
