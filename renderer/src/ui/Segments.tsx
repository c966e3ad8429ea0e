import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import './Segments.css';

export interface Segment<Id extends string> {
  readonly id: Id;
  /** Its name, for the screen reader and as the tip. */
  readonly name: string;
  readonly icon: LucideIcon;
  readonly tone?: 'neutral' | 'success' | 'danger' | undefined;
}

export interface SegmentsProps<Id extends string> {
  readonly label: string;
  readonly segments: readonly Segment<Id>[];
  /** `null`: several of them at once. */
  readonly value: Id | null;
  readonly onChange: (value: Id) => void;
}

/** One of two or three where there is little room: pictures side by side. */
export function Segments<Id extends string>({ label, segments, value, onChange }: SegmentsProps<Id>): ReactNode {
  return (
    <ToggleButtonGroup
      className="segments"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={value === null ? [] : [value]}
      onSelectionChange={(keys) => {
        const [chosen] = keys;
        if (chosen !== undefined && chosen !== value) onChange(chosen as Id);
      }}
    >
      {segments.map(({ id, name, icon: Icon, tone = 'neutral' }) => (
        <ToggleButton key={id} id={id} className={`segment segment-${tone}`} aria-label={name}>
          <Icon size="1em" aria-hidden />
          <span className="segment-tip" aria-hidden>
            {name}
          </span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
