import { printFigure, medianMicroseconds } from './figures';
import { act, accountOf } from './accounts';

const commitsSince = 8_000;

/**
 * Undo by an administrator, thousands of commits after the act, in a pool that is short since its purchase has ended; beside the same undo
 * with nothing in between.
 */
export function benchUndo(): void {
  const replica = accountOf(10_000);
  act(replica, 'user.create', { id: 'carla', groupId: 'root', name: 'Carla', roleId: 'companyAdmin' }, 'carla');
  const args = { id: 'a0', groupId: 'c0', typeId: 'link.plus' };
  act(replica, 'allocation.set', { ...args, quantity: 402, was: { quantity: 400 } }, 'more');
  const later = { commit: 'back', by: 'carla', day: '2027-06-02', at: '2027-06-02T08:00:00.000Z', device: 'bench' };
  const undo = (): void => {
    const prepared = replica.prepareAct({ do: 'undo', args: { commit: 'more' } }, later);
    if (!prepared.ok) throw new Error(JSON.stringify(prepared.refusals));
  };
  const near = medianMicroseconds(undo);
  for (let index = 0; index < commitsSince; index += 1)
    act(
      replica,
      'user.create',
      { id: `p${String(index)}`, groupId: 'c1', name: `P ${String(index)}` },
      `p-${String(index)}`,
    );
  const far = medianMicroseconds(undo);
  printFigure({
    name: 'undo8000',
    what: `undo by an administrator, ${commitsSince.toLocaleString('en')} commits later`,
    value: far / 1000,
    unit: 'ms',
    peer: { name: 'the same with nothing in between', ratio: far / near },
  });
}
