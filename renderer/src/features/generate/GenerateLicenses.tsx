import { Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { LicenseTypeId } from '#core/model/vocabulary';
import { useRows } from '../../state/model-hooks';
import type { PoolAnswer } from '#core/queries/pool';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { IconButton } from '../../ui/IconButton';
import { NumberField } from '../../ui/NumberField';
import { Select } from '../../ui/Select';
import type { Level } from './generate-levels';
import type { LicenseLine } from './generate-licenses';
import { typesToGive } from './types-to-give';

/** What one most likely wants next: the same license for the groups a level below, which share out what those above have got. */
function nextLine(lines: readonly LicenseLine[], levels: number, most: LicenseTypeId): LicenseLine {
  const last = lines.at(-1);
  return { level: Math.min(levels - 1, (last?.level ?? -1) + 1), typeId: last?.typeId ?? most, quantity: null };
}

export interface GenerateLicensesProps {
  readonly levels: readonly Level[];
  readonly pool: PoolAnswer;
  readonly lines: readonly LicenseLine[];
  readonly onChange: (lines: readonly LicenseLine[]) => void;
}

/** Licenses that each group of a level gets at once. */
export function GenerateLicenses({ levels, pool, lines, onChange }: GenerateLicensesProps): ReactNode {
  const { text } = useText();
  const names = useNames();
  const types = typesToGive(useRows(), pool);
  const [most] = types;
  if (most === undefined)
    return <p className="quiet">{text('generate.noLicenses', { pool: names.group(pool.poolId) })}</p>;
  const change = (index: number, part: Partial<LicenseLine>): void =>
    onChange(lines.map((line, position) => (position === index ? { ...line, ...part } : line)));
  return (
    <section className="generate-licenses" aria-label={text('generate.licenses')}>
      {lines.map((line, index) => (
        <div key={index} className="generate-license">
          <Select
            label={text('generate.licensesFor')}
            hideLabel={index > 0}
            value={String(line.level)}
            onChange={(level) => change(index, { level: Number(level) })}
            choices={levels.map((level, position) => ({
              id: String(position),
              name: text('generate.each', { kind: text(`kind.${level.kind}`) }),
            }))}
          />
          <NumberField
            label={text('generate.quantity')}
            hideLabel={index > 0}
            value={line.quantity}
            least={0}
            onChange={(quantity) => change(index, { quantity })}
          />
          <Select
            label={text('generate.type')}
            hideLabel={index > 0}
            value={line.typeId}
            onChange={(typeId) => change(index, { typeId })}
            choices={types.map((typeId) => ({
              id: typeId,
              name: names.type(typeId),
              hint: text('generate.left', { count: pool.types[typeId]?.available ?? 0 }),
            }))}
          />
          {index === 0 ? (
            <IconButton
              label={text('generate.moreLicenses')}
              icon={Plus}
              onPress={() => onChange([...lines, nextLine(lines, levels.length, most)])}
            />
          ) : (
            <IconButton
              label={text('generate.removeLicenses')}
              icon={X}
              onPress={() => onChange(lines.filter((_, position) => position !== index))}
            />
          )}
        </div>
      ))}
    </section>
  );
}
