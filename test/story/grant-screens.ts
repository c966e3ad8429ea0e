import { createHash } from 'node:crypto';
import type { GrantLetter } from '#core/ledger/grant-file';
import { ComputerKeys } from '../../electron/main/trust/computer-keys';
import { signGrantFile } from '../../electron/main/trust/grant-signing';
import type { Installer } from './installer';
import { goToPlace, type Screen } from './ways';
// Declares window.trellisStart, through which the account is asked what it is called by others.
import type {} from '../../renderer/src/state/window-start';

/** A computer of another account, by a name: its six words are always the same. Once a file of it was taken in, they are not asked for. */
function computerNamed(name: string): ComputerKeys {
  const secret = (what: string): string => createHash('sha256').update(`screens ${what} ${name}`).digest('hex');
  return new ComputerKeys({ signing: secret('signing'), sealing: secret('sealing') });
}

const address: GrantLetter = { kind: 'address', fromLedger: 'harbour', fromRoot: 'root', from: 'Harbour Homes' };

let count = 0;
function freshId(): string {
  count += 1;
  return `grant-${String(count)}`;
}

async function ledgerOf(person: Installer): Promise<string> {
  return person.page.evaluate(() => {
    const state = window.trellisStart?.state.getState();
    if (state?.kind !== 'open') throw new Error('no account is open');
    return state.account.session.ledger;
  });
}

/** Licenses of a distributor for the account that is open. */
async function grantFor(person: Installer, id: string): Promise<GrantLetter & { readonly id: string }> {
  return {
    ...{ kind: 'grant', id, fromLedger: 'distributor', from: 'Northern Distribution', to: 'Sunrise' },
    ...{
      toLedger: await ledgerOf(person),
      toRoot: 'root',
      typeId: 'link.plus',
      quantity: 40,
      validUntil: '2029-12-31',
    },
  } as GrantLetter & { readonly id: string };
}

async function choose(person: Installer, label: string, bytes: Uint8Array): Promise<void> {
  const asked = person.page.waitForEvent('filechooser');
  await person.button(label, person.dialog).click();
  const buffer = Buffer.from(bytes);
  await (await asked).setFiles({ name: 'file.trellis-grant', mimeType: 'application/octet-stream', buffer });
}

function opened(name: string): Screen['show'] {
  return async (person) => {
    await goToPlace(person, { groupId: 'root' });
    await person.command(name);
    await person.dialog.waitFor();
  };
}

const list = opened('Licenses between accounts…');
const give = opened('Give licenses to another account…');
const accept = opened('Accept licenses…');

async function toHarbour(person: Installer, computer = 'harbour'): Promise<void> {
  await give(person);
  await choose(person, 'Choose an address file…', signGrantFile(address, computerNamed(computer)));
  await person.dialog.getByRole('heading', { name: 'For Harbour Homes' }).waitFor();
  await person.dialog.getByRole('button', { name: /License$/ }).click();
  await person.page.getByRole('option', { name: /Plus/ }).click();
  await person.dialog.getByText(/They come back only/).waitFor();
}

/** A file of the distributor, chosen; each with an id of its own is accepted once. */
async function fromDistributor(person: Installer, id: string, altered = false): Promise<void> {
  await accept(person);
  const file = Buffer.from(signGrantFile(await grantFor(person, id), computerNamed(id)));
  const text = file.toString('utf8').replace('"quantity":40', altered ? '"quantity":400' : '"quantity":40');
  await choose(person, 'Choose the file…', Buffer.from(text));
}

/** Accepts the licenses of the distributor. Where the receipt is to be saved is asked by the system, and the person cancels. */
async function accepted(person: Installer): Promise<void> {
  await fromDistributor(person, freshId());
  await person.dialog.getByText('We compared the six words').click();
  await person.button('Accept', person.dialog).click();
  await person.page.getByRole('dialog', { name: 'The licenses are here' }).waitFor();
}

