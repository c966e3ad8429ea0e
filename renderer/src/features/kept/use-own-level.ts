import { baseOfRole, levelOf } from '#core/rules/roles';
import { useRows } from '../../state/model-hooks';
import { useSession } from '../../state/session-context';

/** The level of an administrator, from which on somebody may stand; an owner's, from which on he may take over. */
export const administrator = 1;
export const owner = 4;

/** Level of whoever sits at this window: 0 without a role that administrates. */
export function useOwnLevel(): number {
  const { by } = useSession();
  const rows = useRows();
  const role = baseOfRole(rows, rows.row('users', by)?.roleId ?? '');
  return role === undefined ? 0 : levelOf(role);
}
