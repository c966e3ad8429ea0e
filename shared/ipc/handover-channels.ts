import { z } from 'zod';
import { openKinds, type Handover } from '../handover/handover';
import { groupKinds, groupStatuses, presentLifecycles } from '../model/vocabulary';
import { channel } from './channel';
import { languages } from '../kernel/language';

/** `not-printed`: the engine that lays out the pages ended before it was done. */
export type HandoverFailure =
  { readonly kind: 'full' | 'unwritable'; readonly detail: string } | { readonly kind: 'not-printed' };

/** Bounds far beyond any building, so that a page that is not ours cannot fill the memory of main. */
const mostPlaces = 200_000;
const text = z.string().max(2_000);
const name = z.string().max(500);
const names = z.array(name).max(mostPlaces);
const day = z.string().max(20);
const amount = z.number();

const place = z.strictObject({
  id: name,
  name,
  kind: z.enum(groupKinds),
  path: names,
  people: z
    .array(
      z.strictObject({
        name,
        role: name,
        lifecycle: z.enum([...presentLifecycles, 'archived']),
        license: name.nullable(),
        numbers: z.array(text).max(mostPlaces),
      }),
    )
    .max(mostPlaces),
  numbers: z.array(text).max(mostPlaces),
  devices: z.array(z.strictObject({ model: name, serial: name })).max(mostPlaces),
});

const handover: z.ZodType<Handover> = z.strictObject({
  groupId: name,
  name,
  kind: z.enum(groupKinds),
  code: name,
  status: z.enum(groupStatuses),
  account: name,
  path: names,
  day,
  sharedPool: name.nullable(),
  counts: z.array(z.strictObject({ kind: z.enum(groupKinds), count: amount })).max(100),
  sections: z
    .array(
      z.strictObject({ id: name, name, kind: z.enum(groupKinds), path: names, places: z.array(place).max(mostPlaces) }),
    )
    .max(mostPlaces),
  licenses: z
    .array(
      z.strictObject({
        groupName: name,
        license: name,
        quantity: amount,
        validFrom: day.nullable(),
        validUntil: day.nullable(),
      }),
    )
    .max(mostPlaces),
  open: z
    .array(
      z.strictObject({
        kind: z.enum(openKinds),
        names,
        place: name,
        license: name.nullable(),
        quantity: amount.nullable(),
        day: day.nullable(),
      }),
    )
    .max(mostPlaces),
});

const id = z.string().min(1).max(100);

/** Papers of a handover: `handover.*`. Where they go is asked by main, in a dialog of the system. */
export const handoverChannels = {
  /** Makes the papers in a new folder, and says its name and its files; `null` where the person cancelled. */
  'handover.print': channel<{ readonly folder: string; readonly files: readonly string[] } | null, HandoverFailure>()(
    z.strictObject({ id, handover, language: z.enum(languages), cards: z.boolean() }),
  ),
  /** Gives the papers up that are being made; nothing of them stays. */
  'handover.cancel': channel<null>()(z.strictObject({ id })),
} as const;
