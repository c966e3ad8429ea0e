import type { NamedServer, ServerFailure, ServerKind } from '#core/ipc/server-channels';
import { failed, type Result, succeeded } from '#core/kernel/result';
import type { Abort } from '#core/ledger/store';
import { openStore, writtenAddress } from '../stores/registry';
import { serverFolderAs, serverFolderIdentity } from '../stores/server-kinds';
import { examineAt } from '../stores/webdav/webdav-init';
import type { SecretKeeper } from './secret-keeper';

export interface ServerGiven {
  readonly kind: ServerKind;
  readonly address: string;
  readonly user: string;
  readonly password: string;
  /** The server is taken as one that only carries files, without being tested. */
  readonly carries?: boolean | undefined;
}

export interface ServerNamesParts {
  readonly secrets: Pick<SecretKeeper, 'passwordFor' | 'remember'>;
  /** From now on the window may name this place. */
  readonly allow: (place: string) => void;
}

/** Brings what a person typed into the form of an address; `null` where it cannot be one. */
export function addressFrom({ kind, address, user }: Omit<ServerGiven, 'password'>): string | null {
  const typed = address.trim();
  const who = user.trim() === '' ? '' : `${encodeURIComponent(user.trim())}@`;
  if (kind === 'webdav') {
    const [, scheme = 'https', rest = ''] = /^(?:webdav\+)?(?:(https?):\/\/)?(?:[^@/]*@)?(.*)$/i.exec(typed) ?? [];
    return rest === '' ? null : writtenAddress(`webdav+${scheme.toLowerCase()}://${who}${rest}`);
  }
  const [, rest = ''] = /^(?:postgres(?:ql)?:\/\/)?(?:[^@/]*@)?(.*)$/i.exec(typed.replace(/\s+/g, '')) ?? [];
  return rest === '' ? null : writtenAddress(`postgres://${who}${rest}`);
}

/** Takes a server that a person names: signs in, tests it where that is needed, and lets the window name the place. */
export async function nameServer(
  given: ServerGiven,
  { secrets, allow }: ServerNamesParts,
  signal: Abort,
): Promise<Result<NamedServer, ServerFailure>> {
  const url = addressFrom(given);
  if (url === null) return failed({ kind: 'not-an-address' });
  const password = (): string => given.password;
  const said = await serverFolderIdentity(url, signal, password);
  if (said?.ok === false) return said;
  const isCarried = said?.value.kind === 'kept';
  const place = (isCarried || given.carries === true ? serverFolderAs('kept', url) : null) ?? url;
  const opened = openStore(place, { ledger: null, mayBeEmpty: true, password });
  if (!opened.ok) return failed({ kind: 'not-an-address' });
  const { store } = opened.value;
  // What is carried there is read to its end when it is joined.
  const report = isCarried ? null : await store.check(signal);
  await store.close();
  if (report?.ok === false) return report;
  const holdsAccount = report === null || report.value.ledger !== null;
  // Where an account is already, whoever put it there has tested the server.
  if (!holdsAccount && place === url) {
    const verdict = await examineAt(url, () => undefined, password);
    if (verdict !== null && !verdict.ok) return verdict;
    if (verdict?.ok === true && verdict.value.order === 'kept') return failed({ kind: 'only-carries-files' });
  }
  const isKept = await secrets.remember(place, given.password);
  allow(place);
  return succeeded({ place, label: store.info.label, holdsAccount, isKept });
}
