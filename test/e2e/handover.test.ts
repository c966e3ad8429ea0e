import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Installer } from '../story/installer';
import { goToPlace } from '../story/ways';
import { AccountInAFolder, trellis as word } from '../support/a-shared-account';
import { codesOn, labelsOf, pagesOf } from '../support/paper-reading';
import { temporaryFolder } from '../support/temporary-folder';
import { launchTrellis, type TrellisWindow } from '../support/trellis-window';

interface Printed {
  readonly folder: string;
  readonly files: readonly string[];
}

async function printed(address: string, groupId: string, ...options: readonly string[]): Promise<Printed> {
  const out = await temporaryFolder();
  const { code, lines } = await word('handover', address, '--group', groupId, '--out', out, '--json', ...options);
  expect({ code, lines }).toMatchObject({ code: 0 });
  return JSON.parse(lines.at(-1) ?? '') as Printed;
}

/** Letters of the languages that people of a house have: each must be on the paper as it is. */
const names = [
  'Łukasz Żółć',
  'Şükrü Çağlar',
  'Ольга Щербакова',
  'Γιώργος Ψαρράς',
  'Nguyễn Thị Ánh',
  'Ðorđe Žižić',
  'Øystein Ås',
  'Anna “Änne” Groß',
  'Zsófi Őri',
];

