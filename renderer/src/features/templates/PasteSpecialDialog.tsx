import { Plus, X } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useKeptDraft } from '../../state/kept-draft';
import { usePreview, useRows } from '../../state/model-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { writePath } from '#core/kernel/written-path';
import { Button } from '../../ui/Button';
import { Checkbox } from '../../ui/Checkbox';
import { Dialog } from '../../ui/Dialog';
import { FormColumns } from '../../ui/FormColumns';
import { IconButton } from '../../ui/IconButton';
import { Notice } from '../../ui/Notice';
import { NumberField } from '../../ui/NumberField';
import { TextField } from '../../ui/TextField';
import { PreviewLines, useActing } from '../../parts/acting';
import { EntityFinder } from '../../parts/search';
import {
  drawnUnits,
  groupsIn,
  pasteCall,
  plannedCopies,
  repeatedNames,
  usualPattern,
  usualStart,
  type PlannedCopy,
} from './template-copies';
import './templates.css';

const mostTimes = 1_000;
/** More would make typing wait; the count is still said, and the rules answer when it is done. */
const mostPreviewed = 5_000;
/** What the rules take in one act. */
const mostMade = 100_000;
const mostPlaces = 5;
const mostNames = 6;

export interface PasteSpecialDialogProps {
  readonly sources: readonly string[];
  readonly initialTargets: readonly string[];
  readonly onClose: () => void;
  readonly onMade: (targets: readonly string[]) => void;
}

function Places({
  targets,
  onChange,
}: {
  readonly targets: readonly string[];
  readonly onChange: (targets: readonly string[]) => void;
}): ReactNode {
  const { text } = useText();
  const names = useNames();
  const rows = useRows();
  const [isAdding, setAdding] = useState(false);
  const pathOf = (id: string): string =>
    writePath(
      [...rows.ancestry(id)]
        .slice(1, -1)
        .reverse()
        .map((group) => group.name),
    );
  return (
    <div className="field">
      <span className="field-label">{text('pasteSpecial.places', { count: targets.length })}</span>
      <ul className="paste-places">
        {targets.map((id) => (
          <li key={id}>
            <span>
              {names.group(id)} <span className="quiet">{pathOf(id)}</span>
            </span>
            <IconButton
              size="small"
              icon={X}
              label={text('pasteSpecial.removePlace', { group: names.group(id) })}
              onPress={() => onChange(targets.filter((one) => one !== id))}
            />
          </li>
        ))}
      </ul>
      {isAdding ? (
        <EntityFinder
          kind="group"
          label={text('pasteSpecial.findPlace')}
          listLabel={text('move.places')}
          chosen={null}
          onChoose={(id) => {
            setAdding(false);
            if (!targets.includes(id)) onChange([...targets, id]);
          }}
        />
      ) : (
        <Button size="small" icon={Plus} onPress={() => setAdding(true)}>
          {text('pasteSpecial.addPlace')}
        </Button>
      )}
    </div>
  );
}

/** The names that come to be, place by place. */
function NamesPreview({
  copies,
  targets,
}: {
  readonly copies: readonly PlannedCopy[];
  readonly targets: readonly string[];
}): ReactNode {
  const { text, list } = useText();
  const names = useNames();
  return (
    <section className="paste-names" aria-label={text('generate.preview')}>
      <h3>{text('generate.preview')}</h3>
      <dl>
        {targets.slice(0, mostPlaces).map((id) => {
          const here = copies.filter((copy) => copy.targetId === id);
          const more = here.length - mostNames;
          const shown = more <= 1 ? here : here.slice(0, mostNames);
          return (
            <div key={id}>
              <dt>{text('pasteSpecial.in', { group: names.group(id) })}</dt>
              <dd>
                {list([
                  ...shown.map((copy) => copy.name || text('ui.empty')),
                  ...(more > 1 ? [text('pasteSpecial.moreNames', { count: more })] : []),
                ])}
              </dd>
            </div>
          );
        })}
      </dl>
      {targets.length > mostPlaces ? (
        <p className="quiet">{text('pasteSpecial.morePlaces', { count: targets.length - mostPlaces })}</p>
      ) : null}
    </section>
  );
}

/** What was typed about the copies; nothing where what is suggested stays. */
interface TypedCopies {
  readonly times: number | null;
  readonly pattern: string | null;
  readonly start: number | null;
}

