import type { Day } from '#core/kernel/day';
import type { Replica } from '#core/ledger/replica';

/** Contents of a group and everything in it, as the queries answer a reader on a day; `null` where he may not read it. */
export function viewOfGroup(
  replica: Replica,
  groupId: string,
  on: { readonly day: Day; readonly by: string },
): Uint8Array | null {
  const ask = (query: string, args: unknown): unknown => replica.ask(query, args, on);
  const answers = {
    tree: ask('tree', { groupId }),
    pool: ask('pool', { groupId }),
    users: ask('users', { groupId, subgroups: true }),
    devices: ask('devices', { groupId, subgroups: true }),
    menus: ask('menus', { groupId, subgroups: true }),
  };
  const isRefused = (answer: unknown): boolean => typeof answer === 'object' && answer !== null && 'refusals' in answer;
  if (Object.values(answers).some(isRefused)) return null;
  return Buffer.from(`${JSON.stringify({ day: on.day, ...answers }, null, 2)}\n`);
}
