import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { grantFileExtension } from '#core/ledger/file-names';
import type { GrantLetter, SignedLetter } from '#core/ledger/grant-file';
import { isVouched, letterOf, saidOf, type LetterAsked } from '#core/ledger/grant-letters';
import type { Answer } from '#core/queries/registry';
import { isForAccount } from '#core/rules/grants';
import { grantWords, openGrantFileAt, signGrantFile } from '../../main/trust/grant-signing';
import { SharedAccount } from '../shared-account';
import { takeOption, takeWords, UsageError, type Command } from './command';
import { failureLine } from './store-commands';

/** Passes licenses between two accounts by signed files. `TRELLIS_KEYS` names the file with the key that signs. */
export const grantCommand: Command = {
  name: 'grant',
  usage: [
    'grant list STORE --as USER                says what was given to other accounts, and came from them',
    'grant address STORE --as USER --out FILE  says where licenses can be given to, for whoever gives them',
    'grant give STORE ADDRESS --as USER --type TYPE --quantity N [--from DAY] [--until DAY] --out FILE',
    '                                          gives licenses to the account of an address',
    'grant accept STORE FILE --as USER [--out FILE]  takes in what a file of another account says; of licenses,',
    '                                          writes the receipt',
    'grant recall STORE ID --as USER --out FILE      asks for licenses that were given',
    'grant return STORE ID --as USER --quantity N --out FILE  gives back what is free',
    'grant file STORE ID --as USER --out FILE  writes the file about a grant once more',
    '                                          (give and accept want --words "SIX WORDS" of a computer of the',
    '                                          other account that is new here; TRELLIS_KEYS=FILE signs)',
  ],
  run: async ([what, ...words], print) => {
    const user = takeOption(words, '--as');
    if (user === null) throw new UsageError('grant needs --as USER');
    const given = {
      out: takeOption(words, '--out'),
      words: takeOption(words, '--words'),
      typeId: takeOption(words, '--type'),
      quantity: takeOption(words, '--quantity'),
      validFrom: takeOption(words, '--from'),
      validUntil: takeOption(words, '--until'),
    };
    const work = workOf(what, words, given);
    const opened = await SharedAccount.open(work.address, { profile: null });
    if (!opened.ok) {
      print(failureLine(opened.failure));
      return 1;
    }
    const account = opened.value;
    try {
      const by = account.personNamed(user);
      if (by === null) throw new UsageError(`nobody, or more than one person, is called ${user}`);
      const refused = await work.run(new Granting(account, by, print));
      if (refused !== null) print(refused);
      return refused === null ? 0 : 1;
    } finally {
      await account.close();
    }
  },
};

/** Why it was not done; `null` where it was. */
type Outcome = Promise<string | null>;

interface Given {
  readonly out: string | null;
  readonly words: string | null;
  readonly typeId: string | null;
  readonly quantity: string | null;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
}

function workOf(
  what: string | undefined,
  words: string[],
  given: Given,
): { readonly address: string; readonly run: (granting: Granting) => Outcome } {
  switch (what) {
    case 'list':
      return { address: takeWords(words, 'STORE')[0], run: (granting) => granting.list() };
    case 'address': {
      const out = needed(given.out, '--out FILE');
      return { address: takeWords(words, 'STORE')[0], run: (granting) => granting.write({ kind: 'address' }, out) };
    }
    case 'give': {
      const [address, file] = takeWords(words, 'STORE', 'ADDRESS');
      needed(given.out, '--out FILE');
      needed(given.typeId, '--type TYPE');
      return { address, run: (granting) => granting.give(file, given) };
    }
    case 'accept': {
      const [address, file] = takeWords(words, 'STORE', 'FILE');
      return { address, run: (granting) => granting.accept(file, given) };
    }
    case 'recall': {
      const [address, id] = takeWords(words, 'STORE', 'ID');
      const out = needed(given.out, '--out FILE');
      return {
        address,
        run: async (granting) =>
          (await granting.act('grant.recall', { id })) ?? granting.write({ kind: 'recall', id }, out),
      };
    }
    case 'return': {
      const [address, id] = takeWords(words, 'STORE', 'ID');
      const out = needed(given.out, '--out FILE');
      const quantity = count(given.quantity);
      return {
        address,
        run: async (granting) =>
          (await granting.act('grant.return', { id, quantity })) ?? granting.write({ kind: 'return', id }, out),
      };
    }
    case 'file': {
      const [address, id] = takeWords(words, 'STORE', 'ID');
      const out = needed(given.out, '--out FILE');
      return { address, run: (granting) => granting.writeDue(id, out) };
    }
    default:
      throw new UsageError('grant takes list, address, give, accept, recall, return or file');
  }
}

function needed(value: string | null, option: string): string {
  if (value === null) throw new UsageError(`${option} is needed`);
  return value;
}

function count(text: string | null): number {
  const value = Number(needed(text, '--quantity N'));
  if (!Number.isInteger(value)) throw new UsageError('--quantity is a whole number');
  return value;
}

/** What one person does about licenses between accounts, in one account. */
class Granting {
  constructor(
    private readonly account: SharedAccount,
    private readonly by: string,
    private readonly print: (line: string) => void,
  ) {}

  list(): Outcome {
    const answer = this.grants();
    if ('refusals' in answer) return Promise.resolve(JSON.stringify(answer.refusals));
    for (const grant of answer) this.print(JSON.stringify(grant));
    if (answer.length === 0) this.print('nothing was given to another account, and nothing came from one');
    return Promise.resolve(null);
  }

