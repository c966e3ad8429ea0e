import { panelPassword } from '../support/vendors/panel-stand-in';
import { ringoverKey } from '../support/vendors/ringover-stand-in';
import { standInsHere } from '../support/vendors/running';
import type { Installer } from './installer';
import { goToPlace, type Screen } from './ways';

/** Asks for an office beside its account at Ringover, and gives the key where it is asked for. */
export async function ringover(person: Installer, command: string, groupId = 'office'): Promise<void> {
  await goToPlace(person, { groupId });
  await person.command(command);
  const key = person.dialog.getByLabel('Key', { exact: true });
  const known = person.dialog.getByRole('button', { name: /^(Compare|Read again)$/ });
  await key.or(known.first()).waitFor();
  if (!(await key.isVisible())) return;
  await key.fill(ringoverKey);
  await person.button('Connect', person.dialog).click();
  await known.first().waitFor();
}

/** Comes to where a key is asked for, also after one was given. */
export async function ringoverKeyAsked(person: Installer): Promise<void> {
  await goToPlace(person, { groupId: 'office' });
  await person.command('Pull from Ringover…');
  const key = person.dialog.getByLabel('Key', { exact: true });
  const known = person.dialog.getByRole('button', { name: 'Compare' });
  await key.or(known).waitFor();
  if (await key.isVisible()) return;
  await known.click();
  await person.button('Another key…', person.dialog).click();
  await key.waitFor();
}

/** Both sides line by line. */
export function ringoverLines(command: string): Screen['show'] {
  return async (person) => {
    await ringover(person, command);
    const plans = person.dialog.getByRole('button', { name: 'Compare', exact: true });
    if (await plans.isVisible()) await plans.click();
    await person.dialog.getByRole('row').nth(2).waitFor();
  };
}

/** A building beside a panel. */
export async function panelLines(person: Installer): Promise<void> {
  await goToPlace(person, { groupId: 'sunrise-b1' });
  await person.command('Write to panels…');
  await person.dialog.getByLabel('Address of the panel').fill(standInsHere().panelAddress);
  await person.dialog.getByLabel('Password', { exact: true }).fill(panelPassword);
  await person.button('Read the panel', person.dialog).click();
  await person.dialog.getByRole('row').nth(2).waitFor();
}
