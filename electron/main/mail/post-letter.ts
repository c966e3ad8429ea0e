import { Readable } from 'node:stream';
import type { MailFailure, MailServer } from '#core/ipc/mail-channels';

/** A letter as bytes, and whom it goes to. */
export interface PostedLetter {
  readonly to: string;
  readonly bytes: Uint8Array;
}

export interface PostingWay {
  readonly server: MailServer;
  /** `null`: nobody signs in. */
  readonly password: string | null;
}

/** Milliseconds until a server counts as not reachable, and until a silent one as gone. */
export interface PostPatience {
  readonly connecting: number;
  readonly answering: number;
  /** Certificate (PEM) that is trusted in place of those that come with the runtime. */
  readonly trusts?: string;
}

const usualPatience: PostPatience = { connecting: 15_000, answering: 60_000 };

/** Answers of a server that wants somebody to sign in, or to do it otherwise (RFC 4954). */
const signInAnswers: ReadonlySet<number> = new Set([530, 534, 535, 538]);

/** Computers that are this one: nothing is heard by others on the way. */
const thisComputer: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '::1']);

/** Tells whether a password may go this way. */
export function keepsPassword({ host, security }: Pick<MailServer, 'host' | 'security'>): boolean {
  return security !== 'none' || thisComputer.has(host.toLowerCase());
}

interface PostError {
  readonly message: string;
  readonly code?: string;
  readonly command?: string;
  readonly response?: string;
  readonly responseCode?: number;
}

/**
 * Gives one letter to a server. `null` when it has taken it. A server that was reading the letter when it fell silent may have taken
 * it: that is `unsure`, and whoever calls must not send it again.
 */
export async function postLetter(
  { server, password }: PostingWay,
  { to, bytes }: PostedLetter,
  patience: PostPatience = usualPatience,
): Promise<MailFailure | null> {
  // A server that is not signed in to may refuse the person written to, for good: it is not even asked.
  if (server.user !== '' && password === null) return { kind: 'sign-in', detail: 'The password is not known any more' };
  const { default: SMTPConnection } = await import('nodemailer/lib/smtp-connection');
  const connection = new SMTPConnection({
    host: server.host,
    port: server.port,
    secure: server.security === 'tls',
    requireTLS: server.security === 'startTls',
    // Without encryption none is tried either: a certificate that nobody has checked would only look safe.
    ignoreTLS: server.security === 'none',
    connectionTimeout: patience.connecting,
    dnsTimeout: patience.connecting,
    greetingTimeout: patience.connecting,
    socketTimeout: patience.answering,
    ...(patience.trusts === undefined ? {} : { tls: { ca: patience.trusts } }),
  });
  let wasRead = false;
  // The connection reads it only once the server has agreed to sender and recipient: what failed before then surely did not go.
  const letter = Readable.from(
    (function* read() {
      wasRead = true;
      yield Buffer.from(bytes);
    })(),
  );
  try {
    await new Promise<void>((resolve, reject) => {
      const settle = (error?: Error | null): void => (error == null ? resolve() : reject(error));
      // Whatever breaks outside of a step is told here alone.
      connection.on('error', reject);
      connection.once('end', () => reject(new Error('The server closed the connection')));
      // eslint-disable-next-line no-restricted-syntax -- to a mail server, not to the window
      const send = (): void => connection.send({ from: server.from, to: [to] }, letter, settle);
      connection.connect((error) => {
        if (error !== undefined) return reject(error);
        if (password === null) return send();
        connection.login({ user: server.user, pass: password }, (refused) =>
          refused === null ? send() : reject(refused),
        );
      });
    });
    connection.quit();
    return null;
  } catch (error) {
    connection.close();
    return failureOf(error as PostError, wasRead);
  }
}

function failureOf(error: PostError, wasRead: boolean): MailFailure {
  const detail = error.response ?? error.message;
  const { responseCode: answer } = error;
  if (wasRead && answer === undefined) return { kind: 'unsure', detail };
  if (error.code === 'EAUTH' || (answer !== undefined && signInAnswers.has(answer))) return { kind: 'sign-in', detail };
  if (error.command === 'STARTTLS') return { kind: 'not-encrypted', detail };
  if (answer !== undefined && answer >= 400) return { kind: answer >= 500 ? 'refused' : 'later', detail };
  if (/certificate|self-signed|altnames|CERT_/i.test(error.message)) return { kind: 'certificate', detail };
  if (error.code === 'ETLS' || /wrong version number/i.test(error.message)) return { kind: 'not-encrypted', detail };
  return { kind: 'unreachable', detail };
}
