import type { StoreFailure } from '#core/ledger/store';
import { NoReply, type WebDavReply } from './webdav-client';

/** Failure where the folder itself is missing. */
export const notOnServer: StoreFailure = {
  kind: 'offline',
  detail: 'The folder is not on the server. It may have been moved, or a drive is missing.',
};

/** The failure that an answer stands for which is not the one that was hoped for. */
export function failureOfReply({ status, headers }: WebDavReply, doing: string): StoreFailure {
  const answer = `The server answered ${status} to ${doing}.`;
  switch (status) {
    case 401:
      return { kind: 'unauthorised', detail: 'The server does not accept this user and password.' };
    case 403:
      return { kind: 'forbidden', detail: answer };
    case 404:
      return notOnServer;
    case 405:
    case 501:
      return { kind: 'forbidden', detail: `${answer} It is no WebDAV folder, or one without writing.` };
    case 409:
      return { kind: 'offline', detail: `${answer} A folder on the way there is missing.` };
    case 413:
      return { kind: 'full', detail: `${answer} It takes no uploads as large as this one.` };
    case 423:
      return { kind: 'offline', detail: 'Somebody else holds the lock of the ledger.' };
    case 507:
      return { kind: 'full', detail: 'The server has no room left.' };
  }
  if (status >= 200 && status < 400) return notTheServer(headers['content-type']);
  return { kind: 'offline', detail: answer };
}

/** A hotel's or an office's page for signing in answers in place of the server. */
export function notTheServer(contentType: string | undefined): StoreFailure {
  const what = contentType?.startsWith('text/html') === true ? 'a web page' : 'something else';
  return {
    kind: 'offline',
    detail: `In place of the server ${what} answers. This network may ask you to sign in first.`,
  };
}

const certificateCodes =
  /^(CERT_|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED_CERT|UNABLE_TO_(GET_ISSUER|VERIFY_LEAF)|ERR_TLS_CERT|HOSTNAME_MISMATCH)/;

/** The failure that an error of the way to the server stands for. */
export function webDavFailureOf(error: unknown): StoreFailure {
  if (!(error instanceof NoReply)) {
    return { kind: 'defect', detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
  if (certificateCodes.test(error.code)) {
    return { kind: 'forbidden', detail: `The server's certificate cannot be verified: ${error.message}` };
  }
  return { kind: 'offline', detail: error.message };
}
