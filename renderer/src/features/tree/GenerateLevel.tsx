import { X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button } from '../../ui/Button';
import { useText } from '../../text/text';
import { IconButton } from '../../ui/IconButton';
import { NumberField } from '../../ui/NumberField';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import type { Level, Numbering } from './generate-levels';
import { groupKinds } from './kind-guess';

export interface GenerateLevelProps {
  readonly level: Level;
  readonly number: number;
  readonly canRemove: boolean;
  readonly onChange: (change: Partial<Level>) => void;
  readonly onRemove: () => void;
}

const numberings: readonly Numbering[] = ['perParent', 'continuous', 'floorPrefix'];

/** One level of the generator: what, how many, how they are called. */
export function GenerateLevel({ level, number, canRemove, onChange, onRemove }: GenerateLevelProps): ReactNode {
  const { text } = useText();
  const [isOpen, setOpen] = useState(false);
  const title = text('generate.level', { number, kind: text(`kind.${level.kind}`) });
  return (
    <section className="level" aria-label={title}>
      <header>
        {title}
        <Button tone="quiet" size="small" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>{text('generate.more.numbering')}</Button>
        {canRemove ? <IconButton label={text('generate.removeLevel')} icon={X} size="small" onPress={onRemove} /> : null}
      </header>
      <div className="level-fields">
        <Select label={text('generate.kind')} value={level.kind} onChange={(kind) => onChange({ kind })} choices={groupKinds.map((kind) => ({ id: kind, name: text(`kind.${kind}`) }))} />
        <NumberField label={text('generate.count')} value={level.count} least={1} autoFocus={number === 1} onChange={(count) => onChange({ count })} />
        <TextField label={text('generate.name')} value={level.name} onChange={(name) => onChange({ name })} />
      </div>
      {isOpen ? (
        <div className="level-fields level-fields-more">
          <Select label={text('generate.numbering')} value={level.numbering} onChange={(numbering) => onChange({ numbering })} choices={numberings.map((numbering) => ({ id: numbering, name: text(`generate.${numbering}`) }))} />
          <NumberField label={text('generate.start')} value={level.start} least={0} onChange={(start) => onChange({ start })} />
          <NumberField label={text('generate.pad')} value={level.pad} least={0} most={20} onChange={(pad) => onChange({ pad })} />
          <TextField label={text('generate.skip')} value={level.skip} onChange={(skip) => onChange({ skip })} placeholder={text('generate.skipHint')} />
        </div>
      ) : null}
    </section>
  );
}
