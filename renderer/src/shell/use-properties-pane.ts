import { usePane } from '../state/view-hooks';
import { useRemembered } from '../platform/remembered';
import { useIsNarrow } from '../ui/type-size';

export interface PropertiesPaneState {
  readonly shown: boolean;
  readonly show: (shown: boolean) => void;
  /** Pixels at the normal type size. */
  readonly size: number;
  readonly resize: (size: number) => void;
  /** There is no room beside the middle, so it lies over it, and only while it is asked for. */
  readonly isOver: boolean;
}

/** The properties: beside the middle, or over it where type is large for the window. */
export function usePropertiesPane(): PropertiesPaneState {
  const pane = usePane('properties');
  const isNarrow = useIsNarrow();
  const [isShownOver, showOver] = useRemembered('propertiesOver', false);
  return isNarrow ? { ...pane, shown: isShownOver, show: showOver, isOver: true } : { ...pane, isOver: false };
}