describe('papers of a handover', () => {
  it('hold a building of a thousand apartments, with codes that a reader finds on labels', async () => {
    const account = await AccountInAFolder.made([
      { do: 'group.create', args: { id: 'site', parentId: 'root', kind: 'complex', name: 'Am Hafen' } },
      {
        do: 'group.generate',
        args: {
          parentId: 'site',
          plan: {
            kind: 'building',
            count: 1,
            name: 'Haus {n}',
            children: {
              kind: 'floor',
              count: 20,
              name: '{n}. OG',
              children: { kind: 'apartment', count: 50, name: 'Wohnung {n}', numbering: 'floorPrefix' },
            },
          },
        },
      },
    ]);
    const began = performance.now();
    const { folder, files } = await printed(account.address, 'site', '--language', 'de');
    process.stdout.write(`handover of 1,000 apartments: ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
    expect(files).toEqual(['1 Übergabe.pdf', '2 Haus 1.pdf', '3 Karten.pdf']);

    const house = await pagesOf(join(folder, '2 Haus 1.pdf'));
    expect(house.join('').match(/Wohnung \d+/g)).toHaveLength(1000);
    for (const [index, page] of house.entries()) {
      expect(page).toMatch(/Ort\s+Personen\s+Lizenz\s+Nummern\s+Geräte/);
      expect(page).toContain(`${String(index + 1)} / ${String(house.length)}`);
    }
    const cards = join(folder, '3 Karten.pdf');
    expect((await pagesOf(cards)).join('').match(/Wohnung \d+/g)).toHaveLength(1000);
    // Each label by itself, as it is held before a reader: of a whole sheet, zbar reads all codes but one or two.
    const codes = (await Promise.all([1, 21, 42].map((sheet) => labelsOf(cards, sheet)))).flat();
    const read = await Promise.all(codes.map(codesOn));
    expect(read.filter((found) => found.length !== 1)).toHaveLength(8);
    expect(new Set(read.flat()).size).toBe(24 + 24 + 16);
    for (const code of read.flat()) expect(code).toMatch(/^trellis:[\x21-\x7e]+$/);
  });

  it('say who lives where with what, what ends when and what is open, and every letter is there', async () => {
    const account = await AccountInAFolder.made([
      { do: 'block.add', args: { groupId: 'root', typeId: 'link.plus', quantity: 50, source: 'purchase' } },
      { do: 'group.create', args: { id: 'site', parentId: 'root', kind: 'complex', name: 'Sonnenhof' } },
      {
        do: 'restriction.set',
        args: {
          groupId: 'site',
          mode: 'own',
          allocate: [{ typeId: 'link.plus', quantity: 12, validUntil: '2099-03-31' }],
        },
      },
      { do: 'group.create', args: { id: 'house', parentId: 'site', kind: 'building', name: 'Haus <1> & 2' } },
      ...names.flatMap((name, index) => [
        {
          do: 'group.create',
          args: { id: `a${String(index)}`, parentId: 'house', kind: 'apartment', name: `Whg. ${String(index)}` },
        },
        { do: 'user.create', args: { id: `u${String(index)}`, groupId: `a${String(index)}`, name } },
      ]),
      { do: 'number.add', args: { id: 'n', kind: 'landline', value: '+4930901801' } },
      { do: 'number.attach', args: { numberId: 'n', to: { userId: 'u0' } } },
      { do: 'device.register', args: { groupId: 'house', serial: 'AA-12-0001', model: 'AA-12' } },
      { do: 'group.create', args: { id: 'empty', parentId: 'house', kind: 'apartment', name: 'Whg. leer' } },
    ]);
    const { folder, files } = await printed(account.address, 'site');
    expect(files).toEqual(['1 Handover.pdf', '2 Haus 1 & 2.pdf', '3 Cards.pdf']);
    const overview = (await pagesOf(join(folder, files[0] ?? ''))).join('\n');
    for (const text of ['Sonnenhof', 'Link Plus', '31/03/2099', 'Apartments without anybody', 'Whg. leer'])
      expect(overview).toContain(text);
    expect(overview).toMatch(/Handed over by\s+Accepted by/);
    const house = (await pagesOf(join(folder, files[1] ?? ''))).join('\n');
    for (const text of ['Haus <1> & 2', '+4930901801', 'AA-12-0001']) expect(house).toContain(text);
    const there = new Set(house);
    expect([...new Set(names.join(''))].filter((letter) => !there.has(letter))).toEqual([]);
    expect(names.filter((name) => !name.split(' ').every((part) => house.includes(part)))).toEqual([]);
  });
});

describe('handing over in the window', () => {
  let trellis: TrellisWindow;
  let person: Installer;
  let out: string;
  beforeEach(async () => {
    trellis = await launchTrellis({ sample: true });
    person = new Installer('sample', trellis, '', '');
    await trellis.page.getByRole('treeitem').first().waitFor();
    out = await temporaryFolder();
    await trellis.chooseFolder(out);
  });
  afterEach(() => trellis.close());

  async function handOver(groupId: string): Promise<Locator> {
    await goToPlace(person, { groupId });
    await person.command('Hand over…');
    return trellis.page.getByRole('dialog', { name: /^Hand over / });
  }

  it('shows what is open, makes the papers, and locks the complex in one step that can be taken back', async () => {
    const dialog = await handOver('mill');
    await dialog.getByText(/still open/).waitFor();
    await person.button('Make the papers…', dialog).click();
    await dialog.getByText(/documents were made/).waitFor();
    const [folder] = await readdir(out);
    const files = await readdir(join(out, folder ?? ''));
    expect(files).toHaveLength(3);
    expect(files[0]).toBe('1 Handover.pdf');
    await trellis.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    const status = person.button(/Status$/, person.properties);
    await status.getByText('Locked').waitFor();
    await trellis.page.keyboard.press('Control+z');
    await status.getByText('Locked').waitFor({ state: 'detached' });
  });

  it('leaves nothing behind when it is given up, and changes nothing', async () => {
    const dialog = await handOver('sunrise');
    await person.button('Make the papers…', dialog).click();
    await dialog.getByText(/^Making /).waitFor();
    await person.button('Cancel', dialog).click();
    await person.button('Make the papers…', dialog).waitFor();
    expect(await readdir(out)).toEqual([]);
    const status = person.button(/Status$/, person.properties);
    expect(await status.textContent()).not.toContain('Locked');
  });
});
