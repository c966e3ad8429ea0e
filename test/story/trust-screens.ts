import type { Installer } from './installer';
import { goToPlace, tab, type Screen } from './ways';
// Declares window.trellisStart, through which it is asked whether the account is protected already.
import type {} from '../../renderer/src/state/window-start';

/** What another computer asks with; its key is no small one. */
const askingLine = `${'1f'.repeat(32)}${'2e'.repeat(32)} Site laptop`;

async function recoveryWords(person: Installer): Promise<readonly string[]> {
  await goToPlace(person, { groupId: 'root' });
  await person.command('Protect this account…');
  await person.button('Continue', person.dialog).click();
  const words = person.dialog.getByRole('list', { name: 'Recovery words' });
  await words.waitFor();
  return words.getByRole('listitem').allInnerTexts();
}

async function askedBack(person: Installer): Promise<readonly string[]> {
  const words = await recoveryWords(person);
  await person.button('I have them', person.dialog).click();
  await person.dialog.getByRole('textbox').first().waitFor();
  return words;
}

/** Goes through the three pages, and stays on the last one. */
async function protect(person: Installer): Promise<void> {
  const words = await askedBack(person);
  for (const field of await person.dialog.getByRole('textbox').all()) {
    const label = await field.evaluate((input: HTMLInputElement) => input.labels?.[0]?.innerText ?? '');
    await field.fill(words[Number(/\d+/.exec(label)?.[0]) - 1] ?? '');
  }
  await person.button('Protect this account', person.dialog).click();
  await person.dialog.getByText('Page 3 of 3').waitFor();
}

/** Shows something of a protected account; the first of them protects it. */
function inProtected(show: Screen['show']): Screen['show'] {
  return async (person) => {
    const isProtected = await person.page.evaluate(() => {
      const state = window.trellisStart?.state.getState();
      return state?.kind === 'open' && state.account.session.model.row('protection', 'protection') !== undefined;
    });
    if (!isProtected) {
      await protect(person);
      await person.button('Close', person.dialog).last().click();
      await person.dialog.waitFor({ state: 'detached' });
    }
    await goToPlace(person, { groupId: 'root' });
    await show(person);
  };
}

async function computers(person: Installer): Promise<void> {
  await person.command('Computers…');
  await person.dialog.getByRole('table').waitFor();
}

async function letIn(person: Installer): Promise<void> {
  await person.command('Let a computer in…');
  await person.dialog.getByRole('combobox', { name: 'For whom' }).fill('Nora Winter');
  await person.page.getByRole('option', { name: /Nora Winter/ }).click();
  await person.dialog.getByRole('radio', { name: /Somewhere else/ }).waitFor();
}

/** Screens about who is let in. They protect the sample account, so they come after all others. */
export const trustScreens: readonly Screen[] = [
  {
    name: 'protect',
    show: async (person) => {
      await goToPlace(person, { groupId: 'root' });
      await person.command('Protect this account…');
      await person.dialog.getByText('Page 1 of 3').waitFor();
    },
    says: 'Protecting an account: what it does and what it does not, before anything happens.',
    looks: ['light', 'dark', 'german'],
  },
  { name: 'protect-words', show: async (person) => void (await recoveryWords(person)) },
  { name: 'protect-ask', show: async (person) => void (await askedBack(person)) },
  {
    name: 'computers-unprotected',
    show: async (person) => {
      await goToPlace(person, { groupId: 'root' });
      await person.command('Computers…');
      await person.dialog.waitFor();
    },
  },
  { name: 'protect-done', show: protect },
  {
    name: 'computers',
    show: inProtected(computers),
    says: 'The computers of a protected account: whose each is, when it did something last, how it came in.',
    looks: ['light', 'dark', 'german'],
  },
  {
    name: 'shut-out',
    show: inProtected(async (person) => {
      await computers(person);
      await person.button('Shut out…', person.dialog).first().click();
      await person.page.getByRole('alertdialog').waitFor();
    }),
  },
  {
    name: 'review',
    show: inProtected(async (person) => {
      await person.page.evaluate(async () => {
        const state = window.trellisStart?.state.getState();
        if (state?.kind !== 'open') throw new Error('no account is open');
        for (const name of ['Lindenhof', 'Hafenblick'])
          await state.account.session.act({ do: 'group.create', args: { parentId: 'root', kind: 'complex', name } });
      });
      await computers(person);
      await person.button('Look through…', person.dialog).first().click();
      await person.page.getByRole('list', { name: 'Acts of this computer' }).getByRole('listitem').first().waitFor();
    }),
    says: 'What a computer did is looked through: each act can be taken back, by the rules of today.',
    looks: ['light', 'german'],
  },
  { name: 'let-in', show: inProtected(letIn) },
  {
    name: 'let-in-words',
    show: inProtected(async (person) => {
      await letIn(person);
      await person.dialog.getByText('Beside me, or we are on the phone').click();
      await person.dialog.getByRole('textbox', { name: 'What the other computer shows' }).fill(askingLine);
      await person.dialog.getByRole('list', { name: 'Six words' }).waitFor();
    }),
    says: 'Letting a computer in: it and this one show the same six words.',
    looks: ['light', 'german'],
  },
  {
    name: 'lock-after',
    show: inProtected(async (person) => {
      await person.command('Lock after a while…');
      await person.dialog.getByLabel('New passphrase for this computer').waitFor();
    }),
    says: 'Locking an account on this computer after a while.',
    looks: ['light', 'dark', 'german'],
  },
  { name: 'history-proved', show: inProtected(tab('root', 'history')) },
];
