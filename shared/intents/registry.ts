import type { z } from 'zod';
import { lookOf, type Look } from './as-it-stands';
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
import { defineField, removeField, updateDevice, updateNumber } from './field-intents';
import { acceptGrant, giveGrant, recallGrant, returnGrant } from './grant-intents';
import { removePlan, savePlan } from './plan-intents';
import { reclaimReservation, releaseReservation, takeReservation } from './reservation-intents';
import { renewBlock, setPrice } from './price-intents';
import { shortenHistory } from './shorten-history';
import { addType, retireType, updateType } from './type-intents';
import { batch, undo } from './compound-intents';
import type { Intent } from './definition';
import { copyGroup, createGroup, deleteGroup, generateGroups, moveGroup, updateGroup } from './group-intents';
import { setReminder, setRestriction } from './limit-intents';
import { acceptKey, certifyKey, enableKeys, inviteKey, protectAccount, revokeKey, rotateKey } from './key-intents';
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
  renameMenu,
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

/** Every intent that is judged and made by a definition of its own. A new one is a definition, and a line here. */
export const intents = [
  openAccount,
  updateAccount,
  setUnit,
  createGroup,
  updateGroup,
  moveGroup,
  deleteGroup,
  generateGroups,
  copyGroup,
  setRestriction,
  addBlock,
  setAllocation,
  updateBlock,
  removeBlock,
  setPrice,
  addType,
  updateType,
  retireType,
  renewBlock,
  takeReservation,
  releaseReservation,
  reclaimReservation,
  giveGrant,
  acceptGrant,
  recallGrant,
  returnGrant,
  defineField,
  removeField,
  updateDevice,
  updateNumber,
  savePlan,
  removePlan,
  createUser,
  updateUser,
  moveUser,
  archiveUser,
  restoreUser,
  removeUser,
  setAdministrator,
  assignSeat,
  releaseSeat,
  changeSeatType,
  changeSeatNumber,
  reassignSeat,
  dissolveFreeSeat,
  setAllowance,
  addNumber,
  addRange,
  attachNumber,
  detachNumber,
  removeNumber,
  createMenu,
  renameMenu,
  setMenuMembers,
  removeMenuIntent,
  registerDevice,
  moveDevice,
  removeDeviceIntent,
  defineRole,
  removeRole,
  openRequest,
  resolveRequest,
  setReminder,
  protectAccount,
  enableKeys,
  inviteKey,
  acceptKey,
  certifyKey,
  rotateKey,
  revokeKey,
  shortenHistory,
] as const;

type AnyIntent = (typeof intents)[number] | typeof batch | typeof undo;
type ShapeOf<N extends IntentName> = Extract<AnyIntent, { readonly name: N }>['args'];

export type IntentName = AnyIntent['name'];
/** Arguments as a caller may write them. */
export type IntentArguments<N extends IntentName> = z.input<ShapeOf<N>>;
/** Arguments after parsing: normalised, with defaults. */
export type ParsedArguments<N extends IntentName> = z.output<ShapeOf<N>>;

const shapes: ReadonlyMap<string, { readonly args: z.ZodType }> = new Map(
  [...intents, batch, undo].map((intent) => [intent.name, intent]),
);
const looks: ReadonlyMap<string, Look> = new Map(
  [...intents, batch, undo].map((intent) => [intent.name, lookOf(intent.args)]),
);
const definitions: ReadonlyMap<string, Intent> = new Map(intents.map((intent: Intent) => [intent.name, intent]));

export const intentNames: readonly IntentName[] = [...intents, batch, undo].map(({ name }) => name);

/** Tells whether a text names an intent. */
export function isIntentName(text: string): text is IntentName {
  return shapes.has(text);
}

/** Shape of an intent's arguments. */
export function shapeOf(name: IntentName): z.ZodType {
  return (shapes.get(name) as { readonly args: z.ZodType }).args;
}

/** Tells whether arguments of an intent are, at a glance, right as they stand under the newest rules. */
export function areRightAsTheyStand(name: IntentName, args: unknown): boolean {
  return looks.get(name)?.(args) === true;
}

/** Definition of an intent; none for those that are made of others. */
export function intentNamed(name: IntentName): Intent | undefined {
  return definitions.get(name);
}
