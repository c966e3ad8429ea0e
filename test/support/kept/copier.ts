import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * A program that copies a folder between computers, at its worst: file by file in any order, sometimes only the first half
 * under the final name, sometimes with a conflict copy or a renamed one beside it.
 */
export class Copier {
  private state: number;

  constructor(
    private readonly folders: readonly string[],
    seed: number,
  ) {
    this.state = seed >>> 0;
  }

  private random(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** Copies some files badly, from anywhere to anywhere. */
  async copySome(count: number): Promise<void> {
    for (let done = 0; done < count; done += 1) {
      const from = this.folders[Math.floor(this.random() * this.folders.length)] as string;
      const to = this.folders[Math.floor(this.random() * this.folders.length)] as string;
      const news = await lacking(from, to);
      const path = news[Math.floor(this.random() * news.length)];
      if (path === undefined) continue;
      const bytes = await readFile(join(from, path));
      const how = this.random();
      if (how < 0.2) await put(to, path, bytes.subarray(0, Math.floor(bytes.length * this.random())));
      else await put(to, path, bytes);
      if (how > 0.9) await put(to, path.replace(/\.jsonl$/, '.sync-conflict-20260101-000000-ABCDEFG.jsonl'), bytes);
      if (how > 0.8 && how < 0.85) await put(to, `${path}..path1`, bytes.subarray(0, 9));
    }
  }

  /** Copies everything that is missing anywhere, whole. */
  async copyAll(): Promise<void> {
    const sizes = await Promise.all(this.folders.map(sizesIn));
    for (const [to, there] of sizes.entries())
      for (const [from, files] of sizes.entries())
        for (const [path, size] of files) {
          if ((there.get(path) ?? -1) >= size) continue;
          await put(this.folders[to] as string, path, await readFile(join(this.folders[from] as string, path)));
          there.set(path, size);
        }
  }
}

async function put(folder: string, path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), bytes);
}

/** What one folder has that the other lacks, or has only a part of. */
async function lacking(from: string, to: string): Promise<readonly string[]> {
  if (from === to) return [];
  const there = await sizesIn(to);
  return [...(await sizesIn(from))].filter(([path, size]) => (there.get(path) ?? -1) < size).map(([path]) => path);
}

async function sizesIn(folder: string): Promise<Map<string, number>> {
  const sizes = new Map<string, number>();
  const walk = async (below: string): Promise<void> => {
    for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) await walk(path);
      else sizes.set(path, (await stat(join(folder, path))).size);
    }
  };
  await walk('');
  return sizes;
}
