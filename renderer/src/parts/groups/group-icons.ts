import {
  Boxes,
  BriefcaseBusiness,
  Building,
  Building2,
  DoorOpen,
  Folder,
  Handshake,
  House,
  Layers2,
  Users,
  type LucideIcon,
} from 'lucide-react';
import type { GroupKind } from '#core/model/rows';

/** The picture of each kind of group. */
export const groupIcons: { readonly [K in GroupKind]: LucideIcon } = {
  distributor: Boxes,
  dealer: Handshake,
  complex: Building2,
  building: Building,
  entrance: DoorOpen,
  floor: Layers2,
  apartment: House,
  office: BriefcaseBusiness,
  department: Users,
  custom: Folder,
};
