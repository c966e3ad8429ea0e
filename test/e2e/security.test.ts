import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchTrellis, type TrellisWindow } from '../support/trellis-window';

describe('the window', () => {
  let trellis: TrellisWindow;
  let outside: Server;
  let outsideAddress: string;
  let outsideVisits = 0;

  beforeAll(async () => {
    outside = createServer((_request, response) => {
      outsideVisits += 1;
      response.setHeader('access-control-allow-origin', '*').end('<p>outside</p>');
    });
    await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve));
    outsideAddress = `http://127.0.0.1:${String((outside.address() as AddressInfo).port)}/`;
    trellis = await launchTrellis();
  });

  afterAll(async () => {
    await trellis.close();
    outside.close();
  });

  it('is served from app://trellis with the content policy as a header', async () => {
    const page = await trellis.page.evaluate(async () => {
      const response = await fetch(location.href);
      return {
        origin: `${location.protocol}//${location.host}`,
        policy: response.headers.get('content-security-policy'),
      };
    });
    expect(page.origin).toBe('app://trellis');
    expect(page.policy).toContain(`default-src 'none'`);
    expect(page.policy).toContain(`script-src 'self'`);
    expect(page.policy).not.toContain('unsafe');
  });

  it('shows its pages, menus and dialogs without breaking its own content policy', async () => {
    const sample = await launchTrellis({ sample: true });
    await sample.page.reload();
    await sample.page.getByRole('treeitem').first().waitFor();
    await sample.page.keyboard.press('Control+k');
    await sample.page.getByRole('dialog').waitFor();
    await sample.page.keyboard.press('Escape');
    expect(sample.consoleErrors).toEqual([]);
    await sample.close();
  });

  it('has no Node: neither require nor process nor Buffer', async () => {
    const kinds = await trellis.page.evaluate(() =>
      ['require', 'process', 'Buffer', 'module', 'global'].map((name) => typeof Reflect.get(globalThis, name)),
    );
    expect(kinds).toEqual(['undefined', 'undefined', 'undefined', 'undefined', 'undefined']);
  });

  it('runs in the sandbox, isolated from the preload, and cannot host other pages', async () => {
    const preferences = await trellis.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>;
      };
      return contents.getLastWebPreferences();
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
    });
  });

  it('cannot change what the preload put there', async () => {
    const kept = await trellis.page.evaluate(async () => {
      try {
        Object.assign(window.trellis.call, { 'app.info': () => 'mine' });
      } catch {
        // Frozen things may throw; what counts is what is there afterwards.
      }
      return await window.trellis.call['app.info']({});
    });
    expect(kept).toMatchObject({ ok: true, value: { version: '0.1.0' } });
  });

  it('cannot make code from text, nor run a script written into the page', async () => {
    const outcome = await trellis.page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.intruder = true';
      document.head.append(script);
      return Reflect.has(globalThis, 'intruder');
    });
    expect(outcome).toBe(false);
    const viaText = await trellis.page.evaluate(() => {
      const button = document.createElement('button');
      button.setAttribute('onclick', 'window.intruder = true');
      document.body.append(button);
      button.click();
      button.remove();
      return Reflect.has(globalThis, 'intruder');
    });
    expect(viaText).toBe(false);
    // Later, in a task of the page's own: what a test evaluates directly is exempt from the policy.
    const viaFunction = await trellis.page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          setTimeout(() => {
            try {
              resolve(String(new Function('return "made"')()));
            } catch (error) {
              resolve((error as Error).name);
            }
          });
        }),
    );
    expect(viaFunction).toBe('EvalError');
  });

  it.each(['fetch', 'image', 'socket', 'beacon', 'frame'] as const)('reaches no server by %s', async (way) => {
    await trellis.page.evaluate(reachOut, { way, address: outsideAddress });
    expect(outsideVisits).toBe(0);
  });

  it('reaches no server even where the content policy would let it', async () => {
    const cancelled = await trellis.app.evaluate(async ({ session }, address) => {
      const answer = await session.defaultSession.fetch(address).then(
        () => 'answered',
        () => 'cancelled',
      );
      return answer;
    }, outsideAddress);
    expect(cancelled).toBe('cancelled');
    expect(outsideVisits).toBe(0);
  });

  it.each([
    '../main/index.js',
    '..%2fmain%2findex.js',
    '%2e%2e/main/index.js',
    '../../../package.json',
    '..%5cmain%5cindex.js',
    'missing.js',
  ])('serves nothing outside its own folder: %s', async (place) => {
    const status = await trellis.page.evaluate(async (name) => (await fetch(`app://trellis/${name}`)).status, place);
    expect(status).toBe(404);
  });

  it('is the only host of its scheme', async () => {
    const answer = await trellis.page.evaluate(() =>
      fetch('app://elsewhere/index.html').then(
        (response) => response.status,
        () => 'refused',
      ),
    );
    expect(answer).toBe('refused');
  });

  it.each(['http', 'file', 'data'] as const)('does not navigate to a %s address', async (kind) => {
    const address = { http: outsideAddress, file: 'file:///etc/hostname', data: 'data:text/html,<p>other</p>' }[kind];
    await trellis.page.evaluate((target) => {
      const link = document.createElement('a');
      link.href = target;
      document.body.append(link);
      link.click();
      link.remove();
    }, address);
    await trellis.page.waitForTimeout(300);
    expect(trellis.page.url()).toBe('app://trellis/');
    expect(outsideVisits).toBe(0);
  });

  it('opens no other windows, and hands only listed pages to the system', async () => {
    await trellis.app.evaluate(({ shell }) => {
      const opened: string[] = [];
      Object.assign(globalThis, { opened });
      shell.openExternal = (url) => {
        opened.push(url);
        return Promise.resolve();
      };
    });
    const handles = await trellis.page.evaluate(() =>
      [
        'https://www.w3.org/WAI/',
        'https://www.w3.org.evil.example/',
        'https://user@www.w3.org/',
        'http://www.w3.org/',
        'file:///etc/passwd',
        'javascript:alert(1)',
      ].map((address) => open(address) === null),
    );
    expect(handles).toEqual([true, true, true, true, true, true]);
    const seen = await trellis.app.evaluate(({ BrowserWindow }) => ({
      opened: Reflect.get(globalThis, 'opened') as string[],
      windows: BrowserWindow.getAllWindows().length,
    }));
    expect(seen).toEqual({ opened: ['https://www.w3.org/WAI/'], windows: 1 });
  });

  it('is denied every permission, whether it asks or looks', async () => {
    const answers = await trellis.page.evaluate(async () => ({
      notification: await Notification.requestPermission(),
      place: await new Promise((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('given'),
          (error) => resolve(error.code === error.PERMISSION_DENIED ? 'denied' : 'other'),
        ),
      ),
      camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
        () => 'given',
        () => 'denied',
      ),
      clipboard: await navigator.clipboard.readText().then(
        () => 'given',
        () => 'denied',
      ),
      looked: (await navigator.permissions.query({ name: 'geolocation' })).state,
    }));
    expect(answers).toEqual({
      notification: 'denied',
      place: 'denied',
      camera: 'denied',
      clipboard: 'denied',
      looked: 'denied',
    });
  });

  it('gets no download', async () => {
    const started = await trellis.app.evaluate(
      ({ session, BrowserWindow }) =>
        new Promise<string>((resolve) => {
          session.defaultSession.once('will-download', (event) =>
            setImmediate(() => resolve(event.defaultPrevented ? 'prevented' : 'started')),
          );
          BrowserWindow.getAllWindows()[0]?.webContents.downloadURL('data:text/plain,hello');
        }),
    );
    expect(started).toBe('prevented');
  });
});

