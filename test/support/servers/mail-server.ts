import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { freePort, serverFolder, startServer, untilAnswers, type ServerProcess } from './server-process';

/** A real Exim on this machine that keeps what it gets for `example.org`, each as a file. */
export interface MailServerHere {
  readonly port: number;
  /** Letters that were delivered, in no order. */
  readonly letters: () => readonly string[];
  readonly server: ServerProcess;
  /** Its own certificate (PEM); empty where it has none. */
  readonly certificate: string;
  stop(): Promise<void>;
}

export interface MailServerWishes {
  /** Encryption after a greeting is offered, and nobody signs in without. */
  readonly encrypts?: boolean;
  /** From the first byte on. */
  readonly encryptsFromTheFirstByte?: boolean;
}

export const mailUser = 'trellis';
export const mailPassword = 'correct horse';

function settingsOf(folder: string, port: number, { encrypts, encryptsFromTheFirstByte }: MailServerWishes): string {
  const isEncrypted = encrypts === true || encryptsFromTheFirstByte === true;
  return `
primary_hostname = mail.example.org
local_interfaces = 127.0.0.1
daemon_smtp_ports = ${String(port)}
${encryptsFromTheFirstByte === true ? `tls_on_connect_ports = ${String(port)}` : ''}
spool_directory = ${folder}/spool
log_file_path = ${folder}/spool/%slog
pid_file_path = ${folder}/exim.pid
keep_environment =
never_users =
host_lookup =
rfc1413_query_timeout = 0s
tls_advertise_hosts = ${isEncrypted ? '*' : ''}
${isEncrypted ? `tls_certificate = ${folder}/certificate.pem\ntls_privatekey = ${folder}/key.pem` : ''}
auth_advertise_hosts = ${isEncrypted ? '${if eq{$tls_in_cipher}{}{}{*}}' : ''}
acl_smtp_rcpt = rcpt

begin acl
rcpt:
  ${isEncrypted ? 'deny  !authenticated = *\n        message = sign in first' : ''}
  deny  local_parts = nobody
        message = no such person here
  defer local_parts = busy
        message = come back later
  accept domains = example.org
  deny  message = only for example.org
begin routers
all:
  driver = accept
  transport = file

begin transports
file:
  driver = appendfile
  directory = ${folder}/mail
  maildir_format
  create_directory

begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = \${if and{{eq{$auth2}{${mailUser}}}{eq{$auth3}{${mailPassword}}}}}
  server_set_id = $auth2
`;
}

/** Certificate of this machine alone, which nobody has signed but itself. */
function certify(folder: string): void {
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'],
      ...['-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'],
      ...['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'certificate.pem')],
    ],
    { stdio: 'ignore' },
  );
}

/** Starts it on a port of its own, with nothing of the system's own mail. */
export async function startMailServer(wishes: MailServerWishes = {}): Promise<MailServerHere> {
  const { path: folder, remove } = serverFolder('mail');
  const port = await freePort();
  mkdirSync(join(folder, 'spool'));
  if (wishes.encrypts === true || wishes.encryptsFromTheFirstByte === true) certify(folder);
  const settings = join(folder, 'exim.conf');
  writeFileSync(settings, settingsOf(folder, port, wishes), { mode: 0o644 });
  if (process.getuid?.() === 0) execFileSync('chown', ['-R', 'Debian-exim:', folder]);
  const server = startServer({ program: '/usr/sbin/exim4', args: ['-bdf', '-C', settings], user: 'Debian-exim' });
  await untilAnswers(
    server,
    () =>
      new Promise<void>((resolve, reject) => {
        const socket = connect(port, '127.0.0.1', () => {
          socket.destroy();
          resolve();
        });
        socket.once('error', reject);
      }),
  );
  const delivered = join(folder, 'mail', 'new');
  return {
    port,
    server,
    certificate: existsSync(join(folder, 'certificate.pem'))
      ? readFileSync(join(folder, 'certificate.pem'), 'utf8')
      : '',
    letters: () =>
      existsSync(delivered) ? readdirSync(delivered).map((name) => readFileSync(join(delivered, name), 'utf8')) : [],
    stop: async () => {
      await server.stop();
      remove();
    },
  };
}
