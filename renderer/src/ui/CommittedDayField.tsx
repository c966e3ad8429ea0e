import { useState, type ReactNode } from 'react';
import type { Day } from '#core/kernel/day';
import { DayField, type DayFieldProps } from './DayField';

export interface CommittedDayFieldProps extends Omit<DayFieldProps, 'onChange'> {
  /** Resolves to `false` where the day could not be set; what was typed stays then. */
  readonly onCommit: (value: Day | null) => Promise<boolean> | void;
}

/** Tells whether a part of a day is being typed: the day is not meant before the last part of it. */
function isTyping(field: Element | null): boolean {
  const { activeElement } = document;
  return field !== null && field.contains(activeElement) && activeElement?.getAttribute('role') === 'spinbutton';
}

/** A calendar day that is done when it is picked, taken away, or left after typing. */
export function CommittedDayField({ value, onCommit, ...others }: CommittedDayFieldProps): ReactNode {
  const [typed, setTyped] = useState<{ readonly day: Day | null } | null>(null);
  const [field, setField] = useState<HTMLElement | null>(null);

  async function commit(day: Day | null): Promise<void> {
    if (day === value || (await onCommit(day)) !== false) setTyped(null);
  }

  return (
    <div
      ref={setField}
      className="committed-day"
      onBlur={({ currentTarget, relatedTarget }) => {
        if (typed !== null && !currentTarget.contains(relatedTarget)) void commit(typed.day);
      }}
      onKeyDownCapture={({ key, nativeEvent }) => {
        if (key === 'Enter' && !nativeEvent.isComposing && typed !== null) void commit(typed.day);
      }}
    >
      <DayField
        {...others}
        value={typed === null ? value : typed.day}
        onChange={(day) => {
          setTyped({ day });
          if (!isTyping(field)) void commit(day);
        }}
      />
    </div>
  );
}
