import { ChevronDown, ChevronUp } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import {
  Button,
  FieldError,
  Group,
  Input,
  Label,
  NumberField as AriaNumberField,
  Text,
  useLocale,
} from 'react-aria-components';
import { useText } from '../text/text';
import { givenProps } from './given-props';
import { asMeant } from './typed-number';
import './field.css';

export interface NumberFieldProps {
  readonly label: string;
  readonly hideLabel?: boolean | undefined;
  /** `null` is an empty field. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly least?: number | undefined;
  readonly most?: number | undefined;
  /** Digits after the point; none when left out. */
  readonly digits?: number | undefined;
  /** Said after the number, such as "of 12 free". */
  readonly unit?: ReactNode | undefined;
  readonly hint?: ReactNode | undefined;
  readonly error?: ReactNode | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
}

export function NumberField(properties: NumberFieldProps): ReactNode {
  const { label, hideLabel = false, value, onChange, least, most, digits = 0, unit, hint, error, ...rest } = properties;
  const { text } = useText();
  const { locale } = useLocale();
  const input = useRef<HTMLInputElement>(null);
  /** Text pasted over the whole field, which is read before the field shows it. */
  const pasted = useRef<string | null>(null);
  const change = (read: number) => {
    const typed = pasted.current ?? input.current?.value ?? '';
    pasted.current = null;
    if (Number.isNaN(read)) return onChange(null);
    const meant = asMeant(typed, read, locale, { least, most });
    onChange(digits === 0 ? Math.round(meant) : meant);
  };
  return (
    <AriaNumberField
      {...givenProps({ ...rest, minValue: least, maxValue: most })}
      className="field number-field"
      value={value ?? Number.NaN}
      onChange={change}
      isInvalid={error !== undefined && error !== null}
      formatOptions={{ maximumFractionDigits: digits }}
      {...(hideLabel ? { 'aria-label': label } : {})}
    >
      {hideLabel ? null : <Label className="field-label">{label}</Label>}
      <Group className="field-box">
        <Input
          ref={input}
          className="field-input"
          onPasteCapture={({ clipboardData }) => (pasted.current = clipboardData.getData('text/plain'))}
          onInput={() => (pasted.current = null)}
        />
        {unit === undefined || unit === null ? null : <span className="field-unit">{unit}</span>}
        <span className="number-steps">
          <Button slot="increment" className="field-button" aria-label={text('ui.increase')}>
            <ChevronUp size="0.8em" aria-hidden />
          </Button>
          <Button slot="decrement" className="field-button" aria-label={text('ui.decrease')}>
            <ChevronDown size="0.8em" aria-hidden />
          </Button>
        </span>
      </Group>
      {hint === undefined || hint === null ? null : (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </AriaNumberField>
  );
}
