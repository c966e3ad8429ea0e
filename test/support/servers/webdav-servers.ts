import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, serverFolder, type ServerProcess, startServer, untilAnswers } from './server-process';

/** A WebDAV server of a test, with one user and one folder. */
export interface WebDavServer {
  readonly name: string;
  /** Address of the folder it serves, with the user and the password in it. */
  readonly url: string;
  /** The folder as it lies on this disk. */
  readonly folder: string;
  readonly process: ServerProcess;
  readonly stop: () => Promise<void>;
}

export const webDavUser = { user: 'anna', password: 'garden gate' } as const;

interface Setup {
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly stopSignal: NodeJS.Signals;
}

interface Place {
  /** For the server's own files. */
  readonly home: string;
  readonly files: string;
  readonly port: number;
}

const shaPassword = createHash('sha1').update(webDavUser.password).digest('base64');

async function start(name: string, prepare: (place: Place) => Setup): Promise<WebDavServer> {
  const folder = serverFolder(name);
  const place = { home: folder.path, files: join(folder.path, 'files'), port: await freePort() };
  chmodSync(folder.path, 0o755);
  mkdirSync(place.files);
  mkdirSync(join(place.home, 'tmp'));
  for (const writable of [place.home, place.files, join(place.home, 'tmp')]) chmodSync(writable, 0o777);
  writeFileSync(join(place.home, 'passwords'), `${webDavUser.user}:{SHA}${shaPassword}\n`);
  const { program, args, env, stopSignal } = prepare(place);
  const server = startServer({ program, args, cwd: place.home, ...(env === undefined ? {} : { env }) });
  const origin = `127.0.0.1:${place.port}/`;
  await untilAnswers(server, () =>
    fetch(`http://${origin}`, { method: 'OPTIONS', headers: { authorization: basic() } }),
  );
  return {
    name,
    url: `http://${webDavUser.user}:${encodeURIComponent(webDavUser.password)}@${origin}`,
    folder: place.files,
    process: server,
    stop: async () => {
      await server.stop(stopSignal);
      folder.remove();
    },
  };
}

function basic(): string {
  return `Basic ${Buffer.from(`${webDavUser.user}:${webDavUser.password}`).toString('base64')}`;
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

export function startApache(): Promise<WebDavServer> {
  return start('apache', ({ home, files, port }) => {
    const config = join(home, 'apache.conf');
    const module = (name: string): string => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`;
    const modules = [
      'mpm_event',
      'authn_core',
      'authn_file',
      'authz_core',
      'authz_user',
      'auth_basic',
      'dav',
      'dav_fs',
    ];
    writeFileSync(
      config,
      `ServerRoot ${home}
PidFile ${home}/apache.pid
ErrorLog ${home}/error.log
ServerName 127.0.0.1
Listen 127.0.0.1:${port}
${modules.map(module).join('\n')}
${isRoot() ? 'User www-data\nGroup www-data' : ''}
DAVLockDB ${home}/tmp/locks
DAVMinTimeout 5
DocumentRoot ${files}
<Directory ${files}>
  Dav On
  AuthType Basic
  AuthName trellis
  AuthBasicProvider file
  AuthUserFile ${home}/passwords
  Require valid-user
</Directory>
`,
    );
    return { program: '/usr/sbin/apache2', args: ['-f', config, '-DFOREGROUND'], stopSignal: 'SIGTERM' };
  });
}

export function startNginx(): Promise<WebDavServer> {
  return start('nginx', ({ home, files, port }) => {
    const config = join(home, 'nginx.conf');
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
    writeFileSync(
      config,
      `load_module /usr/lib/nginx/modules/ngx_http_dav_ext_module.so;
${isRoot() ? 'user root;' : ''}
daemon off;
worker_processes 2;
pid ${home}/nginx.pid;
error_log ${home}/error.log;
events { worker_connections 256; }
http {
  access_log off;
  ${temporary.map((name) => `${name}_temp_path ${home}/tmp/${name};`).join('\n  ')}
  dav_ext_lock_zone zone=trellis:1m;
  server {
    listen 127.0.0.1:${port};
    root ${files};
    client_max_body_size 100m;
    auth_basic trellis;
    auth_basic_user_file ${home}/passwords;
    location / {
      dav_methods PUT DELETE MKCOL COPY MOVE;
      dav_ext_methods PROPFIND OPTIONS LOCK UNLOCK;
      dav_ext_lock zone=trellis;
    }
  }
}
`,
    );
    return {
      program: '/usr/sbin/nginx',
      args: ['-p', home, '-c', config, '-e', `${home}/error.log`],
      stopSignal: 'SIGTERM',
    };
  });
}

export function startLighttpd(): Promise<WebDavServer> {
  return start('lighttpd', ({ home, files, port }) => {
    const config = join(home, 'lighttpd.conf');
    writeFileSync(join(home, 'plain'), `${webDavUser.user}:${webDavUser.password}\n`);
    writeFileSync(
      config,
      `server.modules = ("mod_auth", "mod_authn_file", "mod_webdav")
server.document-root = "${files}"
server.bind = "127.0.0.1"
server.port = ${port}
server.errorlog = "${home}/error.log"
server.upload-dirs = ("${home}/tmp")
auth.backend = "plain"
auth.backend.plain.userfile = "${home}/plain"
auth.require = ("/" => ("method" => "basic", "realm" => "trellis", "require" => "valid-user"))
webdav.activate = "enable"
webdav.is-readonly = "disable"
webdav.sqlite-db-name = "${home}/tmp/locks.db"
`,
    );
    return { program: '/usr/sbin/lighttpd', args: ['-D', '-f', config], stopSignal: 'SIGTERM' };
  });
}

export function startSabre(): Promise<WebDavServer> {
  return start('sabre', ({ home, files, port }) => {
    const script = join(home, 'server.php');
    writeFileSync(
      script,
      `<?php
require_once '/usr/share/php/Sabre/autoload.php';
error_reporting(E_ALL & ~E_DEPRECATED & ~E_WARNING & ~E_NOTICE);
ini_set('display_errors', '0');
if (($_SERVER['PHP_AUTH_USER'] ?? '') !== '${webDavUser.user}' || ($_SERVER['PHP_AUTH_PW'] ?? '') !== '${webDavUser.password}') {
  header('WWW-Authenticate: Basic realm="trellis"', true, 401);
  exit;
}
$server = new Sabre\\DAV\\Server(new Sabre\\DAV\\FS\\Directory('${files}'));
$server->setBaseUri('/');
$server->addPlugin(new Sabre\\DAV\\Locks\\Plugin(new Sabre\\DAV\\Locks\\Backend\\File('${home}/tmp/locks')));
$server->exec();
`,
    );
    return {
      program: 'php',
      args: ['-d', 'opcache.enable_cli=1', '-S', `127.0.0.1:${port}`, script],
      env: { PHP_CLI_SERVER_WORKERS: '8' },
      stopSignal: 'SIGTERM',
    };
  });
}

/** The four kinds of server, with what each is started by. */
export const webDavServers = {
  apache: startApache,
  nginx: startNginx,
  lighttpd: startLighttpd,
  sabre: startSabre,
} as const;
