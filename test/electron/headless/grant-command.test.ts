import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../../electron/headless/commands/commands';
import { temporaryFolder } from '../../support/temporary-folder';

let files: string;
let distributor: string;
let dealer: string;
let said: string[];

beforeEach(async () => {
  [files, distributor, dealer] = [await temporaryFolder(), await temporaryFolder(), await temporaryFolder()];
});
afterEach(() => {
  delete process.env['TRELLIS_KEYS'];
});

const at = (name: string): string => path.join(files, `${name}.trellis-grant`);

/** Runs `trellis` at a computer with its own file of keys. */
async function trellis(computer: string, ...words: readonly string[]): Promise<number> {
  process.env['TRELLIS_KEYS'] = path.join(files, `${computer}.keys`);
  said = [];
  const [name, ...rest] = words;
  const command = commands.find((each) => each.name === name);
  return (await command?.run([...rest], (line) => said.push(line))) ?? 2;
}

/** The same for acts about grants, by the owner. */
function grant(computer: string, what: string, ...words: readonly string[]): Promise<number> {
  return trellis(computer, 'grant', what, ...words, '--as', 'owner');
}

function wordsSaid(): string {
  return said.find((line) => line.startsWith('six words'))?.split(': ')[1] ?? '';
}

async function grants(computer: string, place: string): Promise<readonly { readonly id: string }[]> {
  await grant(computer, 'list', place);
  return said.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as { readonly id: string });
}

async function availableAt(computer: string, place: string): Promise<number> {
  await trellis(computer, 'query', place, 'pool', '{"groupId":"root"}', '--as', 'owner');
  const answer = JSON.parse(said.join('')) as {
    readonly types: { readonly [id: string]: { readonly available: number } };
  };
  return answer.types['link.plus']?.available ?? 0;
}

/** Two accounts; the distributor has ten licenses, and the dealer’s address. Answers the six words of each side. */
async function twoAccounts(...how: readonly string[]): Promise<{ readonly dealerWords: string }> {
  await trellis('office', 'store', 'init', distributor, '--name', 'Distributor', ...how);
  await trellis('shop', 'store', 'init', dealer, '--name', 'Dealer', ...how);
  const purchase = { groupId: 'root', typeId: 'link.plus', quantity: 10, source: 'purchase' };
  await trellis('office', 'do', distributor, '--as', 'owner', JSON.stringify({ do: 'block.add', args: purchase }));
  expect(await grant('shop', 'address', dealer, '--out', at('address'))).toBe(0);
  return { dealerWords: wordsSaid() };
}

function give(words: string, quantity = '8', out = 'grant'): Promise<number> {
  const what = ['--type', 'link.plus', '--quantity', quantity, '--until', '2099-12-31', '--out', at(out)];
  return grant('office', 'give', distributor, at('address'), '--words', words, ...what);
}

describe.each([
  ['protected', ['--protect']],
  ['not protected', []],
] as const)('licenses between two accounts that are %s, without a window', (_name, how) => {
  it('are given, accepted, asked for and given back, and both accounts say the same', async () => {
    const { dealerWords } = await twoAccounts(...how);
    expect(await give(dealerWords)).toBe(0);
    const officeWords = wordsSaid();
    expect(await availableAt('office', distributor)).toBe(2);
    expect(await grant('shop', 'accept', dealer, at('grant'), '--words', officeWords, '--out', at('receipt'))).toBe(0);
    expect(await availableAt('shop', dealer)).toBe(8);
    // The address named the computer that signed, so nobody compares words once more.
    expect(await grant('office', 'accept', distributor, at('receipt'))).toBe(0);
    const [given] = await grants('office', distributor);
    expect(given).toMatchObject({ direction: 'given', name: 'Dealer', accepted: true, returned: 0 });
    const id = given?.id ?? '';
    expect(await grant('office', 'recall', distributor, id, '--out', at('recall'))).toBe(0);
    expect(await grant('shop', 'accept', dealer, at('recall'))).toBe(0);
    expect(await grants('shop', dealer)).toMatchObject([{ recalled: true }]);
    expect(await grant('shop', 'return', dealer, id, '--quantity', '3', '--out', at('return'))).toBe(0);
    expect(await availableAt('office', distributor)).toBe(2);
    expect(await grant('office', 'accept', distributor, at('return'))).toBe(0);
    expect(await availableAt('office', distributor)).toBe(5);
    expect(await availableAt('shop', dealer)).toBe(5);
  });
});

