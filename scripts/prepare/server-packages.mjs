import { existsSync } from 'node:fs';
import { installPackages, installsPackages, isInstalled } from './debian.mjs';
import { Advice } from './say.mjs';

/** The servers that the tests start on this machine: each by its Debian package, with a file that shows that it is there. */
const servers = [
  ['postgresql', '/usr/lib/postgresql'],
  ['pgbouncer', '/usr/sbin/pgbouncer'],
  ['openssl', '/usr/bin/openssl'],
  ['patroni', '/usr/bin/patroni'],
  ['etcd-server', '/usr/bin/etcd'],
  ['iproute2', '/usr/bin/ip'],
  ['apache2-bin', '/usr/sbin/apache2'],
  ['nginx', '/usr/sbin/nginx'],
  ['libnginx-mod-http-dav-ext', '/usr/lib/nginx/modules/ngx_http_dav_ext_module.so'],
  ['lighttpd', '/usr/sbin/lighttpd'],
  ['lighttpd-mod-webdav', '/usr/lib/lighttpd/mod_webdav.so'],
  ['php-cli', '/usr/bin/php'],
  ['php-sabre-dav', '/usr/share/php/Sabre/DAV/Server.php'],
  ['exim4-daemon-light', '/usr/sbin/exim4'],
];

/** Real servers for the tests: installed on Debian as root, named elsewhere. */
export async function ensureServerPackages() {
  const missing = () => servers.filter(([, file]) => !existsSync(file)).map(([name]) => name);
  if (missing().length === 0) return;
  if (installsPackages()) await installPackages(missing().filter((name) => !isInstalled(name)));
  const absent = missing();
  if (absent.length === 0) return;
  throw new Advice(
    `the tests of stores and mail talk to real servers on this machine, and these are missing: ${absent.join(', ')}.\n` +
      `On Debian 12: sudo apt-get install ${absent.join(' ')}\n` +
      'Elsewhere run these tests in a Debian 12 container. They start the servers themselves, on ports of their own.',
  );
}
