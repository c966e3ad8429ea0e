import { useMemo } from 'react';
import { baseRoles } from '#core/model/vocabulary';
import { isRefused, useAnswer } from '../../state/model-hooks';
import { useText } from '../../text/text';
import type { Choice } from '../../ui/choice';

/** Every role there is, the plainest first: most people are residents. */
export function useRoleChoices(): readonly Choice[] {
  const { text } = useText();
  const roles = useAnswer('roles', {});
  return useMemo(() => {
    const custom = isRefused(roles)
      ? []
      : roles.map((role) => ({ id: role.id, name: role.name, hint: text(`role.${role.base}`) }));
    return [...[...baseRoles].reverse().map((role) => ({ id: role as string, name: text(`role.${role}`) })), ...custom];
  }, [roles, text]);
}
