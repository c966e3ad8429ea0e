/** A place in a database: which servers may have it, as whom, and how the way there is protected. Never a password. */
export interface PostgresAddress {
  readonly hosts: readonly PostgresHost[];
  readonly user: string | null;
  readonly database: string;
  /** The ledger's name in the database, which holds any number of them. */
  readonly place: string;
  /** `off` only where it was asked for, or where the way does not leave this machine. */
  readonly tls: 'verified' | 'off';
  /** File with the certificates to trust instead of those the system trusts. */
  readonly ca: string | null;
}

export interface PostgresHost {
  readonly host: string;
  readonly port: number;
}

const ordinaryPlace = 'main';
const ordinaryPort = 5432;
const shape = /^postgres(?:ql)?:\/\/(?:([^@/?#]*)@)?([^/?#]+)\/([^/?#]+)(?:\/([^/?#]*))?\/?(?:\?([^#]*))?$/i;
const hostShape = /^(\[[0-9a-f:.]+\]|[^:[\]]+)(?::(\d{1,5}))?$/i;

function hostOf(text: string): PostgresHost | null {
  const [, host, port] = hostShape.exec(text) ?? [];
  if (host === undefined) return null;
  return { host: host.replace(/^\[|\]$/g, '').toLowerCase(), port: port === undefined ? ordinaryPort : Number(port) };
}

function isThisMachine({ host }: PostgresHost): boolean {
  return host === 'localhost' || host === '::1' || /^127\./.test(host);
}

/** Reads `tls`, or `sslmode` as other programs call it; `null` for what is neither. */
function tlsOf(parameters: URLSearchParams, hosts: readonly PostgresHost[]): PostgresAddress['tls'] | null {
  const asked = parameters.get('tls') ?? parameters.get('sslmode');
  if (asked === null) return hosts.every(isThisMachine) ? 'off' : 'verified';
  if (asked === 'off' || asked === 'disable') return 'off';
  return ['verified', 'require', 'verify-ca', 'verify-full'].includes(asked) ? 'verified' : null;
}

export interface PostgresReading {
  readonly address: PostgresAddress;
  /** A password that stood in the address: for this process only, never written down. */
  readonly password: string | null;
}

/**
 * Reads `postgres://user@host:port,other:port/database/ledger?tls=…&ca=…`; `null` when it is something else. Several hosts
 * are servers of one cluster: the one that takes writes is found. Without a ledger's name it is `main`.
 */
export function readPostgresAddress(text: string): PostgresReading | null {
  const [, userPart, hostPart, database, place, query] = shape.exec(text.trim()) ?? [];
  if (hostPart === undefined || database === undefined) return null;
  const hosts = hostPart.split(',').map(hostOf);
  const parameters = new URLSearchParams(query ?? '');
  if ([...parameters.keys()].some((key) => !['tls', 'sslmode', 'ca'].includes(key))) return null;
  const known = hosts.filter((host) => host !== null);
  const tls = tlsOf(parameters, known);
  if (known.length !== hosts.length || tls === null) return null;
  try {
    const [user, password] = (userPart ?? '').split(/:(.*)/s).map(decodeURIComponent);
    return {
      address: {
        hosts: known,
        user: user === undefined || user === '' ? null : user,
        database: decodeURIComponent(database),
        place: place === undefined || place === '' ? ordinaryPlace : decodeURIComponent(place),
        tls,
        ca: parameters.get('ca'),
      },
      password: password === undefined || password === '' ? null : password,
    };
  } catch {
    return null;
  }
}

/** The one written form of an address. It holds no password. */
export function writePostgresAddress({ hosts, user, database, place, tls, ca }: PostgresAddress): string {
  const who = user === null ? '' : `${encodeURIComponent(user)}@`;
  const where = hosts.map(({ host, port }) => `${host.includes(':') ? `[${host}]` : host}:${port}`).join(',');
  const parameters = new URLSearchParams();
  if (tls !== (hosts.every(isThisMachine) ? 'off' : 'verified')) parameters.set('tls', tls);
  if (ca !== null) parameters.set('ca', ca);
  const query = parameters.size === 0 ? '' : `?${parameters.toString()}`;
  return `postgres://${who}${where}/${encodeURIComponent(database)}/${encodeURIComponent(place)}${query}`;
}
