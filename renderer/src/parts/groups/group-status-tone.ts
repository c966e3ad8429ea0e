import type { GroupStatus } from '#core/model/rows';
import type { Tone } from '../../ui/Badge';

/** The colour of a group's status; its word always stands beside it. */
export const groupStatusTone: { readonly [S in GroupStatus]: Tone } = {
  draft: 'neutral',
  confirmed: 'info',
  commissioned: 'accent',
  handedOver: 'success',
  locked: 'warning',
};
