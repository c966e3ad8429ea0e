import { ZipFile } from 'yazl';

/** A ZIP of parts by name. */
export function zipOf(parts: readonly (readonly [name: string, content: string | Uint8Array])[]): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const [name, content] of parts) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    zip.outputStream.on('data', (chunk: Buffer) => chunks.push(chunk));
    zip.outputStream.once('error', reject);
    zip.outputStream.once('end', () => resolve(Uint8Array.from(Buffer.concat(chunks))));
  });
}
