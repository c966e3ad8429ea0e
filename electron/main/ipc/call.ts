import { failed } from '#core/kernel/result';
import type { Answer, CallFailure, Channel } from '#core/ipc/channel';
import type { Caller } from './handlers';

/** Caller as far as it is known, read from the event before anything else. */
export interface Sender {
  readonly contentsId: number;
  /** Address of the frame that calls; `null` when it is already gone. */
  readonly frameUrl: string | null;
  readonly isMainFrame: boolean;
}

export interface Trust {
  /** Tells whether these contents are a window of ours. */
  readonly isOurWindow: (contentsId: number) => boolean;
  /** Scheme and host that our pages come from, such as `app://trellis`. */
  readonly origin: string;
}

/** Known contents, main frame, exact origin: all three, or the call is not answered. */
export function isTrusted(sender: Sender, trust: Trust): boolean {
  return (
    sender.frameUrl !== null &&
    sender.isMainFrame &&
    trust.isOurWindow(sender.contentsId) &&
    originOf(sender.frameUrl) === trust.origin
  );
}

/** `URL.origin` is "null" for schemes it does not know, so the parts are put together here. */
export function originOf(address: string): string | null {
  try {
    const url = new URL(address);
    if (url.username !== '' || url.password !== '') return null;
    return `${url.protocol}//${url.host}`;
  } catch {
    return null;
  }
}

export type AnyHandler = (request: unknown, caller: Caller) => unknown;

/** Answers one call: checks the sender, parses the request, and keeps a handler's exception inside main. */
export async function answerCall(
  call: {
    readonly definition: Channel<unknown, unknown, unknown>;
    readonly handler: AnyHandler;
    readonly sender: Sender;
    readonly request: unknown;
  },
  trust: Trust,
  onDefect: (error: unknown) => void,
): Promise<Answer<unknown, unknown>> {
  if (!isTrusted(call.sender, trust)) return refuse({ kind: 'not-allowed' });
  const parsed = call.definition.request.safeParse(call.request);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      problem: issue.code ?? 'custom',
    }));
    return refuse({ kind: 'bad-request', problems });
  }
  try {
    const answer = await call.handler(parsed.data, { contentsId: call.sender.contentsId });
    return answer as Answer<unknown, unknown>;
  } catch (error) {
    onDefect(error);
    return refuse({ kind: 'defect' });
  }
}

function refuse(failure: CallFailure): Answer<never, CallFailure> {
  return failed(failure);
}
