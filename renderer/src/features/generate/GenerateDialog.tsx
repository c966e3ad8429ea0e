import { Plus } from 'lucide-react';
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import type { Refusal } from '#core/rules/refusals';
import { Refusals } from '../../parts/explain';
import { useRows } from '../../state/model-hooks';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { Checkbox } from '../../ui/Checkbox';
import { Dialog } from '../../ui/Dialog';
import { onEnter } from '../../ui/enter-key';
import { NumberField } from '../../ui/NumberField';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import { useActing } from '../../parts/acting';
import { GenerateCost } from './GenerateCost';
import { presetNames, presets } from './generate-levels';
import { GenerateLevel } from './GenerateLevel';
import { GenerateLicenses } from './GenerateLicenses';
import './generate.css';
import { GeneratePreview } from './GeneratePreview';
import { filledLines } from './generate-licenses';
import { useGeneration } from './use-generation';

/** More do not live in one apartment. */
const mostResidents = 20;

export interface GenerateDialogProps {
  readonly parentId: string;
  readonly onClose: () => void;
  readonly onMade: () => void;
}

/** Makes a whole structure in one act, licenses included: what on the left, every group that it makes and what it costs on the right. */
export function GenerateDialog({ parentId, onClose, onMade }: GenerateDialogProps): ReactNode {
  const rows = useRows();
  const writer = useText();
  const { text } = writer;
  const act = useActing();
  const generation = useGeneration(parentId);
  const { levels, pool, lines, costs, checked, preview, total, perLevel } = generation;
  const [refused, setRefused] = useState<readonly Refusal[]>([]);
  const problem = checked?.kind === 'wrong' ? checked.problem : null;
  const canGenerate = total !== null && problem === null && preview?.ok !== false;

  async function generate(): Promise<void> {
    const call = generation.call();
    if (call === null || !canGenerate) return;
    setRefused([]);
    const outcome = await act(call, { say: true, keepRefusals: true });
    if (outcome.ok) {
      generation.forget();
      onMade();
    } else if (outcome.kind === 'refused') setRefused(outcome.refusals);
  }
  const latest = useRef(generate);
  useLayoutEffect(() => {
    latest.current = generate;
  });

  return (
    <Dialog
      help="generate"
      title={text('generate.title', { name: rows.row('groups', parentId)?.name ?? '' })}
      isOpen
      onClose={onClose}
      size="large"
      summary={
        <span aria-live="polite">
          {total === null
            ? text('generate.countMissing')
            : writer.list(levels.map(({ kind }, index) => text(`kindCount.${kind}`, { count: perLevel[index] ?? 0 })))}
        </span>
      }
      actions={
        <>
          <Button onPress={onClose}>{text('ui.cancel')}</Button>
          <Button tone="primary" isDisabled={!canGenerate} onPress={() => void generate()}>
            {text('generate.do', { count: total ?? 0 })}
          </Button>
        </>
      }
    >
      <div className="generate" onKeyDownCapture={onEnter(() => void latest.current())}>
        <div className="level-list">
          <div className="generate-start">
            <TextField
              label={text('generate.counts')}
              value={generation.counts}
              onChange={generation.typeCounts}
              hint={text('generate.countsHint')}
              autoFocus
            />
            <Select
              label={text('generate.preset')}
              value={generation.preset}
              onChange={generation.choosePreset}
              placeholder={text('generate.preset.own')}
              choices={presetNames.map((name) => ({
                id: name,
                name: presets[name].map(([kind]) => text(`kind.${kind}`)).join(' × '),
              }))}
            />
          </div>
          {pool === null ? null : (
            <GenerateLicenses levels={levels} pool={pool} lines={lines} onChange={generation.setLines} />
          )}
          {generation.setResidents === null ? null : (
            <NumberField
              label={text('generate.residents')}
              value={generation.residents.perApartment}
              least={0}
              most={mostResidents}
              unit={
                generation.residents.total === 0
                  ? undefined
                  : text('generate.residentsInAll', { count: generation.residents.total })
              }
              hint={text('generate.residentsHint')}
              onChange={(count) => generation.setResidents?.(count ?? 0)}
            />
          )}
          {generation.residents.total === 0 ? null : (
            <div>
              <Checkbox
                label={text('generate.equip')}
                isSelected={generation.residents.numbers !== null}
                onChange={generation.equipResidents}
              />
              {generation.residents.numbers === null ? null : (
                <p className="quiet">
                  {text('generate.equipNumbers', {
                    count: generation.residents.numbers.length,
                    first: generation.residents.numbers[0] ?? '',
                    missing: generation.residents.total - generation.residents.numbers.length,
                  })}
                </p>
              )}
            </div>
          )}
          <div className="levels">
            {levels.map((level, index) => (
              <GenerateLevel
                key={index}
                level={level}
                number={index + 1}
                canRemove={levels.length > 1}
                problem={problem?.level === index ? problem : null}
                onChange={(change) => generation.changeLevel(index, change)}
                onCallFloors={(way) => generation.callFloors(index, way)}
                onRemove={() => generation.removeLevel(index)}
              />
            ))}
          </div>
          <p className="generate-foot">
            <span className="quiet">{text('generate.nameHint')}</span>
            <Button size="small" icon={Plus} onPress={generation.addLevel}>
              {text('generate.addLevel')}
            </Button>
          </p>
        </div>
        <section className="generate-preview" aria-label={text('generate.preview')}>
          <h3>{text('generate.preview')}</h3>
          {costs.length === 0 || pool === null ? null : <GenerateCost costs={costs} levels={levels} pool={pool} />}
          {problem === null ? null : (
            <p className="generate-short" role="status">
              {text('generate.wrongLevel', { number: problem.level + 1 })} {text(problem.text, problem.values)}
            </p>
          )}
          {preview?.ok === false ? <Refusals refusals={preview.refusals} /> : <Refusals refusals={refused} isLive />}
          <GeneratePreview checked={checked} licenses={filledLines(lines, levels.length)} />
        </section>
      </div>
    </Dialog>
  );
}
