import { createServer } from 'node:net';

/** A server of a test that takes every letter and keeps it; a real one is in `mail-server.ts`. */
export interface Mailbox {
  readonly port: number;
  readonly letters: readonly string[];
  close(): Promise<void>;
}

export async function startMailbox(): Promise<Mailbox> {
  const letters: string[] = [];
  const server = createServer((socket) => {
    let letter: string | null = null;
    socket.on('error', () => undefined);
    socket.write('220 mailbox\r\n');
    socket.on('data', (chunk) => {
      const said = chunk.toString();
      if (letter !== null) {
        letter += said;
        if (!letter.endsWith('\r\n.\r\n')) return;
        letters.push(letter);
        letter = null;
        socket.write('250 kept\r\n');
      } else if (/^DATA/i.test(said)) {
        letter = '';
        socket.write('354 go on\r\n');
      } else if (/^QUIT/i.test(said)) socket.end('221 bye\r\n');
      else socket.write('250 fine\r\n');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as { readonly port: number }).port,
    letters,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}
