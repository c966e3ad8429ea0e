import { describe, expect, it } from 'vitest';
import { entriesBelow } from '../../../../electron/main/stores/webdav/webdav-folder';

function listing(...addresses: readonly string[]): string {
  const responses = addresses.map((address) => `<D:response><D:href>${address}</D:href></D:response>`);
  return `<?xml version="1.0"?><D:multistatus xmlns:D="DAV:">${responses.join('')}</D:multistatus>`;
}

describe('a listing of a WebDAV server', () => {
  it('leaves out the collection itself, however the server writes its address', () => {
    for (const own of ["/O'Neill/log/", '/O&#39;Neill/log/', '/O&apos;Neill/log/', '/O&#x27;Neill/log'])
      expect(entriesBelow(listing(own, `${own.replace(/\/$/, '')}/0001.jsonl`), "/O'Neill/log/")).toEqual([
        { name: '0001.jsonl', isCollection: false },
      ]);
  });
});
