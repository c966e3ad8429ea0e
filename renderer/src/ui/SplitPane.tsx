import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { useText } from '../text/text';
import { useIsWide, useRem } from './type-size';
import './SplitPane.css';

export interface SplitPaneProps {
  /** By what name F6 finds the pane. */
  readonly paneName: string;
  /** Pixels at the normal type size; whoever shows it remembers it. */
  readonly width: number;
  readonly onResize: (width: number) => void;
  /** What the divider changes, for the screen reader. */
  readonly label?: string | undefined;
  /** What the pane is to a screen reader. */
  readonly landmark: 'navigation' | 'complementary';
  readonly landmarkLabel: string;
  /** The side whose width is set; the other takes the rest. */
  readonly side: 'start' | 'end';
  readonly initial: number;
  /** Its width in a wide window while nobody has chosen another. */
  readonly initialWide: number;
  readonly least: number;
  readonly most: number;
  readonly isHidden?: boolean | undefined;
  /** It lies over the rest instead of beside it. */
  readonly isOver?: boolean | undefined;
  readonly pane: ReactNode;
  readonly children: ReactNode;
}

const keyStep = 16;
const normalRem = 14;

/** A pane of adjustable width beside the rest. The divider is moved by pointer or arrows, a double click resets it. */
export function SplitPane({
  paneName,
  width: given,
  onResize,
  label,
  landmark,
  landmarkLabel,
  side,
  initial,
  initialWide,
  least,
  most,
  isHidden = false,
  isOver = false,
  pane,
  children,
}: SplitPaneProps): ReactNode {
  const { text } = useText();
  const dragged = useRef<{ readonly from: number; readonly width: number } | null>(null);
  const isWide = useIsWide();
  const width = Math.min(most, Math.max(least, isWide && given === initial ? initialWide : given));
  const grow = side === 'start' ? 1 : -1;
  // A pane grows with what is in it.
  const scale = useRem() / normalRem;

  function resize(next: number): void {
    onResize(Math.round(Math.min(most, Math.max(least, next))));
  }

  function onPointerDown(event: PointerEvent<HTMLDivElement>): void {
    event.currentTarget.setPointerCapture(event.pointerId);
    dragged.current = { from: event.clientX, width };
  }

  function onPointerMove(event: PointerEvent<HTMLDivElement>): void {
    if (dragged.current !== null)
      resize(dragged.current.width + (grow * (event.clientX - dragged.current.from)) / scale);
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.key === 'ArrowLeft') resize(width - grow * keyStep);
    else if (event.key === 'ArrowRight') resize(width + grow * keyStep);
    else if (event.key === 'Home') resize(least);
    else if (event.key === 'End') resize(most);
    else return;
    event.preventDefault();
  }

  const divider = (
    <div
      className={`split-pane-divider split-pane-divider-${side}`}
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={label ?? text('ui.resizePanes')}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        dragged.current = null;
      }}
      onDoubleClick={() => resize(initial)}
      onKeyDown={onKeyDown}
    />
  );
  const sized = (
    <div
      key="pane"
      role={landmark}
      aria-label={landmarkLabel}
      data-pane={paneName}
      className={`split-pane-sized split-pane-sized-${side}${isOver ? ' split-pane-sized-over' : ''}`}
      style={{ width: width * scale }}
    >
      {pane}
      {divider}
    </div>
  );
  const rest = (
    <div key="rest" className="split-pane-rest">
      {children}
    </div>
  );
  const parts = side === 'start' ? [sized, rest] : [rest, sized];
  return <div className="split-pane">{isHidden ? [rest] : parts}</div>;
}
