import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const placeSchema = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().min(640).max(20_000),
  height: z.int().min(400).max(20_000),
  maximised: z.boolean(),
});

/** Place of the window, in device-independent pixels. */
export type WindowBounds = z.infer<typeof placeSchema>;

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function readWindowBounds(profile: string): WindowBounds | null {
  try {
    return placeSchema.parse(JSON.parse(readFileSync(fileIn(profile), 'utf8')));
  } catch {
    return null;
  }
}

export function writeWindowBounds(profile: string, place: WindowBounds): void {
  try {
    writeFileSync(fileIn(profile), JSON.stringify(place));
  } catch {
    // A place that cannot be kept is forgotten; nothing else depends on it.
  }
}

/** Tells whether enough of the title bar is on one of the screens to take hold of it: a screen may be gone since. */
export function isReachable(place: Area, screens: readonly Area[]): boolean {
  const grip = 100;
  return screens.some(
    (screen) =>
      place.x + place.width >= screen.x + grip &&
      place.x <= screen.x + screen.width - grip &&
      place.y >= screen.y &&
      place.y <= screen.y + screen.height - grip,
  );
}

function fileIn(profile: string): string {
  return path.join(profile, 'window.json');
}