describe('a channel', () => {
  let trellis: TrellisWindow;

  beforeAll(async () => {
    trellis = await launchTrellis();
  });

  afterAll(() => trellis.close());

  it('answers the window', async () => {
    const answer = await trellis.page.evaluate(() => window.trellis.call['app.info']({}));
    expect(answer).toMatchObject({ ok: true, value: { opening: 'first-start' } });
  });

  it('refuses a request that is not of its shape, and says where', async () => {
    const answer = await trellis.page.evaluate(() =>
      window.trellis.call['window.setTheme']({ theme: 'pink' } as never),
    );
    expect(answer).toMatchObject({ ok: false, failure: { kind: 'bad-request', problems: [{ path: 'theme' }] } });
  });

  it('refuses keys it does not know', async () => {
    const answer = await trellis.page.evaluate(() => window.trellis.call['app.openLog']({ path: '/etc' } as never));
    expect(answer).toMatchObject({ ok: false, failure: { kind: 'bad-request' } });
  });

  it('refuses a page of another origin, even in contents that carry the preload', async () => {
    const answer = await askFrom(trellis, 'data:text/html,<p>other</p>');
    expect(answer).toEqual({ ok: false, failure: { kind: 'not-allowed' } });
  });

  it('refuses contents that are not the window, even from the right origin', async () => {
    const answer = await askFrom(trellis, 'app://trellis/');
    expect(answer).toEqual({ ok: false, failure: { kind: 'not-allowed' } });
  });

  it('hands a link to the system only when it is listed', async () => {
    const answer = await trellis.page.evaluate(() =>
      window.trellis.call['app.openLink']({ url: 'https://www.w3.org.evil.example/' }),
    );
    expect(answer).toEqual({ ok: false, failure: { kind: 'link-not-allowed' } });
  });

  it('gives the folder the person chose, and nothing when they cancel', async () => {
    await trellis.chooseFolder('/somewhere');
    expect(await trellis.page.evaluate(() => window.trellis.call['app.chooseFolder']({}))).toEqual({
      ok: true,
      value: '/somewhere',
    });
    await trellis.chooseFolder(null);
    expect(await trellis.page.evaluate(() => window.trellis.call['app.chooseFolder']({}))).toEqual({
      ok: true,
      value: null,
    });
  });
});

