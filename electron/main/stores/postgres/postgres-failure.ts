import type { StoreFailure } from '#core/ledger/store';

/** Code of everything that a server says. Its severity is no use: a server that speaks German says `WARNUNG` and `FEHLER`. */
const serverCode = /^[0-9FHPX][0-9A-Z]{4}$/;

/** Fields of an error of the driver, read without trusting its type. */
function partsOf(error: unknown): { readonly code: string; readonly message: string } {
  const { code, message } = (typeof error === 'object' && error !== null ? error : {}) as Record<string, unknown>;
  return {
    code: typeof code === 'string' ? code : '',
    message: typeof message === 'string' ? message : String(error),
  };
}

const certificateCodes =
  /^(CERT_|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED_CERT|UNABLE_TO_(GET_ISSUER|VERIFY_LEAF)|ERR_TLS_CERT|HOSTNAME_MISMATCH)/;

const noTables =
  'The database has no tables of Trellis yet. Whoever looks after it makes them with “trellis store init”.';

/** Tells whether a table or function is missing: the database is of an older version. */
export function isWithoutTable(error: unknown): boolean {
  return ['42P01', '42883'].includes(partsOf(error).code);
}

/** The failure that an error of the server or of the way to it stands for. */
export function postgresFailureOf(error: unknown): StoreFailure {
  const { code, message } = partsOf(error);
  if (error instanceof TypeError || error instanceof RangeError) return { kind: 'defect', detail: message };
  if (certificateCodes.test(code)) {
    return { kind: 'forbidden', detail: `The server's certificate cannot be verified: ${message}` };
  }
  if (/does not support SSL/.test(message)) {
    return { kind: 'forbidden', detail: 'The server offers no encrypted connection.' };
  }
  if (/password must be a string|no password/i.test(message)) {
    return { kind: 'unauthorised', detail: 'The server asks for a password.' };
  }
  if (!serverCode.test(code)) return { kind: 'offline', detail: message };
  switch (code) {
    case '28000':
    case '28P01':
      return { kind: 'unauthorised', detail: message };
    case '42501':
      return { kind: 'forbidden', detail: message };
    case '3D000':
      return { kind: 'forbidden', detail: message };
    case '3F000':
    case '42P01':
    case '42883':
      return { kind: 'forbidden', detail: noTables };
    case '53100':
    case '58030':
      return { kind: 'full', detail: message };
    case '25006':
      return { kind: 'offline', detail: 'No server of the cluster takes writes at the moment.' };
    case '23505':
      return { kind: 'defect', detail: `A commit of this name is in the ledger already. ${message}` };
  }
  // Connection, transaction rollback, resources, operator: all of them pass.
  if (/^(08|40|53|55|57|58|XX)/.test(code)) return { kind: 'offline', detail: message };
  return { kind: 'defect', detail: `${code}: ${message}` };
}

/** Tells whether a server said this, and not the way to it. Whether the statement is undone shows what comes after it. */
export function isSaidByServer(error: unknown): boolean {
  return serverCode.test(partsOf(error).code);
}

/** Tells whether a notice is more than a remark, as the one that a wait for the standbys was given up. */
export function isWarning(notice: unknown): boolean {
  const { code } = partsOf(notice);
  return code !== '' && !code.startsWith('00');
}
