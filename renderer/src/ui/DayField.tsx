import { parseDate, type CalendarDate } from '@internationalized/date';
import { Calendar as CalendarIcon, ChevronLeft, ChevronRight, X } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  FieldError,
  Group,
  Heading,
  Label,
  Popover,
  Text,
} from 'react-aria-components';
import type { Day } from '#core/kernel/day';
import { useText } from '../text/text';
import { givenProps } from './given-props';
import './field.css';

export interface DayFieldProps {
  readonly label: string;
  readonly hideLabel?: boolean | undefined;
  /** `null`: no day, which in a window means open. */
  readonly value: Day | null;
  readonly onChange: (value: Day | null) => void;
  readonly canClear?: boolean | undefined;
  readonly earliest?: Day | undefined;
  readonly latest?: Day | undefined;
  readonly hint?: ReactNode | undefined;
  readonly error?: ReactNode | undefined;
  readonly isDisabled?: boolean | undefined;
}

/** A calendar day, typed or picked. */
export function DayField(properties: DayFieldProps): ReactNode {
  const {
    label,
    hideLabel = false,
    value,
    onChange,
    canClear = true,
    earliest,
    latest,
    hint,
    error,
    isDisabled,
  } = properties;
  const { text } = useText();
  return (
    <DatePicker<CalendarDate>
      className="field"
      value={value === null ? null : parseDate(value)}
      onChange={(next) => onChange(next === null ? null : next.toString())}
      isInvalid={error !== undefined && error !== null}
      shouldForceLeadingZeros
      {...givenProps({
        isDisabled,
        minValue: earliest === undefined ? undefined : parseDate(earliest),
        maxValue: latest === undefined ? undefined : parseDate(latest),
      })}
      {...(hideLabel ? { 'aria-label': label } : {})}
    >
      {hideLabel ? null : <Label className="field-label">{label}</Label>}
      <Group className="field-box">
        <DateInput className="day-input">
          {(segment) => <DateSegment segment={segment} className="day-segment" />}
        </DateInput>
        {canClear && value !== null ? (
          <Button slot={null} className="field-button" aria-label={text('ui.clearDay')} onPress={() => onChange(null)}>
            <X size="0.9em" aria-hidden />
          </Button>
        ) : null}
        <Button className="field-button" aria-label={text('ui.openCalendar')}>
          <CalendarIcon size="1em" aria-hidden />
        </Button>
      </Group>
      {hint === undefined || hint === null ? null : (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
      <Popover offset={4}>
        <Dialog className="day-calendar">
          <Calendar>
            <header className="day-calendar-head">
              <Button slot="previous" className="field-button" aria-label={text('ui.previousMonth')}>
                <ChevronLeft size="1.1em" aria-hidden />
              </Button>
              <Heading level={2} />
              <Button slot="next" className="field-button" aria-label={text('ui.nextMonth')}>
                <ChevronRight size="1.1em" aria-hidden />
              </Button>
            </header>
            <CalendarGrid>{(date) => <CalendarCell date={date} className="day-cell" />}</CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  );
}
