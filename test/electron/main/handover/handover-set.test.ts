import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { handoverOf, type Handover, type HandoverAsk } from '#core/handover/handover';
import {
  makeHandoverSet,
  type HandoverProgress,
  type PaperPrinter,
} from '../../../../electron/main/handover/handover-set';
import type { Paper } from '../../../../electron/main/handover/paper';
import { anAccount } from '../../../support/an-account';
import { temporaryFolder } from '../../../support/temporary-folder';

/** A printer that leaves pages as they are, so that they can be read. */
class PlainPrinter implements PaperPrinter {
  readonly papers: Paper[] = [];

  constructor(private readonly before: (paper: Paper) => void = () => undefined) {}

  print(paper: Paper, signal: AbortSignal): Promise<Uint8Array | null> {
    this.before(paper);
    this.papers.push(paper);
    return Promise.resolve(signal.aborted ? null : Buffer.from(paper.html));
  }
  close(): void {
    // Nothing is open.
  }
}

function siteWith(name: string): Handover {
  const account = anAccount()
    .withGroup('site', 'complex')
    .done('group.create', { id: 'house', parentId: 'site', kind: 'building', name })
    .withGroup('flat', 'apartment', 'house')
    .withGroup('empty', 'apartment', 'house')
    .withUser('Ann', 'flat');
  const ask: HandoverAsk = (query, args) => account.ask(query, args) as ReturnType<typeof ask>;
  const handover = handoverOf(account.replica.model, ask, 'site', '2026-06-01');
  if (handover === null) throw new Error('there is no site');
  return handover;
}

let into: string;
let progress: HandoverProgress[];
beforeEach(async () => {
  into = await temporaryFolder();
  progress = [];
});

async function make(handover: Handover, printer: PaperPrinter, signal = new AbortController().signal) {
  const wishes = { handover, language: 'en', cards: true, into, signal } as const;
  return makeHandoverSet({ ...wishes, onProgress: (step) => progress.push(step) }, printer);
}

describe('the papers of a handover', () => {
  it('are a document about the whole, one a building, and cards, in a folder of their own', async () => {
    const made = await make(siteWith('House'), new PlainPrinter());
    const folder = join(into, 'site Handover 2026-06-01');
    expect(made).toEqual({ ok: true, value: { folder, files: ['1 Handover.pdf', '2 House.pdf', '3 Cards.pdf'] } });
    expect(await readdir(into)).toEqual(['site Handover 2026-06-01']);
    expect((await readdir(folder)).sort()).toEqual(['1 Handover.pdf', '2 House.pdf', '3 Cards.pdf']);
    expect(progress.at(-1)).toMatchObject({ name: 'Cards', of: 4 });
  });

  it('never take the place of others', async () => {
    await make(siteWith('House'), new PlainPrinter());
    await make(siteWith('House'), new PlainPrinter());
    expect((await readdir(into)).sort()).toEqual(['site Handover 2026-06-01', 'site Handover 2026-06-01 (2)']);
  });

  it('leave nothing where they are given up in the middle', async () => {
    const giving = new AbortController();
    const printer = new PlainPrinter(({ name }) => name === 'House' && giving.abort());
    expect(await make(siteWith('House'), printer, giving.signal)).toEqual({ ok: true, value: null });
    expect(await readdir(into)).toEqual([]);
  });

  it('leave nothing and say so where the engine ends', async () => {
    const printer: PaperPrinter = { print: () => Promise.resolve(null), close: () => undefined };
    expect(await make(siteWith('House'), printer)).toEqual({ ok: false, failure: { kind: 'not-printed' } });
    expect(await readdir(into)).toEqual([]);
  });

  it('say that a folder cannot be written to', async () => {
    into = join(into, 'gone');
    expect(await make(siteWith('House'), new PlainPrinter())).toMatchObject({
      ok: false,
      failure: { kind: 'unwritable' },
    });
  });

  it('show each person beside the license and the numbers that are theirs', async () => {
    const account = anAccount()
      .withPurchase('plus', 'link.plus', 9)
      .withGroup('site', 'complex')
      .withGroup('flat', 'apartment', 'site')
      .withUser('Ann', 'flat')
      .withUser('Ben', 'flat')
      .withNumber('n1', '+4930901801')
      .done('number.add', { id: 'n2', kind: 'sip', value: '4711' })
      .done('number.attach', { numberId: 'n1', to: { userId: 'Ben' } })
      .done('number.attach', { numberId: 'n2', to: { groupId: 'flat' } })
      .done('device.register', { groupId: 'flat', serial: 'S-1', model: 'Panel' });
    const ask: HandoverAsk = (query, args) => account.ask(query, args) as ReturnType<typeof ask>;
    const handover = handoverOf(account.replica.model, ask, 'site', '2026-06-01');
    if (handover === null) throw new Error('there is no site');
    const printer = new PlainPrinter();
    await make(handover, printer);
    const lines = [...(printer.papers[1]?.html ?? '').matchAll(/<tr>(<td.*?)<\/tr>/g)].map(([, cells = '']) =>
      cells
        .split('</td>')
        .map((cell) =>
          cell
            .replace(/<[^>]*>/g, ' ')
            .trim()
            .replace(/\s+/g, ' '),
        )
        .slice(0, 5),
    );
    expect(lines).toEqual([
      ['flat', '', '', '4711', 'Panel S-1'],
      ['', 'Ann Resident', 'Link Plus', '', ''],
      ['', 'Ben Resident', 'Link Plus', '+4930901801', ''],
    ]);
  });

  it('hold every name as text, whatever is in it, and name no folder by it', async () => {
    const printer = new PlainPrinter();
    const made = await make(siteWith('</td><script>x</script>../../etc'), printer);
    if (!made.ok || made.value === null) throw new Error('no papers');
    expect(made.value.files[1]).not.toMatch(/[/\\<>]/);
    for (const { html } of printer.papers) expect(html).not.toContain('<script');
    expect(await readFile(join(made.value.folder, made.value.files[1] ?? ''), 'utf8')).toContain('&lt;script&gt;');
  });
});
