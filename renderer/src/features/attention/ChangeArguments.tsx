import { useState, type ReactNode } from 'react';
import type { AttentionItem } from '#core/ledger/replica';
import { isDay } from '#core/kernel/day';
import type { ActCall } from '../../data/session';
import { useCatalogue, usePreview } from '../../state/model-hooks';
import { fieldName } from '../../text/refusals/field-words';
import { Refusals } from '../../parts/explain';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import { DayField } from '../../ui/DayField';
import { FormColumns } from '../../ui/FormColumns';
import { NumberField } from '../../ui/NumberField';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';

type Arguments = { readonly [name: string]: unknown };

/** A value inside an act's arguments that a person can change. */
export interface ChangeableField {
  readonly path: readonly string[];
  readonly value: string | number;
}

const fixed = new Set(['id', 'do', 'licenses', 'source', 'mode', 'kind']);

function fieldsIn(value: unknown, path: readonly string[]): readonly ChangeableField[] {
  const name = path.at(-1) ?? '';
  if (typeof value === 'number') return [{ path, value }];
  if (typeof value === 'string')
    return fixed.has(name) || (name.endsWith('Id') && name !== 'typeId') ? [] : [{ path, value }];
  if (typeof value !== 'object' || value === null || Array.isArray(value) || name === 'was') return [];
  return Object.entries(value).flatMap(([key, part]) => fieldsIn(part, [...path, key]));
}

/** Amounts, days, names and types of an act. What it is about stays; acts made of many are dropped or tried again as they are. */
export function changeableFields(item: Pick<AttentionItem, 'do' | 'args'>): readonly ChangeableField[] {
  return item.do === 'batch' || item.do === 'undo' || item.do === 'group.generate' ? [] : fieldsIn(item.args, []);
}

function replaceAt(args: unknown, path: readonly string[], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const holder = (args ?? {}) as Arguments;
  return { ...holder, [key]: replaceAt(holder[key], rest, value) };
}

/** What a changed act has seen is what is there now, so it is not stale again for the same reason. */
function withoutWas(args: unknown): unknown {
  const { was: _, ...rest } = args as Arguments;
  return rest;
}

export interface ChangeArgumentsProps {
  readonly item: AttentionItem;
  readonly onTry: (args: unknown) => void;
  readonly onCancel: () => void;
}

/** The act again, with its amounts, days and names to be changed, and whether it would go through. */
export function ChangeArguments({ item, onTry, onCancel }: ChangeArgumentsProps): ReactNode {
  const writer = useText();
  const { text } = writer;
  const names = useNames();
  const [args, setArgs] = useState<unknown>(() => withoutWas(item.args));
  const preview = usePreview({ do: item.do, args } as ActCall);
  const types = useCatalogue().types.map(({ id }) => ({ id, name: names.type(id) }));
  const set = (path: readonly string[], value: unknown): void => setArgs(replaceAt(args, path, value));
  return (
    <section className="attention-change">
      <h3>{text('attention.changeTitle')}</h3>
      <FormColumns of="fields">
        {fieldsIn(args, []).map(({ path, value }) => {
          const name = path.at(-1) ?? '';
          const label = fieldName(name, writer);
          const key = path.join('.');
          if (typeof value === 'number')
            return (
              <NumberField key={key} label={label} value={value} least={0} onChange={(next) => set(path, next ?? 0)} />
            );
          if (name === 'typeId')
            return (
              <Select key={key} label={label} value={value} choices={types} onChange={(next) => set(path, next)} />
            );
          if (isDay(value))
            return (
              <DayField
                key={key}
                label={label}
                value={value}
                canClear={false}
                onChange={(next) => set(path, next ?? value)}
              />
            );
          return <TextField key={key} label={label} value={value} onChange={(next) => set(path, next)} />;
        })}
      </FormColumns>
      {preview !== null && !preview.ok ? <Refusals refusals={preview.refusals} /> : null}
      <footer>
        <Button size="small" onPress={onCancel}>
          {text('ui.cancel')}
        </Button>
        <Button size="small" tone="primary" isDisabled={preview?.ok !== true} onPress={() => onTry(args)}>
          {text('attention.retry')}
        </Button>
      </footer>
    </section>
  );
}
