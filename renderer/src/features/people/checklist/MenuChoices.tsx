import type { ReactNode } from 'react';
import { Checkbox } from '../../../ui/Checkbox';
import { useNames } from '../../../text/use-names';

/** Voice menus to tick, a line each; nothing where there are none. */
export function MenuChoices({
  label,
  menuIds,
  chosen,
  onChange,
}: {
  readonly label: string;
  readonly menuIds: readonly string[];
  readonly chosen: readonly string[];
  readonly onChange: (menuIds: readonly string[]) => void;
}): ReactNode {
  const names = useNames();
  if (menuIds.length === 0) return null;
  return (
    <div role="group" aria-label={label} className="checklist-menus">
      <p className="field-label">{label}</p>
      {menuIds.map((id) => (
        <Checkbox
          key={id}
          label={names.menu(id)}
          isSelected={chosen.includes(id)}
          onChange={(isSelected) => onChange(isSelected ? [...chosen, id] : chosen.filter((other) => other !== id))}
        />
      ))}
    </div>
  );
}
