import type { ProjectFailure } from '#core/ipc/project-channels';
import { failed, type Result } from '#core/kernel/result';
import { openWithPassphrase, sealWithPassphrase } from '../trust/passphrase';
import type { Manifest } from './format';
import { readProjectFile, type ProjectFile } from './read-project-file';
import { writeProjectFile } from './write-project-file';

const purpose = 'trellis project file';

/** Encrypts a whole project file with a passphrase. Outside, it tells only which account it is of, by its id. */
export function sealProject(
  bytes: Uint8Array,
  passphrase: string,
  { kind, ledger }: Pick<Manifest, 'kind' | 'ledger'>,
): Promise<Uint8Array> {
  const sealed = Buffer.from(sealWithPassphrase(passphrase, bytes, purpose));
  return writeProjectFile({ kind, ledger, name: '', head: null, parts: { 'sealed.json': sealed } });
}

export interface UnsealedProject extends ProjectFile {
  readonly isSealed: boolean;
}

/** Reads a project file, also one that is encrypted: then only with its passphrase. */
export async function readSealedProject(
  bytes: Uint8Array,
  passphrase: string | null,
): Promise<Result<UnsealedProject, ProjectFailure>> {
  const outer = await readProjectFile(bytes);
  if (!outer.ok) return outer;
  const sealed = outer.value.parts['sealed.json'];
  if (sealed === undefined || outer.value.isNewer) return { ok: true, value: { ...outer.value, isSealed: false } };
  if (passphrase === null) return failed({ code: 'PASSPHRASE_NEEDED' });
  const opened = openWithPassphrase(passphrase, Buffer.from(sealed).toString('utf8'), purpose);
  if (opened === null) return failed({ code: 'WRONG_PASSPHRASE' });
  const inner = await readProjectFile(opened);
  if (!inner.ok) return inner;
  const { parts, manifest } = inner.value;
  // A file of another account, or one more envelope, was never put there by Trellis.
  if (parts['sealed.json'] !== undefined || manifest.ledger !== outer.value.manifest.ledger)
    return failed({ code: 'NOT_ALLOWED', place: 'sealed.json' });
  return { ok: true, value: { ...inner.value, isSealed: true } };
}
