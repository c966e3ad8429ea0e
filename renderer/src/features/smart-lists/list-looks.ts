import {
  BadgeCheck,
  BadgeMinus,
  CircleAlert,
  CloudOff,
  Hourglass,
  Scale,
  UserRoundX,
  type LucideIcon,
} from 'lucide-react';
import type { ListName } from '../../state/view-store';

/** The picture of each list, and whether it is about something that went wrong. */
export const listLooks: {
  readonly [L in ListName]: { readonly icon: LucideIcon; readonly tone: 'neutral' | 'warning' | 'danger' };
} = {
  notSynchronised: { icon: CloudOff, tone: 'neutral' },
  attention: { icon: CircleAlert, tone: 'danger' },
  withoutLicense: { icon: UserRoundX, tone: 'neutral' },
  free: { icon: BadgeCheck, tone: 'neutral' },
  expiring: { icon: Hourglass, tone: 'warning' },
  short: { icon: Scale, tone: 'danger' },
  notConfirmed: { icon: BadgeMinus, tone: 'neutral' },
};