/** Has something to show: licenses that came, some given, and some asked back; once. */
async function somePassed(person: Installer): Promise<void> {
  await person.page.evaluate(
    async ({ file }) => {
      const state = window.trellisStart?.state.getState();
      if (state?.kind !== 'open') throw new Error('no account is open');
      const { session } = state.account;
      if (session.model.row('grants', 'given-1') !== undefined) return;
      const given = { toRoot: 'root', typeId: 'link.plus' };
      const acts = [
        ...(session.model.row('grants', file.id) === undefined ? [{ do: 'grant.accept', args: { file } }] : []),
        {
          do: 'grant.give',
          args: { ...given, id: 'given-1', toLedger: 'harbour', toName: 'Harbour Homes', quantity: 5 },
        },
        {
          do: 'grant.give',
          args: {
            ...{ ...given, id: 'given-2', toLedger: 'mill', toName: 'Old Mill', quantity: 8, validUntil: '2029-12-31' },
          },
        },
        { do: 'grant.recall', args: { id: 'given-2' } },
      ];
      for (const act of acts) {
        const outcome = await session.act(act as Parameters<typeof session.act>[0]);
        if (!outcome.ok) throw new Error(`${act.do}: ${JSON.stringify(outcome)}`);
      }
    },
    { file: await grantFor(person, 'grant-listed') },
  );
}

/** Screens about licenses between accounts. What passes on stays, so they come after those that count licenses. */
export const grantScreens: readonly Screen[] = [
  { name: 'between-accounts-none', show: list },
  { name: 'give-licenses', show: give },
  {
    name: 'give-licenses-words',
    show: (person) => toHarbour(person),
    says: 'Giving licenses to another account: for whom, what is left, and six words to compare once.',
    looks: ['light', 'dark', 'german'],
  },
  {
    name: 'given-licenses',
    show: async (person) => {
      await toHarbour(person, freshId());
      await person.dialog.getByText('We compared the six words').click();
      await person.button('Give', person.dialog).click();
      await person.page.getByRole('dialog', { name: 'Given to Harbour Homes' }).waitFor();
      await person.dialog.getByRole('list', { name: 'Six words of this computer' }).waitFor();
    },
  },
  { name: 'accept-licenses', show: accept },
  {
    name: 'accept-licenses-words',
    show: async (person) => {
      await fromDistributor(person, 'grant-shown');
      await person.dialog.getByRole('list', { name: 'Six words' }).waitFor();
    },
    says: 'Accepting licenses of another account: from whom, how many, until when, before they count.',
    looks: ['light', 'dark', 'german'],
  },
  {
    name: 'accept-licenses-altered',
    show: async (person) => {
      await fromDistributor(person, 'grant-altered', true);
      await person.dialog.getByRole('alert').waitFor();
    },
  },
  {
    name: 'accepted-licenses',
    show: async (person) => {
      await accepted(person);
      await person.dialog.getByRole('list', { name: 'Six words of this computer' }).waitFor();
    },
  },
  {
    name: 'accept-again',
    show: async (person) => {
      await somePassed(person);
      await fromDistributor(person, 'grant-listed');
      await person.dialog.getByText('These licenses are here already').waitFor();
    },
  },
  {
    name: 'give-licenses-back',
    show: async (person) => {
      await somePassed(person);
      await list(person);
      await person.button('Give back…', person.dialog).first().click();
      await person.page.getByRole('dialog', { name: /^Give licenses back/ }).waitFor();
    },
  },
  {
    name: 'between-accounts',
    show: async (person) => {
      await somePassed(person);
      await list(person);
      await person.dialog.getByRole('table', { name: 'Given' }).waitFor();
      await person.dialog.getByRole('list', { name: 'Six words of this computer' }).waitFor();
    },
    says: 'What was given to other accounts and came from them, how each stands, and what can be done.',
    looks: ['light', 'dark', 'german'],
  },
];