describe('a file of licenses', () => {
  it('is taken in twice without harm, by the account that it names only', async () => {
    const { dealerWords } = await twoAccounts('--protect');
    await give(dealerWords);
    const officeWords = wordsSaid();
    const accept = ['accept', dealer, at('grant'), '--words', officeWords] as const;
    expect(await grant('shop', ...accept)).toBe(0);
    expect(await grant('shop', ...accept)).toBe(0);
    expect(said).toEqual(['these licenses were taken in before: nothing changes']);
    expect(await availableAt('shop', dealer)).toBe(8);
    expect(await grant('office', 'accept', distributor, at('grant'), '--words', officeWords)).toBe(1);
    expect(said).toEqual(['The file is for another account, Dealer.']);
  });

  it('is refused when it was altered, and when nobody vouches for its computer', async () => {
    const { dealerWords } = await twoAccounts('--protect');
    await give(dealerWords);
    const officeWords = wordsSaid();
    const text = await readFile(at('grant'), 'utf8');
    await writeFile(at('more'), text.replace('"quantity":8', '"quantity":80'));
    expect(await grant('shop', 'accept', dealer, at('more'), '--words', officeWords)).toBe(1);
    expect(said[0]).toContain('not as it was signed');
    expect(await grant('shop', 'accept', dealer, at('grant'))).toBe(1);
    expect(said[0]).toContain('new here');
    expect(said[0]).not.toContain(officeWords);
    expect(await grant('shop', 'accept', dealer, at('grant'), '--words', dealerWords)).toBe(1);
    expect(said[0]).toContain('not those of the computer');
    expect(await grants('shop', dealer)).toEqual([]);
  });

  it('is refused when another computer signed it for an account that is known', async () => {
    const { dealerWords } = await twoAccounts('--protect');
    await give(dealerWords, '2', 'first');
    const officeWords = wordsSaid();
    await grant('shop', 'accept', dealer, at('first'), '--words', officeWords);
    // Somebody elsewhere begins an account, and writes the distributor's name into his file.
    const forged = await temporaryFolder();
    await trellis('thief', 'store', 'init', forged, '--name', 'Distributor');
    const purchase = { groupId: 'root', typeId: 'link.plus', quantity: 500, source: 'purchase' };
    await trellis('thief', 'do', forged, '--as', 'owner', JSON.stringify({ do: 'block.add', args: purchase }));
    const what = ['--type', 'link.plus', '--quantity', '500', '--out', at('forged')];
    expect(await grant('thief', 'give', forged, at('address'), '--words', dealerWords, ...what)).toBe(0);
    expect(await grant('shop', 'accept', dealer, at('forged'))).toBe(1);
    expect(await grant('shop', 'accept', dealer, at('forged'), '--words', officeWords)).toBe(1);
    expect(said[0]).toContain('does not come from Distributor');
    expect(await availableAt('shop', dealer)).toBe(2);
  });

  it('is made of what the account holds only, and what is too much is refused with the pool', async () => {
    const { dealerWords } = await twoAccounts('--protect');
    expect(await give(dealerWords, '11')).toBe(1);
    expect(said[0]).toContain('POOL_EXCEEDED');
    await expect(readFile(at('grant'))).rejects.toThrow('ENOENT');
    expect(await give(dealerWords, '10')).toBe(0);
    const [given] = await grants('office', distributor);
    expect(await grant('office', 'file', distributor, given?.id ?? '', '--out', at('again'))).toBe(0);
    expect(await readFile(at('again'), 'utf8')).toBe(await readFile(at('grant'), 'utf8'));
    expect(await trellis('nobody', 'grant', 'address', distributor, '--as', 'owner', '--out', at('none'))).toBe(1);
  });
});
