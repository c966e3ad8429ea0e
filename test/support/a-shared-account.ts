import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rulesVersion } from '#core/ledger/commit';
import { encodeCommit, noHash } from '#core/ledger/encoding';
import { openingIntent } from '#core/ledger/opening';
import { commands } from '../../electron/headless/commands/commands';
import type { ImportAnswer } from '../../electron/headless/import-answer';
import { SharedAccount } from '../../electron/headless/shared-account';
import { openNewStore } from '../../electron/headless/places';
import { temporaryFolder } from './temporary-folder';

interface Call {
  readonly do: string;
  readonly args: unknown;
}

/** An account in a folder, for tests of what is done to it without a window. */
export class AccountInAFolder {
  private constructor(
    readonly address: string,
    private readonly folder: string,
  ) {}

  static async made(calls: readonly Call[]): Promise<AccountInAFolder> {
    const folder = await temporaryFolder();
    const address = join(folder, 'account');
    const opened = await openNewStore(address);
    if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
    const opening = openingIntent({
      id: randomUUID(),
      day: '2026-01-01',
      at: '2026-01-01T08:00:00.000Z',
      device: 'test',
      name: 'Account',
      timeZone: 'Europe/Berlin',
      ownerName: 'Owner',
    });
    const entry = encodeCommit({ ...opening, ledger: randomUUID(), seq: 1, prev: noHash, rules: rulesVersion });
    const { store } = opened.value;
    const appended = await store.append([entry], null, new AbortController().signal);
    if (!appended.ok) throw new Error(JSON.stringify(appended.failure));
    await store.close();
    const account = new AccountInAFolder(address, folder);
    if (calls.length > 0) await account.act({ do: 'batch', args: { do: calls } });
    return account;
  }

  async act(call: Call): Promise<void> {
    const opened = await this.open();
    const outcome = await opened.act(call, 'owner');
    await opened.close();
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
  }

  /** The account as others find it in the folder; whoever asks closes it. */
  async open(): Promise<SharedAccount> {
    const opened = await SharedAccount.open(this.address);
    if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
    return opened.value;
  }

  /** Everything in the account that an import could change, as one text. */
  async digest(): Promise<string> {
    const opened = await this.open();
    const answer = opened.replica.ask('digest', {}, { day: '2026-06-01', by: 'owner' }) as { readonly hash: string };
    await opened.close();
    return answer.hash;
  }

  async file(name: string, content: string | Uint8Array): Promise<string> {
    const path = join(this.folder, name);
    await writeFile(path, content);
    return path;
  }

  /** What `trellis import FILE --json` prints, and its exit code. */
  async import(
    content: string | Uint8Array,
    ...options: readonly string[]
  ): Promise<{ readonly code: number; readonly answer: ImportAnswer; readonly error?: { readonly code: string } }> {
    const path = await this.file(`given-${randomUUID()}`, content);
    const { code, lines } = await trellis(
      'import',
      path,
      '--store',
      this.address,
      '--as',
      'owner',
      '--json',
      ...options,
    );
    const printed = JSON.parse(lines.join('\n')) as ImportAnswer & { readonly error?: { readonly code: string } };
    return { code, answer: printed, ...(printed.error === undefined ? {} : { error: printed.error }) };
  }
}

/** A word of the program without a window, run here. */
export async function trellis(
  name: string,
  ...words: readonly string[]
): Promise<{ readonly code: number; readonly lines: readonly string[] }> {
  const command = commands.find((one) => one.name === name);
  if (command === undefined) throw new Error(`there is no command ${name}`);
  const lines: string[] = [];
  const code = await command.run([...words], (line) => lines.push(line));
  return { code, lines };
}
