import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useRef, type RefObject } from 'react';
import { useRem } from './type-size';

export interface LinesInViewOptions {
  readonly count: number;
  /** By what a line is known again; the same function for the same lines, else every line is measured anew. */
  readonly keyAt?: ((index: number) => string | number) | undefined;
  readonly heightRem: number;
  /** The line with the focus; it stays in the document, wherever the person scrolls. -1 where there is none. */
  readonly activeIndex?: number | undefined;
  /** Lines that are kept above and below those in view. */
  readonly margin: number;
}

export interface LinesInView {
  /** For the element that scrolls. */
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly lines: readonly Pick<VirtualItem, 'index' | 'key' | 'start' | 'size'>[];
  /** Pixels of all lines together. */
  readonly totalHeight: number;
  readonly lineHeight: number;
  readonly scrollTo: (index: number) => void;
}

/** Long lists of which only the lines in view exist: the tree, tables, and what was found. */
export function useLinesInView({ count, keyAt, heightRem, activeIndex = -1, margin }: LinesInViewOptions): LinesInView {
  const scroller = useRef<HTMLDivElement>(null);
  const lineHeight = Math.round(heightRem * useRem());
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: margin,
    ...(keyAt === undefined ? {} : { getItemKey: keyAt }),
    rangeExtractor: (range) => {
      const from = Math.max(0, range.startIndex - range.overscan);
      const to = Math.min(range.count - 1, range.endIndex + range.overscan);
      const indexes = Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => from + step);
      if (activeIndex !== -1 && activeIndex < from) indexes.unshift(activeIndex);
      if (activeIndex > to) indexes.push(activeIndex);
      return indexes;
    },
  });

  // In another type size every line is as high as all the others again, which nobody tells what was measured before.
  const measuredHeight = useRef(lineHeight);
  useLayoutEffect(() => {
    if (measuredHeight.current === lineHeight) return;
    measuredHeight.current = lineHeight;
    virtual.measure();
  }, [lineHeight, virtual]);

  const scrollTo = useCallback((index: number) => virtual.scrollToIndex(index, { align: 'auto' }), [virtual]);
  return { scroller, lines: virtual.getVirtualItems(), totalHeight: virtual.getTotalSize(), lineHeight, scrollTo };
}
