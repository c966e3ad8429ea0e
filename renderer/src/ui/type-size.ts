import { useSyncExternalStore } from 'react';
import { readRemembered, useRemembered, writeRemembered } from '../platform/remembered';

/** Sizes in percent that everything can have; every size of the window is in rem, so the root's type size decides. */
export const sizes: readonly number[] = [80, 90, 100, 110, 125, 150, 175, 200];
export const normalSize = 100;
/** What base.css has: the window is a little denser than a page. */
const rootPercent = 87.5;
const rememberedAs = 'size';

function paint(size: number): void {
  document.documentElement.style.fontSize = size === normalSize ? '' : `${(rootPercent * size) / 100}%`;
}

/** Sets the size of the last time before the first paint. */
export function startTypeSize(): void {
  paint(readRemembered(rememberedAs, normalSize));
}

/** Size of everything, and the next size in a direction, which is the same at either end. */
export function useTypeSize(): {
  readonly size: number;
  readonly larger: number;
  readonly smaller: number;
  readonly setSize: (size: number) => void;
} {
  const [size] = useRemembered(rememberedAs, normalSize);
  return {
    size,
    larger: sizes.find((other) => other > size) ?? size,
    smaller: [...sizes].reverse().find((other) => other < size) ?? size,
    setSize: (next) => {
      // Before those who measure are told.
      paint(next);
      writeRemembered(rememberedAs, next);
    },
  };
}

function subscribe(onChange: () => void): () => void {
  addEventListener('resize', onChange);
  return () => removeEventListener('resize', onChange);
}

function remPixels(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 14;
}

/** Pixels of one rem, for what is placed in pixels. */
export function useRem(): number {
  useRemembered(rememberedAs, normalSize);
  return useSyncExternalStore(subscribe, remPixels);
}

/** In rem: below this, three panes beside each other leave the middle too little. */
const narrowRem = 66;

/** In rem: from here on, there is more room than the middle needs. */
const wideRem = 110;

/** Tells whether the window is wide for the type in it, as on a large screen. */
export function useIsWide(): boolean {
  useRemembered(rememberedAs, normalSize);
  return useSyncExternalStore(subscribe, () => window.innerWidth / remPixels() >= wideRem);
}

/** Tells whether the window is narrow for the type in it: a large one in large type as well as a small one. */
export function useIsNarrow(): boolean {
  useRemembered(rememberedAs, normalSize);
  return useSyncExternalStore(subscribe, () => window.innerWidth / remPixels() < narrowRem);
}
