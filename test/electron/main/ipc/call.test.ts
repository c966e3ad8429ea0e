import { succeeded } from '#core/kernel/result';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { channel } from '#core/ipc/channel';
import {
  answerCall,
  isTrusted,
  originOf,
  type AnyHandler,
  type Sender,
  type Trust,
} from '../../../../electron/main/ipc/call';

const trust: Trust = { isOurWindow: (contentsId) => contentsId === 7, origin: 'app://trellis' };
const ourWindow: Sender = { contentsId: 7, frameUrl: 'app://trellis/', isMainFrame: true };
const definition = channel<string>()(z.strictObject({ count: z.int() }));

function call(request: unknown, sender: Sender = ourWindow, handler: AnyHandler = () => succeeded('done')) {
  const defects: unknown[] = [];
  const answer = answerCall({ definition, handler, sender, request }, trust, (error) => defects.push(error));
  return answer.then((value) => ({ value, defects }));
}

describe('a sender', () => {
  it('is trusted when it is the main frame of our window, showing our page', () => {
    expect(isTrusted(ourWindow, trust)).toBe(true);
  });

  it.each<[string, Partial<Sender>]>([
    ['contents we do not know', { contentsId: 8 }],
    ['a frame inside our page', { isMainFrame: false }],
    ['a frame that is gone', { frameUrl: null }],
    ['another host of our scheme', { frameUrl: 'app://trellis.evil/' }],
    ['our host with another scheme', { frameUrl: 'https://trellis/' }],
    ['our host as a user name', { frameUrl: 'app://trellis@evil/' }],
    ['a port on our host', { frameUrl: 'app://trellis:80/' }],
    ['an empty page', { frameUrl: 'about:blank' }],
    ['text that is no address', { frameUrl: 'trellis' }],
  ])('is not trusted when it is %s', (_case, difference) => {
    expect(isTrusted({ ...ourWindow, ...difference }, trust)).toBe(false);
  });

  it('has no origin when it names a user', () => {
    expect(originOf('app://someone@trellis/')).toBeNull();
  });
});

describe('a call', () => {
  it('reaches its handler with the parsed request', async () => {
    const { value } = await call({ count: 3 }, ourWindow, (request) => succeeded(request));
    expect(value).toEqual({ ok: true, value: { count: 3 } });
  });

  it.each([[undefined], [null], ['text'], [{}], [{ count: '3' }], [{ count: 3, more: true }], [[3]]])(
    'with the request %j never reaches its handler',
    async (request) => {
      let reached = false;
      const { value } = await call(request, ourWindow, () => {
        reached = true;
        return succeeded('done');
      });
      expect(value).toMatchObject({ ok: false, failure: { kind: 'bad-request' } });
      expect(reached).toBe(false);
    },
  );

  it('says where its request is wrong', async () => {
    const { value } = await call({ count: 'many' });
    expect(value).toMatchObject({ failure: { problems: [{ path: 'count', problem: 'invalid_type' }] } });
  });

  it('from elsewhere is refused before its request is even read', async () => {
    const { value } = await call({ wrong: true }, { ...ourWindow, isMainFrame: false });
    expect(value).toEqual({ ok: false, failure: { kind: 'not-allowed' } });
  });

  it('tells the window nothing of what a handler threw, and the log everything', async () => {
    const { value, defects } = await call({ count: 1 }, ourWindow, () => {
      throw new Error('/home/someone/secret');
    });
    expect(value).toEqual({ ok: false, failure: { kind: 'defect' } });
    expect(defects).toEqual([new Error('/home/someone/secret')]);
  });

  it('waits for a handler that takes its time, and keeps what it rejects with inside main', async () => {
    const { value } = await call({ count: 1 }, ourWindow, () => Promise.reject(new Error('later')));
    expect(value).toEqual({ ok: false, failure: { kind: 'defect' } });
  });
});
