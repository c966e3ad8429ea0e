import { ChevronDown } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { GroupKind } from '#core/model/rows';
import { useText } from '../../text/text';
import { groupIcons } from '../../parts/groups';
import { groupKinds } from '#core/model/vocabulary';
import { NameField } from './NameField';

export interface Draft {
  readonly parentId: string;
  readonly kind: GroupKind;
  readonly name: string;
  /** Grows with each draft, so that the next one starts afresh. */
  readonly turn: number;
}

export interface DraftLineProps {
  readonly draft: Draft;
  readonly level: number;
  readonly top: number;
  readonly onDone: (made: { readonly kind: GroupKind; readonly name: string } | null, again: boolean) => void;
}

/** A group that is about to be made: its kind and its name, in the place where it will be. */
export function DraftLine({ draft, level, top, onDone }: DraftLineProps): ReactNode {
  const { text } = useText();
  const [kind, setKind] = useState(draft.kind);
  const Icon = groupIcons[kind];
  return (
    <div
      className="tree-line tree-draft"
      style={{ transform: `translateY(${top}px)`, paddingLeft: `${0.3 + (level - 1) * 1.143}rem` }}
    >
      <span className="tree-twisty" aria-hidden />
      <label className="tree-draft-kind">
        <Icon size="1.15em" aria-hidden className={`group-icon group-icon-${kind}`} />
        <ChevronDown size="0.8em" aria-hidden />
        <select
          aria-label={text('tree.newKind')}
          value={kind}
          onChange={(event) => setKind(event.target.value as GroupKind)}
        >
          {groupKinds.map((one) => (
            <option key={one} value={one}>
              {text(`kind.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <NameField
        key={draft.turn}
        label={text('tree.newName')}
        initial={draft.name}
        onDone={(name, again) => onDone(name === null || name.trim() === '' ? null : { kind, name }, again)}
      />
    </div>
  );
}