/** Pastes a template many times and into many places, with names by a pattern: one act. */
export function PasteSpecialDialog({ sources, initialTargets, onClose, onMade }: PasteSpecialDialogProps): ReactNode {
  const { text } = useText();
  const names = useNames();
  const rows = useRows();
  const act = useActing();
  const present = useMemo(() => sources.filter((id) => rows.row('groups', id) !== undefined), [rows, sources]);
  const firstName = rows.row('groups', present[0] ?? '')?.name ?? '';
  const [targets, setTargets] = useState(initialTargets);
  const draft = useKeptDraft<TypedCopies>(`copies of ${sources.join()}`, { times: 1, pattern: null, start: null });
  const { times, pattern: typedPattern, start: typedStart } = draft.value;
  const change = (part: Partial<TypedCopies>): void => draft.set({ ...draft.value, ...part });
  const [isContinuous, setContinuous] = useState(false);
  const [withLimits, setWithLimits] = useState(false);

  const count = times ?? 0;
  const suggested = present.length > 1 ? (count > 1 ? '{name} {n}' : '{name}') : usualPattern(firstName, count);
  const pattern = typedPattern ?? suggested;
  const start = typedStart ?? usualStart(rows, targets, firstName);
  const made = groupsIn(rows, { sources: present, targets, times: count });
  const isTooMany = made > mostMade || count * targets.length * present.length > mostMade;
  const copies = useMemo(
    () =>
      isTooMany
        ? []
        : plannedCopies(rows, { sources: present, targets, times: count, pattern, start, isContinuous, withLimits }),
    [rows, present, targets, count, pattern, start, isContinuous, withLimits, isTooMany],
  );
  const call = useMemo(() => pasteCall(copies, withLimits), [copies, withLimits]);
  const preview = usePreview(made <= mostPreviewed ? call : null);
  const repeated = useMemo(() => repeatedNames(rows, copies), [rows, copies]);
  const drawn = preview?.ok === true ? drawnUnits(preview.changes, rows) : [];

  async function paste(): Promise<void> {
    if (call === null) return;
    const outcome = await act(call, { say: true });
    if (!outcome.ok) return;
    draft.forget();
    onMade(targets);
  }

  return (
    <Dialog
      help="generate"
      title={text('pasteSpecial.title', { count: present.length, name: firstName })}
      isOpen
      onClose={onClose}
      size="large"
      summary={<span aria-live="polite">{text('pasteSpecial.total', { groups: made, places: targets.length })}</span>}
      actions={
        <>
          <Button onPress={onClose}>{text('ui.cancel')}</Button>
          <Button tone="primary" isDisabled={call === null || preview?.ok === false} onPress={() => void paste()}>
            {text('pasteSpecial.do', { count: copies.length })}
          </Button>
        </>
      }
    >
      <div className="paste-special">
        <div className="paste-fields">
          <FormColumns of="pair">
            <NumberField
              label={text('pasteSpecial.times')}
              value={times}
              least={1}
              most={mostTimes}
              onChange={(next) => change({ times: next })}
              autoFocus
            />
            <NumberField
              label={text('generate.start')}
              value={start}
              least={0}
              onChange={(next) => change({ start: next })}
            />
          </FormColumns>
          <TextField
            label={text('generate.name')}
            value={pattern}
            onChange={(next) => change({ pattern: next })}
            hint={text('pasteSpecial.patternHint')}
          />
          {targets.length > 1 ? (
            <Checkbox label={text('pasteSpecial.continuous')} isSelected={isContinuous} onChange={setContinuous} />
          ) : null}
          <Checkbox label={text('pasteSpecial.limits')} isSelected={withLimits} onChange={setWithLimits} />
          <p className="quiet">{text(withLimits ? 'pasteSpecial.limitsHint' : 'pasteSpecial.without')}</p>
          <Places targets={targets} onChange={setTargets} />
        </div>
        <div className="paste-outcome">
          {targets.length === 0 ? (
            <p className="quiet">{text('pasteSpecial.noPlace')}</p>
          ) : isTooMany ? (
            <Notice tone="refusal" title={text('pasteSpecial.tooMany', { count: made, most: mostMade })} />
          ) : (
            <NamesPreview copies={copies} targets={targets} />
          )}
          {repeated.length === 0 ? null : (
            <Notice tone="warning">
              {text('pasteSpecial.repeated', { count: repeated.length, name: repeated[0] })}
            </Notice>
          )}
          {drawn.length === 0 ? null : (
            <ul className="effect-lines">
              {drawn.map(({ poolId, typeId, quantity }) => (
                <li key={`${poolId} ${typeId}`}>
                  {text('pasteSpecial.drawn', { quantity, type: names.type(typeId), pool: names.group(poolId) })}
                </li>
              ))}
            </ul>
          )}
          {preview === null ? null : <PreviewLines preview={preview} call={call} />}
        </div>
      </div>
    </Dialog>
  );
}