  async give(file: string, given: Given): Outcome {
    const read = await this.read(file);
    if (typeof read === 'string') return read;
    const { letter, key } = read;
    if (letter.kind !== 'address') return 'The file is no address: `grant address` in the other account makes one.';
    const stranger = this.refuseStranger(letter, key, given.words);
    if (stranger !== null) return stranger;
    const id = randomUUID();
    const { validFrom, validUntil } = given;
    const refused = await this.act('grant.give', {
      ...{ id, toLedger: letter.fromLedger, toRoot: letter.fromRoot, toKey: key },
      ...(letter.from === undefined ? {} : { toName: letter.from }),
      ...{ typeId: given.typeId, quantity: count(given.quantity) },
      ...(validFrom === null ? {} : { validFrom }),
      ...(validUntil === null ? {} : { validUntil }),
    });
    return refused ?? this.write({ kind: 'grant', id }, needed(given.out, '--out FILE'));
  }

  async accept(file: string, given: Given): Outcome {
    const read = await this.read(file);
    if (typeof read === 'string') return read;
    const { letter, key, sig } = read;
    if (letter.kind === 'address') return 'The file says where licenses can be given to: `grant give` takes it.';
    const { model } = this.account.replica;
    if (!isForAccount(model.account, this.account.replica.ledger, letter))
      return `The file is for another account${letter.to === undefined ? '' : `, ${letter.to}`}.`;
    const stranger = this.refuseStranger(letter, key, given.words);
    if (stranger !== null) return stranger;
    if (letter.kind === 'grant' && model.tableOf(letter.id) !== undefined)
      this.print('these licenses were taken in before: nothing changes');
    else {
      const refused = await this.act('grant.accept', { file: letter, key, sig });
      if (refused !== null) return refused;
      this.print(doneLine(letter));
    }
    return letter.kind === 'grant' && given.out !== null
      ? this.write({ kind: 'receipt', id: letter.id }, given.out)
      : null;
  }

  /** Writes the file that is due about a grant. */
  writeDue(id: string, out: string): Outcome {
    const grant = this.account.replica.model.row('grants', id);
    const [kind] = grant === undefined ? [] : saidOf(grant);
    return kind === undefined ? Promise.resolve(`there is no grant ${id}`) : this.write({ kind, id }, out);
  }

  async write(asked: LetterAsked, out: string): Outcome {
    const { model, ledger } = this.account.replica;
    const letter = letterOf(model, ledger, asked, this.by);
    if (!letter.ok)
      return letter.failure.kind === 'not-permitted'
        ? 'This person may not say that for the account.'
        : 'The account does not say that.';
    const keys = await this.account.signingKeys();
    if (keys === null) return 'TRELLIS_KEYS must name a file with a key of this computer that counts in the account.';
    await writeFile(out, signGrantFile(letter.value, keys));
    const id = asked.kind === 'address' ? '' : ` ${asked.id}`;
    this.print(`wrote ${asked.kind}${id} to ${out}`);
    this.print(`six words of this computer: ${grantWords(ledger, keys.public.key).join(' ')}`);
    return null;
  }

  /** Does an act and sends it; a file is made only of what everybody has. */
  async act(name: string, args: object): Outcome {
    const done = await this.account.act({ do: name, args }, this.by);
    if (!done.ok)
      return done.failure.kind === 'refused'
        ? JSON.stringify({ refusals: done.failure.refusals })
        : failureLine(done.failure.failure);
    const { waitsFor } = done.value;
    return waitsFor === undefined
      ? null
      : `It waits for ${waitsFor === '' ? 'another computer' : waitsFor}, which puts acts in order; then \`grant file\` writes the file.`;
  }

  private async read(file: string): Promise<SignedLetter | string> {
    const opened = await openGrantFileAt(file);
    if (opened.ok) return opened.value;
    switch (opened.failure.kind) {
      case 'unreadable':
        return `The file cannot be read (${opened.failure.detail}).`;
      case 'not-a-grant-file':
        return `The file is no .${grantFileExtension} file.`;
      case 'too-large':
        return `The file is larger than any .${grantFileExtension} file.`;
      case 'outdated':
        return 'A newer Trellis made the file: update this one.';
      case 'altered':
        return 'The file is not as it was signed: it was altered or cut off on its way. Ask for it again.';
    }
  }

  /** Why the key of a file is not taken for the other account's: its six words were not given, or are others. */
  private refuseStranger(letter: GrantLetter, key: string, words: string | null): string | null {
    const ledger = letter.fromLedger ?? '';
    if (isVouched(this.account.replica.model.rows('grants'), { letter, key })) return null;
    const name = letter.from ?? ledger;
    if (words === null)
      return `A computer of ${name} signed the file that is new here. Ask there for its six words, not by the way the file came, and give them: --words "…"`;
    return words.trim().toLowerCase().split(/\s+/).join(' ') === grantWords(ledger, key).join(' ')
      ? null
      : `The six words are not those of the computer that signed the file: it does not come from ${name}, or a word was misread.`;
  }

  private grants(): Answer<'grants'> {
    const { replica } = this.account;
    return replica.ask('grants', {}, { day: this.account.today, by: this.by }) as Answer<'grants'>;
  }
}

function doneLine(letter: Exclude<GrantLetter, { readonly kind: 'address' }>): string {
  switch (letter.kind) {
    case 'grant':
      return `accepted ${String(letter.quantity)} × ${letter.typeId} as ${letter.id}`;
    case 'receipt':
      return `noted: ${letter.id} is there`;
    case 'recall':
      return `noted: ${letter.id} is asked for`;
    case 'return':
      return `noted: ${String(letter.returned)} of ${letter.id} have come back`;
  }
}