describe('a second start with the same profile', () => {
  it('leaves the profile to the first', async () => {
    const first = await launchTrellis();
    await expect(launchTrellis({ profile: first.profile })).rejects.toThrow();
    expect(await first.page.evaluate(() => window.trellis.call['app.info']({}))).toMatchObject({ ok: true });
    await first.close();
  });
});

interface Reach {
  readonly way: 'fetch' | 'image' | 'socket' | 'beacon' | 'frame';
  readonly address: string;
}

async function reachOut({ way, address }: Reach): Promise<void> {
  const settled = (element: HTMLElement): Promise<void> =>
    new Promise((resolve) => {
      element.onload = () => resolve();
      element.onerror = () => resolve();
      setTimeout(resolve, 500);
    });
  if (way === 'fetch') {
    await fetch(address).catch(() => undefined);
  } else if (way === 'socket') {
    await new Promise<void>((resolve) => {
      try {
        const socket = new WebSocket(address.replace('http', 'ws'));
        socket.onopen = () => resolve();
        socket.onerror = () => resolve();
      } catch {
        resolve();
      }
    });
  } else if (way === 'beacon') {
    navigator.sendBeacon(address, 'hello');
    await new Promise((resolve) => setTimeout(resolve, 300));
  } else {
    const element = document.createElement(way === 'image' ? 'img' : 'iframe');
    const done = settled(element);
    element.src = address;
    document.body.append(element);
    await done;
    element.remove();
  }
}

/** Opens hidden contents with our preload, which the window's own code could never do, and asks from there. */
async function askFrom(trellis: TrellisWindow, address: string): Promise<unknown> {
  return trellis.app.evaluate(async ({ app, BrowserWindow }, target) => {
    const preload = `${app.getAppPath()}/dist/app/preload/index.js`;
    const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
    await other.loadURL(target);
    const answer: unknown = await other.webContents.executeJavaScript(`window.trellis.call['app.info']({})`);
    other.destroy();
    return answer;
  }, address);
}
