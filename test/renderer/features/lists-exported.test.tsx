import { screen, waitFor } from '@testing-library/react';
import type { ReactElement, ReactNode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import type { ActCall } from '../../../renderer/src/data/session';
import { ForecastTab } from '../../../renderer/src/features/forecast';
import { NumbersTab } from '../../../renderer/src/features/numbers';
import { RequestsPanel } from '../../../renderer/src/features/requests';
import { AdministratorsPanel, RolesPanel } from '../../../renderer/src/features/roles';
import { SmartListPane, SmartListSection } from '../../../renderer/src/features/smart-lists';
import { useShownList } from '../../../renderer/src/state/view-hooks';
import { savedFiles } from '../../support/renderer/saved-files';
import { aWindowOn } from '../../support/renderer/window-world';

/** Two dealers with an office each, and somebody in each of them. */
const dealers: readonly ActCall[] = [
  { do: 'group.create', args: { id: 'north', parentId: 'root', kind: 'dealer', name: 'North Dealer' } },
  { do: 'group.create', args: { id: 'south', parentId: 'root', kind: 'dealer', name: 'South Dealer' } },
  { do: 'group.create', args: { id: 'harbour', parentId: 'north', kind: 'office', name: 'Harbour' } },
  { do: 'group.create', args: { id: 'hill', parentId: 'south', kind: 'office', name: 'Hill' } },
  { do: 'user.create', args: { id: 'ada', groupId: 'harbour', name: 'Ada Albrecht' } },
  { do: 'user.create', args: { id: 'ben', groupId: 'hill', name: 'Ben Baum', from: '2026-06-01' } },
];

/** The list of people without a license, in the middle of the window. */
function WithoutLicense(): ReactNode {
  const { list, show } = useShownList();
  return (
    <>
      <SmartListSection />
      {list === null ? <button onClick={() => show('withoutLicense')}>list</button> : <SmartListPane list={list} />}
    </>
  );
}

/** The rows of the file that is saved of a list. */
async function fileOf(list: ReactElement, acts: readonly ActCall[] = []): Promise<readonly unknown[]> {
  const saved = savedFiles();
  const { show, user } = await aWindowOn([...dealers, ...acts]);
  show(list);
  const opens = screen.queryByRole('button', { name: 'list' });
  if (opens !== null) await user.click(opens);
  const button = await screen.findByRole('button', { name: 'Export this table…' });
  await waitFor(() => expect(button).toBeEnabled());
  await user.click(button);
  await waitFor(() => expect(saved).toHaveLength(1));
  return saved[0]?.rows ?? [];
}

afterEach(() => {
  Reflect.deleteProperty(window, 'trellis');
});

describe('a list as a file', () => {
  it('has what is coming, each person by itself, with the dealer above each and the day it was asked on', async () => {
    const rows = await fileOf(<ForecastTab groupId="root" />, [
      {
        do: 'block.add',
        args: { groupId: 'root', typeId: 'link.plus', quantity: 5, source: 'purchase', validUntil: '2026-05-31' },
      },
      { do: 'user.update', args: { userId: 'ada', set: { until: '2026-05-31' }, was: { until: null } } },
      {
        do: 'account.update',
        args: { set: { contract: { reductionPolicy: 'selfService', renewsOn: '2026-07-01' } } },
      },
    ]);
    expect(rows).toEqual([
      ['Day', 'What happens', 'Where', 'Dealer', 'As of'],
      ['1 Jun 2026', '5 × Link Plus: no longer valid', 'Account', 'Account', '1 May 2026'],
      ['1 Jun 2026', 'Ada Albrecht has left', 'Harbour', 'North Dealer', '1 May 2026'],
      ['1 Jun 2026', 'Ben Baum joins', 'Hill', 'South Dealer', '1 May 2026'],
      ['1 Jul 2026', 'The contract renews', '', 'Account', '1 May 2026'],
    ]);
  });

  it('has requests with who opened and who resolved them', async () => {
    const rows = await fileOf(<RequestsPanel />, [
      {
        do: 'request.open',
        args: { id: 'r1', kind: 'add', typeId: 'ringover.business', quantity: 4, note: 'For the new branch' },
      },
      { do: 'request.open', args: { id: 'r2', kind: 'add', typeId: 'ringover.smart', quantity: 1 } },
      { do: 'request.resolve', args: { requestId: 'r2', outcome: 'rejected' } },
    ]);
    expect(rows[0]).toEqual(
      expect.arrayContaining(['What is wanted', 'License', 'Quantity', 'Status', 'Note', 'Opened by', 'Resolved by']),
    );
    expect(rows[1]).toEqual(expect.arrayContaining(['Add 4 × Ringover Business', '4', 'Open', 'For the new branch']));
    expect((rows[1] as readonly string[]).filter((cell) => cell === 'Owner')).toHaveLength(1);
    expect((rows[2] as readonly string[]).filter((cell) => cell === 'Owner')).toHaveLength(2);
  });

  it('has roles with what they add and everybody who has them', async () => {
    const rows = await fileOf(<RolesPanel />, [
      { do: 'role.define', args: { id: 'porter', name: 'Night porter', base: 'siteAdmin', extraFeatures: ['ukey'] } },
      { do: 'user.update', args: { userId: 'ada', set: { roleId: 'porter' }, was: { roleId: 'resident' } } },
    ]);
    expect(rows[0]).toEqual(['Name', 'Built on', 'Features in addition', 'Who has it', 'Dealer', 'As of']);
    expect(rows[1]).toEqual(expect.arrayContaining(['Night porter', 'Ada Albrecht', 'Account', '1 May 2026']));
  });

  it('has a row for each group that somebody administers', async () => {
    const rows = await fileOf(<AdministratorsPanel onGo={() => undefined} />, [
      { do: 'user.setAdmin', args: { userId: 'ada', groupId: 'harbour', admin: true } },
      { do: 'user.setAdmin', args: { userId: 'ada', groupId: 'south', admin: true } },
    ]);
    expect(rows[0]).toEqual(['Person', 'Role', 'Group administered', 'Dealer', 'As of']);
    expect(rows).toEqual(
      expect.arrayContaining([
        ['Ada Albrecht', expect.any(String), 'Harbour', 'North Dealer', '1 May 2026'],
        ['Ada Albrecht', expect.any(String), 'South Dealer', 'South Dealer', '1 May 2026'],
      ]) as unknown,
    );
  });

  it('of what is to be done has the dealer above what each row is about', async () => {
    const rows = await fileOf(<WithoutLicense />);
    const dealerOf = (words: RegExp): unknown =>
      (rows as readonly (readonly string[])[]).find(([what]) => words.test(what ?? ''))?.at(-2);
    expect(dealerOf(/Ada Albrecht/)).toBe('North Dealer');
    expect(dealerOf(/Ben Baum/)).toBe('South Dealer');
  });

  it('of numbers has the dealer by whom each is used, and the account for free ones', async () => {
    const rows = await fileOf(<NumbersTab groupId="root" />, [
      { do: 'block.add', args: { groupId: 'root', typeId: 'link.plus', quantity: 1, source: 'purchase' } },
      { do: 'number.add', args: { id: 'n1', kind: 'sip', value: '101' } },
      { do: 'number.add', args: { id: 'n2', kind: 'sip', value: '102' } },
      { do: 'number.attach', args: { numberId: 'n1', to: { userId: 'ada' } } },
    ]);
    const dealerOf = (number: string): unknown =>
      (rows as readonly (readonly string[])[]).find((row) => row.includes(number))?.at(-2);
    expect([dealerOf('101'), dealerOf('102')]).toEqual(['North Dealer', 'Account']);
  });
});
