import { describe, expect, it } from 'vitest';
import { launchOptions } from '../../../electron/main/launch-options';

function read(...argv: readonly string[]) {
  return launchOptions(argv, '/work');
}

describe('the command line', () => {
  it('asks for nothing when it is empty', () => {
    expect(read()).toEqual({
      profile: null,
      sample: false,
      screenshot: null,
      join: null,
      file: null,
      ringoverStandIn: null,
      standInPaceMs: null,
    });
  });

  it('takes values after a space or an equals sign, and makes them absolute', () => {
    expect(read('--profile', 'a', '--screenshot=b/c.png', '--sample')).toEqual({
      profile: '/work/a',
      sample: true,
      screenshot: '/work/b/c.png',
      join: null,
      file: null,
      ringoverStandIn: null,
      standInPaceMs: null,
    });
  });

  it('does not take the next switch for a value', () => {
    expect(read('--screenshot', '--sample')).toEqual({
      profile: null,
      sample: true,
      screenshot: null,
      join: null,
      file: null,
      ringoverStandIn: null,
      standInPaceMs: null,
    });
  });

  it('lets the switches of the browser engine pass', () => {
    expect(read('.', '--no-sandbox', '--disable-gpu', '--profile=/p')).toEqual({
      profile: '/p',
      sample: false,
      screenshot: null,
      join: null,
      file: null,
      ringoverStandIn: null,
      standInPaceMs: null,
    });
  });

  it('takes the folder to join from the working folder', () => {
    expect(read('--join', 'shared')).toMatchObject({ join: '/work/shared', ringoverStandIn: null });
  });

  it('takes the project file that a double click names, and nothing that belongs to an option', () => {
    expect(read('.', '--sample', 'site/sunrise.trellis').file).toBe('/work/site/sunrise.trellis');
    expect(read('/stick/Sunrise.TRELLIS').file).toBe('/stick/Sunrise.TRELLIS');
    expect(read('Licenses for Sunrise.trellis-grant').file).toBe('/work/Licenses for Sunrise.trellis-grant');
    expect(read('--profile', 'my.trellis', '--join', 'other.trellis').file).toBeNull();
  });

  it('lets only this computer stand in for a vendor', () => {
    const base = 'http://127.0.0.1:7410/v2';
    expect(read('--ringover-stand-in', base).ringoverStandIn).toBe(base);
    expect(read('--ringover-stand-in', 'https://elsewhere.example/v2').ringoverStandIn).toBeNull();
    expect(read('--ringover-stand-in', 'http://127.0.0.1.elsewhere.example/v2').ringoverStandIn).toBeNull();
  });

  it('takes another pace for a stand-in alone', () => {
    const base = 'http://127.0.0.1:7410/v2';
    expect(read(`--ringover-stand-in=${base}`, '--stand-in-pace=0').standInPaceMs).toBe(0);
    expect(read(`--ringover-stand-in=${base}`).standInPaceMs).toBeNull();
    expect(read(`--ringover-stand-in=${base}`, '--stand-in-pace=fast').standInPaceMs).toBeNull();
    expect(read('--stand-in-pace=0').standInPaceMs).toBeNull();
  });
});
