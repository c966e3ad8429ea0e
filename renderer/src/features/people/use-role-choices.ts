import { useMemo } from 'react';
import { baseRoles } from '#core/model/vocabulary';
import { isRefused, useAnswer, useFromRows } from '../../state/model-hooks';
import { isInOffice } from '../../text/names';
import { useText } from '../../text/text';
import type { Choice } from '../../ui/choice';

/** Every role there is, as people of a group have them, the plainest first: most are residents, or employees of an office. */
export function useRoleChoices(groupId: string | null): readonly Choice[] {
  const { text } = useText();
  const roles = useAnswer('roles', {});
  const isOffice = useFromRows((rows) => isInOffice(rows, groupId));
  return useMemo(() => {
    const custom = isRefused(roles)
      ? []
      : roles.map((role) => ({ id: role.id, name: role.name, hint: text(`role.${role.base}`) }));
    const base = [...baseRoles].reverse().map((role) => ({
      id: role as string,
      name: text(role === 'resident' && isOffice ? 'role.employee' : `role.${role}`),
    }));
    return [...base, ...custom];
  }, [roles, text, isOffice]);
}
