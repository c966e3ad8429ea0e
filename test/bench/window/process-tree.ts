import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A process and what it has used so far, its ended children counted in. */
interface RunningProcess {
  readonly pid: number;
  readonly parent: number;
  readonly cpuSeconds: number;
}

/** Ticks of the system's process table a second. */
const ticks = 100;

/** A process and all below it, from the system's process table; none where this system has none. */
function processesOf(pid: number): readonly RunningProcess[] {
  const processes = namesIn('/proc').flatMap((name) => {
    try {
      const stat = readFileSync(path.join('/proc', name, 'stat'), 'utf8');
      // The name of the program is in brackets and may hold spaces.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const used = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
      return [{ pid: Number(name), parent: Number(fields[1]), cpuSeconds: used / ticks }];
    } catch {
      return [];
    }
  });
  const ours = new Set([pid]);
  for (let size = 0; size !== ours.size;) {
    size = ours.size;
    for (const one of processes) if (ours.has(one.parent)) ours.add(one.pid);
  }
  return processes.filter((one) => ours.has(one.pid));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

/** Memory of a process and all below it in bytes, pages that several share counted once; `null` where this system does not say. */
export function proportionalBytes(pid: number): number | null {
  let bytes = 0;
  for (const one of processesOf(pid)) {
    try {
      const rollup = readFileSync(path.join('/proc', String(one.pid), 'smaps_rollup'), 'utf8');
      bytes += Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) * 1024;
    } catch {
      // It has ended meanwhile.
    }
  }
  return bytes === 0 ? null : bytes;
}

/** Seconds of computing that a process and all below it have used. */
export function cpuSecondsOf(pid: number): number {
  return processesOf(pid).reduce((sum, one) => sum + one.cpuSeconds, 0);
}
