import { createHash } from 'node:crypto';
import type { Head } from '#core/ledger/commit';
import { acceptText, rotateText } from '#core/ledger/signed-text';
import { ComputerKeys } from '../main/trust/computer-keys';
import { OwnKeys } from '../main/trust/own-keys';

/** The keys of a name in a scenario: always the same, so that a scenario tells the same every time. */
function keysNamed(name: string): ComputerKeys {
  const secret = (what: string): string => createHash('sha256').update(`scenario ${what} ${name}`).digest('hex');
  return new ComputerKeys({ signing: secret('signing'), sealing: secret('sealing') });
}

/** A replica's own keys: its first, and those that it may change to. */
export function scenarioKeys(replica: string): OwnKeys {
  return new OwnKeys([keysNamed(replica), keysNamed(`${replica}+`)]);
}

/**
 * Arguments of an act about keys as a scenario writes them. `"@laptop"` under `key`, `newKey`, `ownerKey` or `inviteKey` is the public
 * key of that replica, with its `sealKey` beside it; under `id` it is the key's id. `"@head"` fills in where the ledger stands.
 * What the one-time key or the new key has to sign is signed, unless the scenario gives a `proof` of its own.
 */
export function withScenarioKeys(args: object, ledger: string, head: Head | null): unknown {
  const given = args as { readonly [name: string]: unknown };
  const filled: { [name: string]: unknown } = {};
  for (const [name, value] of Object.entries(given)) {
    if (name === 'keys' && Array.isArray(value))
      filled[name] = value.map((each: object) => withScenarioKeys(each, ledger, head));
    else if (name === 'recovery') filled[name] = keysNamed(String(value)).public;
    else if (typeof value !== 'string' || !value.startsWith('@')) filled[name] = value;
    else if (value === '@head') Object.assign(filled, { seq: head?.seq ?? 0, hash: head?.hash ?? '' });
    else if (value.startsWith('@id:')) filled[name] = keysNamed(value.slice('@id:'.length)).id;
    else {
      const keys = keysNamed(value.slice(1)).public;
      filled[name] = keys.key;
      if (filled['sealKey'] === undefined && name !== 'inviteKey') filled['sealKey'] = keys.sealKey;
    }
  }
  if ('userId' in given && 'inviteKey' in given)
    filled['sealKey'] = keysNamed(String(given['inviteKey']).slice(1)).public.sealKey;
  const proof = proofOf(given, filled, ledger);
  return proof === null ? filled : { ...filled, proof };
}

function proofOf(
  given: { readonly [name: string]: unknown },
  filled: { readonly [name: string]: unknown },
  ledger: string,
): string | null {
  if ('proof' in given) return null;
  const text = (name: string): string => (typeof filled[name] === 'string' ? filled[name] : '');
  const signer = (name: string): ComputerKeys => keysNamed(String(given[name]).slice(1));
  if ('inviteKey' in given && 'key' in given)
    return signer('inviteKey').sign(
      acceptText(ledger, {
        inviteKey: text('inviteKey'),
        key: text('key'),
        sealKey: text('sealKey'),
        name: text('name'),
      }),
    );
  if ('newKey' in given)
    return signer('newKey').sign(
      rotateText(ledger, { key: text('key'), newKey: text('newKey'), sealKey: text('sealKey') }),
    );
  return null;
}
