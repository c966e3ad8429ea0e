import { addBlock, removeBlock, setAllocation, updateBlock } from './block-intents';
import {
  defineRole,
  openAccount,
  openRequest,
  removeRole,
  resolveRequest,
  setUnit,
  updateAccount,
} from './account-intents';
import type { IntentName } from './arguments';
import type { IntentDefinition } from './definition';
import {
  copyGroup,
  createGroup,
  deleteGroup,
  generateGroups,
  moveGroup,
  setReminder,
  setRestriction,
  updateGroup,
} from './group-intents';
import {
  addNumber,
  addRange,
  attachNumber,
  createMenu,
  detachNumber,
  moveDevice,
  registerDevice,
  removeDeviceIntent,
  removeMenuIntent,
  removeNumber,
  setMenuMembers,
} from './number-intents';
import {
  assignSeat,
  changeSeatNumber,
  changeSeatType,
  dissolveFreeSeat,
  reassignSeat,
  releaseSeat,
} from './seat-intents';
import {
  archiveUser,
  createUser,
  moveUser,
  removeUser,
  restoreUser,
  setAdministrator,
  setAllowance,
  updateUser,
} from './user-intents';

/** Intents that are judged and made by a definition of their own; `batch` and `undo` are made of others. */
export type SimpleIntentName = Exclude<IntentName, 'batch' | 'undo'>;

/** Every intent by name. A new one is a schema in `arguments`, a definition, and a line here. */
export const intents: { readonly [N in SimpleIntentName]: IntentDefinition<N> } = {
  'account.open': openAccount,
  'account.update': updateAccount,
  'catalogue.setUnit': setUnit,
  'group.create': createGroup,
  'group.update': updateGroup,
  'group.move': moveGroup,
  'group.delete': deleteGroup,
  'group.generate': generateGroups,
  'group.copy': copyGroup,
  'restriction.set': setRestriction,
  'block.add': addBlock,
  'allocation.set': setAllocation,
  'block.update': updateBlock,
  'block.remove': removeBlock,
  'user.create': createUser,
  'user.update': updateUser,
  'user.move': moveUser,
  'user.archive': archiveUser,
  'user.restore': restoreUser,
  'user.remove': removeUser,
  'user.setAdmin': setAdministrator,
  'seat.assign': assignSeat,
  'seat.release': releaseSeat,
  'seat.changeType': changeSeatType,
  'seat.changeNumber': changeSeatNumber,
  'seat.reassign': reassignSeat,
  'seat.dissolve': dissolveFreeSeat,
  'allowance.set': setAllowance,
  'number.add': addNumber,
  'number.range': addRange,
  'number.attach': attachNumber,
  'number.detach': detachNumber,
  'number.remove': removeNumber,
  'menu.create': createMenu,
  'menu.setMembers': setMenuMembers,
  'menu.remove': removeMenuIntent,
  'device.register': registerDevice,
  'device.move': moveDevice,
  'device.remove': removeDeviceIntent,
  'role.define': defineRole,
  'role.remove': removeRole,
  'request.open': openRequest,
  'request.resolve': resolveRequest,
  'reminder.set': setReminder,
};
