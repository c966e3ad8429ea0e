import { describe, expect, it } from 'vitest';
import type { BlockEvent } from '#core/queries/coming';
import { letterAbout, letterBytes, mailtoOf } from '../../../../electron/main/mail/letter';
import { mainTextsIn } from '../../../../electron/main/texts';

function ending(groupName: string, blockId = 'b'): BlockEvent {
  return {
    kind: 'reminder',
    day: '2026-03-01',
    endsOn: '2026-04-01',
    blockId,
    typeId: 'link.plus',
    quantity: 3,
    groupId: 'root',
    groupName,
    path: ['root'],
    recipients: ['ann@example.org'],
  };
}

const about = { to: ['ann@example.org', 'ben+x@example.org'], accountName: 'Northside', today: '2026-03-01' };

describe('a letter about what ends', () => {
  it('says what, where and when, in the language of the window', () => {
    const letter = letterAbout([ending('Höfe')], about, mainTextsIn.de);
    expect(letter.subject).toBe('3 × Link Plus in Höfe enden am 1. Apr. 2026');
    expect(letter.text).toContain('- 3 × Link Plus in Höfe enden am 1. Apr. 2026. In 31 Tagen');
  });

  it('opens in a mail program by an address with everybody, the subject and the lines', () => {
    const address = new URL(mailtoOf(letterAbout([ending('A&B?c=d#e')], about, mainTextsIn.en)));
    expect(address.protocol).toBe('mailto:');
    expect(decodeURIComponent(address.pathname)).toBe('ann@example.org,ben+x@example.org');
    expect(address.searchParams.get('subject')).toBe('3 × Link Plus in A&B?c=d#e end on 1 Apr 2026');
    expect(address.searchParams.get('body')).toContain('Northside\r\n\r\n- 3 ×');
    expect([...address.searchParams.keys()]).toEqual(['subject', 'body']);
  });

  it('stays short enough for every system as an address, whatever it tells', () => {
    const many = Array.from({ length: 60 }, (_, index) => ending(`Höfe 😀 ${String(index)}`, String(index)));
    const address = mailtoOf(letterAbout(many, about, mainTextsIn.en));
    expect(address.length).toBeLessThanOrEqual(1_900);
    expect(new URL(address).searchParams.get('body')).toMatch(/…$/);
  });

  it('cannot be given more recipients or headers by a name', async () => {
    const letter = letterAbout([ending('X\r\nBcc: eve@example.org')], about, mainTextsIn.en);
    const text = Buffer.from(await letterBytes(letter, { draft: true })).toString();
    const [headers = ''] = text.split('\r\n\r\n');
    expect(headers).not.toMatch(/^Bcc:/m);
    expect(headers).toMatch(/^X-Unsent: 1\r$/m);
    expect(headers).toMatch(/^To: ann@example.org, ben\+x@example.org\r$/m);
  });
});
