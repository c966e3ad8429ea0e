import { useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import { useCommandHandlers } from '../../parts/commands';
import { readRemembered, writeRemembered } from '../../platform/remembered';
import { useFromRows } from '../../state/model-hooks';
import { useGoTo, type PositionOfThing } from '../../state/view-hooks';
import { tourWanted } from '../../state/tour-wanted';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import './tour.css';

interface Step {
  readonly id: 'tree' | 'licenses' | 'person' | 'coming' | 'undo';
  /** What is framed meanwhile. */
  readonly frames: string;
  /** In the sample account; elsewhere the account itself is shown. */
  readonly place: PositionOfThing;
}

const group = (groupId: string): PositionOfThing['selection'] => ({ kind: 'group', ids: [groupId] });

const steps: readonly Step[] = [
  {
    id: 'tree',
    frames: '[data-pane=tree]',
    place: { groupId: 'sunrise', tab: 'overview', selection: group('sunrise') },
  },
  {
    id: 'licenses',
    frames: '[data-pane=middle]',
    place: { groupId: 'aurora', tab: 'licenses', selection: group('aurora') },
  },
  {
    id: 'person',
    frames: '[data-pane=properties]',
    place: { groupId: 'office', tab: 'people', selection: { kind: 'user', ids: ['desk-2'] } },
  },
  {
    id: 'coming',
    frames: '[data-pane=middle]',
    place: { groupId: 'aurora', tab: 'forecast', selection: group('aurora') },
  },
  {
    id: 'undo',
    frames: '[data-pane=status]',
    place: { groupId: 'sunrise', tab: 'history', selection: group('sunrise') },
  },
];

const framed = 'tour-framed';

/** Escape belongs to what is open or being typed. */
function isTakenUp(target: EventTarget | null): boolean {
  return (
    document.querySelector('.dialog-scrim, .menu-popover, .list-popover, .popover') !== null ||
    (target instanceof HTMLElement && target.matches('input:not([type=checkbox], [type=radio]), textarea'))
  );
}

/** Five steps that show what stands where, each in its place. It lies beside the window and can be left at any point. */
export function Tour(): ReactNode {
  const { text } = useText();
  const goTo = useGoTo();
  const [at, setAt] = useState<number | null>(() => (readRemembered(tourWanted, false) ? 0 : null));
  const rootId = useFromRows((rows) => rows.root.id);
  const isSample = useFromRows((rows) => steps.every(({ place }) => rows.row('groups', place.groupId) !== undefined));
  useCommandHandlers({ 'help.tour': { run: () => setAt(0) } });

  useEffect(() => writeRemembered(tourWanted, false), []);

  const step = at === null ? undefined : steps[at];
  const show = useEffectEvent(({ place }: Step): void =>
    goTo(isSample ? place : { ...place, groupId: rootId, selection: group(rootId) }),
  );
  useEffect(() => {
    if (step === undefined) return undefined;
    show(step);
    const frame = document.querySelector(step.frames);
    frame?.classList.add(framed);
    return () => frame?.classList.remove(framed);
  }, [step]);

  const isShown = step !== undefined;
  useEffect(() => {
    if (!isShown) return undefined;
    // It lies beside the window, so the keyboard may be anywhere; before the panes, which Escape leads back through.
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.isComposing || isTakenUp(event.target)) return;
      event.preventDefault();
      event.stopPropagation();
      setAt(null);
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [isShown]);

  if (at === null || step === undefined) return null;
  const leave = (): void => setAt(null);
  const isLast = at === steps.length - 1;
  return (
    <section
      className="tour"
      role="dialog"
      aria-label={text('tour.title', { step: at + 1, of: steps.length })}
      data-help="the-idea"
    >
      <p className="quiet">{text('tour.title', { step: at + 1, of: steps.length })}</p>
      <h2>{text(`tour.${step.id}`)}</h2>
      <p aria-live="polite">{text(`tour.${step.id}.text`)}</p>
      <div className="tour-actions">
        <Button tone="quiet" size="small" onPress={leave}>
          {text('tour.leave')}
        </Button>
        <span className="tour-space" />
        {at === 0 ? null : (
          <Button size="small" onPress={() => setAt(at - 1)}>
            {text('tour.back')}
          </Button>
        )}
        <Button autoFocus tone="primary" size="small" onPress={() => setAt(isLast ? null : at + 1)}>
          {text(isLast ? 'tour.end' : 'tour.next')}
        </Button>
      </div>
    </section>
  );
}
