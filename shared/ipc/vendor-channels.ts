import { z } from 'zod';
import type { PanelReading } from '../vendors/panel';
import type { RingoverAccount } from '../vendors/ringover';
import type { PanelReport, SentCall } from '../vendors/sent';
import type { VendorFailure } from '../vendors/vendor-failure';
import { channel } from './channel';

/** The key of an office's account there: whether main has it, and whether it is kept beyond the end of the application. */
export interface RingoverKey {
  readonly isKnown: boolean;
  readonly isKept: boolean;
}

/** An account that was reached with a key. */
export interface ConnectedRingover {
  readonly team: string;
  readonly isKept: boolean;
}

const ledger = z.string().min(1).max(200);
const job = z.string().min(1).max(100);
const vendorId = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);
const phoneNumber = z.string().regex(/^\+\d{7,15}$/);
const line = z.string().max(200);

/** Calls that may go out. Deleting is none of them. */
const ringoverCall = z.discriminatedUnion('call', [
  z.strictObject({
    call: z.literal('invite'),
    userId: z.string().min(1).max(64),
    firstName: line,
    lastName: line,
    email: z.string().min(3).max(320),
    number: phoneNumber.nullable(),
    planId: vendorId,
    invitedBy: vendorId,
  }),
  z.strictObject({ call: z.literal('archive'), vendorUser: vendorId }),
  z.strictObject({
    call: z.literal('route'),
    number: phoneNumber,
    to: z.strictObject({ kind: z.enum(['user', 'ivr']), id: vendorId }),
  }),
  z.strictObject({
    call: z.enum(['addMembers', 'removeMembers']),
    vendorGroup: vendorId,
    vendorUsers: z.array(vendorId).min(1).max(10_000).readonly(),
  }),
]);

const panel = {
  job,
  ledger,
  address: z.string().min(1).max(300),
  user: z.string().min(1).max(100),
};

const panelItem = z.strictObject({
  linkId: z.uuid(),
  address: z.strictObject({
    building: z.int().min(1).max(9_999),
    unit: z.int().min(0).max(99),
    floor: z.int().min(0).max(98),
    room: z.int().min(0).max(99),
  }),
  name: line,
  residents: z.int().min(0).max(1_000_000),
});

/**
 * The vendors' own systems: `vendors.*`. Keys and passwords go to main and never come back. What takes long has a `job`, by which its
 * progress is announced and by which it is stopped.
 */
export const vendorChannels = {
  'vendors.ringoverKey': channel<RingoverKey>()(z.strictObject({ ledger })),
  /** Tries a key, and keeps it where it is one. */
  'vendors.ringoverConnect': channel<ConnectedRingover, VendorFailure>()(
    z.strictObject({ ledger, job, key: z.string().max(300) }),
  ),
  'vendors.ringoverForget': channel<null>()(z.strictObject({ ledger })),
  'vendors.ringoverRead': channel<RingoverAccount, VendorFailure>()(z.strictObject({ ledger, job })),
  /** Sends what was shown. Answers the fate of every call, also where it is stopped. */
  'vendors.ringoverPush': channel<readonly SentCall[], VendorFailure>()(
    z.strictObject({ ledger, job, calls: z.array(ringoverCall).min(1).max(10_000).readonly() }),
  ),
  /** Reads a panel. A password that is left out is the one that was given before. */
  'vendors.panelRead': channel<PanelReading, VendorFailure>()(
    z.strictObject({ ...panel, password: z.string().max(200).nullable(), keeps: z.boolean() }),
  ),
  'vendors.panelWrite': channel<PanelReport, VendorFailure>()(
    z.strictObject({ ...panel, items: z.array(panelItem).min(1).max(10_000).readonly() }),
  ),
  'vendors.stop': channel<null>()(z.strictObject({ job })),
} as const;
