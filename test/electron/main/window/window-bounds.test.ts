import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isReachable, readWindowBounds, writeWindowBounds } from '../../../../electron/main/window/window-bounds';

const place = { x: 10, y: 20, width: 1200, height: 800, maximised: false };
const screen = { x: 0, y: 0, width: 1920, height: 1080 };

describe('the place of the window', () => {
  let profile: string;
  beforeEach(() => {
    profile = mkdtempSync(path.join(tmpdir(), 'trellis-place-'));
  });
  afterEach(() => rmSync(profile, { recursive: true }));

  it('is found again as it was', () => {
    writeWindowBounds(profile, place);
    expect(readWindowBounds(profile)).toEqual(place);
  });

  it.each(['', '{', '{"x":1}', '{"x":1,"y":1,"width":1e9,"height":800,"maximised":false}'])(
    'is forgotten when its file holds %j',
    (text) => {
      writeFileSync(path.join(profile, 'window.json'), text);
      expect(readWindowBounds(profile)).toBeNull();
    },
  );

  it('is forgotten without a word when it cannot be written', () => {
    writeWindowBounds(path.join(profile, 'missing'), place);
    expect(readWindowBounds(path.join(profile, 'missing'))).toBeNull();
  });

  it('counts as reachable only while its title bar is on a screen', () => {
    expect(isReachable(place, [screen])).toBe(true);
    expect(isReachable({ ...place, x: 1900 }, [screen])).toBe(false);
    expect(isReachable({ ...place, x: -1150 }, [screen])).toBe(false);
    expect(isReachable({ ...place, y: -50 }, [screen])).toBe(false);
    expect(isReachable({ ...place, x: 2500 }, [screen, { ...screen, x: 1920 }])).toBe(true);
  });
});
