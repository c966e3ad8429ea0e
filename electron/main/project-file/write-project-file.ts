import { ZipFile } from 'yazl';
import type { Head } from '#core/ledger/commit';
import { formatOf, manifestName, sealLength, sha256, type Manifest, type PartName } from './format';

/** Subject and parts of a project file. */
export interface ProjectOf {
  readonly kind: Manifest['kind'];
  readonly ledger: string;
  readonly name: string;
  readonly head: Head | null;
  readonly parts: { readonly [N in PartName]?: Uint8Array };
}

/** The day that every part bears: the same account gives the same bytes, and the file tells nobody when it was made. */
const partDay = new Date(Date.UTC(2026, 0, 1));
const regularFile = 0o100644;

/** Bytes of a project file. */
export async function writeProjectFile({ parts, ...about }: ProjectOf): Promise<Uint8Array> {
  const named = Object.entries(parts).map(([name, bytes]) => ({ name, bytes }));
  const manifest: Manifest = {
    format: Math.max(1, ...Object.keys(parts).map((name) => formatOf[name as PartName])),
    ...about,
    parts: named.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: sha256(bytes) })),
  };
  const zip = new ZipFile();
  const options = { mtime: partDay, mode: regularFile };
  zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), manifestName, options);
  for (const { name, bytes } of named) zip.addBuffer(Buffer.from(bytes), name, options);
  // The seal takes the place of a comment of the same length: the comment's length is among the bytes that it seals.
  zip.end({ forceZip64Format: false, comment: '0'.repeat(sealLength) });
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  bytes.write(sha256(bytes.subarray(0, bytes.length - sealLength)), bytes.length - sealLength, 'latin1');
  return bytes;
}
