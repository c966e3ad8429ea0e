import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { letterBytes } from '../../electron/main/mail/letter';
import { postLetter, type PostPatience } from '../../electron/main/mail/post-letter';
import type { MailServer } from '../../shared/ipc/mail-channels';
import { mailPassword, mailUser, startMailServer, type MailServerHere } from '../support/servers/mail-server';

const plain: MailServer = { host: '127.0.0.1', port: 0, security: 'none', user: '', from: 'trellis@example.org' };
const letter = { to: ['ruth@example.org'], subject: '3 × Link Plus in Höfe end', text: 'Größe\n.\nwie getippt' };
const impatient: PostPatience = { connecting: 5_000, answering: 400 };

async function bytes(): Promise<Uint8Array> {
  return letterBytes(letter, { from: plain.from, messageId: '<one@example.org>' });
}

describe('a letter given to a real mail server', () => {
  let open: MailServerHere;
  let closed: MailServerHere;
  let tls: MailServerHere;
  beforeAll(async () => {
    [open, closed, tls] = await Promise.all([
      startMailServer(),
      startMailServer({ encrypts: true }),
      startMailServer({ encryptsFromTheFirstByte: true }),
    ]);
  });
  afterAll(() => Promise.all([open.stop(), closed.stop(), tls.stop()]));

  it('arrives once, word for word, a line with a single point included', async () => {
    expect(
      await postLetter(
        { server: { ...plain, port: open.port }, password: null },
        { to: 'ruth@example.org', bytes: await bytes() },
      ),
    ).toBeNull();
    await expect.poll(() => open.letters().length).toBe(1);
    const [arrived = ''] = open.letters();
    expect(arrived).toContain('Message-ID: <one@example.org>');
    expect(arrived).toContain('Auto-Submitted: auto-generated');
    expect(arrived).toMatch(/Subject: =\?UTF-8\?/);
    expect(arrived).toContain('Gr=C3=B6=C3=9Fe\n.\nwie getippt');
  });

  it.each([
    ['refused', 'nobody@example.org', 'no such person here'],
    ['refused', 'ruth@elsewhere.example', 'only for example.org'],
    ['later', 'busy@example.org', 'come back later'],
  ] as const)('is %s to %s in the words of the server', async (kind, to, said) => {
    const failure = await postLetter(
      { server: { ...plain, port: open.port }, password: null },
      { to, bytes: await bytes() },
    );
    expect(failure).toMatchObject({ kind });
    expect(failure?.detail).toContain(said);
  });

  it('is not given where the certificate is signed by nobody', async () => {
    const to = { to: 'ruth@example.org', bytes: await bytes() };
    const signedIn = { ...plain, user: mailUser };
    for (const [security, server] of [
      ['startTls', closed],
      ['tls', tls],
    ] as const)
      expect(
        await postLetter({ server: { ...signedIn, security, port: server.port }, password: mailPassword }, to),
      ).toMatchObject({ kind: 'certificate' });
  });

  it.each([
    ['startTls', 'encrypts after a greeting'],
    ['tls', 'encrypts from the first byte'],
  ] as const)('goes encrypted, and signed in, %s: the server %s', async (security, _how) => {
    const server = security === 'tls' ? tls : closed;
    const way = { ...plain, host: 'localhost', user: mailUser, security, port: server.port };
    const to = { to: 'ruth@example.org', bytes: await bytes() };
    const patience = { connecting: 15_000, answering: 60_000, trusts: server.certificate };
    expect(await postLetter({ server: way, password: 'wrong' }, to, patience)).toMatchObject({ kind: 'sign-in' });
    expect(await postLetter({ server: way, password: null }, to, patience)).toMatchObject({ kind: 'sign-in' });
    expect(await postLetter({ server: { ...way, user: '' }, password: null }, to, patience)).toMatchObject({
      kind: 'refused',
    });
    expect(await postLetter({ server: way, password: mailPassword }, to, patience)).toBeNull();
    await expect.poll(() => server.letters().length).toBe(1);
  });

  it('is not given in the clear to a server that does not encrypt, nor to one whose encryption is another', async () => {
    const to = { to: 'ruth@example.org', bytes: await bytes() };
    const server = { ...plain, user: mailUser };
    expect(
      await postLetter({ server: { ...server, security: 'startTls', port: open.port }, password: mailPassword }, to),
    ).toMatchObject({ kind: 'not-encrypted' });
    expect(
      await postLetter({ server: { ...server, security: 'tls', port: open.port }, password: mailPassword }, to),
    ).toMatchObject({ kind: 'not-encrypted' });
  });

  it('is not given where nobody listens', async () => {
    expect(
      await postLetter(
        { server: { ...plain, port: 1 }, password: null },
        { to: 'ruth@example.org', bytes: await bytes() },
      ),
    ).toMatchObject({ kind: 'unreachable' });
  });
});

/** A server that goes along up to a step, and then says nothing more, or hangs up. */
async function serverThatEnds(
  after: 'letter' | 'recipient',
  how: 'silent' | 'hangsUp',
): Promise<{ server: Server; port: number }> {
  const server = createServer((socket) => {
    let isLetter = false;
    const stop = (): void => void (how === 'hangsUp' && socket.destroy());
    socket.on('error', () => undefined);
    socket.write('220 stand-in\r\n');
    socket.on('data', (chunk) => {
      const line = chunk.toString();
      if (isLetter) return line.includes('\r\n.\r\n') ? stop() : undefined;
      if (/^DATA/i.test(line)) {
        isLetter = true;
        socket.write('354 go on\r\n');
      } else if (/^RCPT/i.test(line) && after === 'recipient') stop();
      else socket.write('250 fine\r\n');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, port: (server.address() as { readonly port: number }).port };
}

describe('a letter given to a server that falls silent', () => {
  it.each([
    ['letter', 'silent', 'unsure'],
    ['letter', 'hangsUp', 'unsure'],
    ['recipient', 'silent', 'unreachable'],
    ['recipient', 'hangsUp', 'unreachable'],
  ] as const)('after the %s, %s: %s', async (after, how, kind) => {
    const { server, port } = await serverThatEnds(after, how);
    const failure = await postLetter(
      { server: { ...plain, port }, password: null },
      { to: 'ruth@example.org', bytes: await bytes() },
      impatient,
    );
    expect(failure).toMatchObject({ kind });
    await new Promise((resolve) => server.close(resolve));
  });
});
