import { Hash, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useText } from '../../text/text';
import { IconButton } from '../../ui/IconButton';
import { NumberField } from '../../ui/NumberField';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import type { LevelProblem } from './generate-check';
import { floorWayNames, floorWayOf, type FloorWay, type Level, type Numbering } from './generate-levels';
import { groupKinds } from '#core/model/vocabulary';

export interface GenerateLevelProps {
  readonly level: Level;
  /** From 1. */
  readonly number: number;
  readonly canRemove: boolean;
  /** What is wrong with this level. */
  readonly problem: LevelProblem | null;
  readonly onChange: (change: Partial<Level>) => void;
  readonly onCallFloors: (way: FloorWay) => void;
  readonly onRemove: () => void;
}

const numberings: readonly Numbering[] = ['perParent', 'continuous', 'floorPrefix'];

/** Nobody builds deeper. */
const lowestFloor = -9;

/** One level of the generator: what, how many, how they are called. */
export function GenerateLevel({
  level,
  number,
  canRemove,
  problem,
  onChange,
  onCallFloors,
  onRemove,
}: GenerateLevelProps): ReactNode {
  const { text } = useText();
  const [isOpen, setOpen] = useState(false);
  const isNumberingWrong = problem?.field === 'numbering';
  const errorOf = (field: LevelProblem['field']): string | undefined =>
    problem?.field === field ? text(problem.text, problem.values) : undefined;
  // The first line has the labels for all of them, as a table has.
  const hideLabel = number > 1;
  return (
    <section className="level" aria-label={text('generate.level', { number, kind: text(`kind.${level.kind}`) })}>
      <div className="level-fields">
        <Select
          label={text('generate.kind')}
          hideLabel={hideLabel}
          value={level.kind}
          onChange={(kind) => onChange({ kind })}
          choices={groupKinds.map((kind) => ({ id: kind, name: text(`kind.${kind}`) }))}
        />
        <NumberField
          label={text('generate.count')}
          hideLabel={hideLabel}
          value={level.count}
          least={1}
          error={errorOf('count')}
          onChange={(count) => onChange({ count })}
        />
        <TextField
          label={text('generate.name')}
          hideLabel={hideLabel}
          value={level.name}
          error={errorOf('name')}
          onChange={(name) => onChange({ name })}
        />
        <span className="level-buttons">
          <IconButton
            label={text('generate.more.numbering')}
            icon={Hash}
            isActive={isOpen}
            onPress={() => setOpen(!isOpen)}
          />
          <IconButton label={text('generate.removeLevel')} icon={X} isDisabled={!canRemove} onPress={onRemove} />
        </span>
      </div>
      {level.kind === 'floor' ? (
        <Select
          label={text('generate.floors')}
          value={floorWayOf(level)}
          placeholder={text('generate.preset.own')}
          onChange={onCallFloors}
          choices={floorWayNames.map((way) => ({ id: way, name: text(`generate.floors.${way}`) }))}
        />
      ) : null}
      {isOpen || isNumberingWrong ? (
        <div className="level-fields-more">
          <Select
            label={text('generate.numbering')}
            value={level.numbering}
            error={errorOf('numbering')}
            onChange={(numbering) => onChange({ numbering })}
            choices={numberings.map((numbering) => ({ id: numbering, name: text(`generate.${numbering}`) }))}
          />
          <NumberField
            label={text('generate.start')}
            value={level.start}
            least={level.kind === 'floor' ? lowestFloor : 0}
            onChange={(start) => onChange({ start })}
          />
          <NumberField
            label={text('generate.pad')}
            value={level.pad}
            least={0}
            most={20}
            onChange={(pad) => onChange({ pad })}
          />
          <TextField
            label={text('generate.skip')}
            value={level.skip}
            onChange={(skip) => onChange({ skip })}
            placeholder={text('generate.skipHint')}
          />
        </div>
      ) : null}
    </section>
  );
}
