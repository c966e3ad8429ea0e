import fc from 'fast-check';
import { encodeQR } from 'qr';
import { decodeQR } from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { invitationText, makeInvitationSecret, readInvitation } from '../../../../electron/main/trust/invitation';
import {
  makeRecoveryWords,
  readRecoveryWords,
  recoveryWordsOf,
  sixWords,
  words,
} from '../../../../electron/main/trust/words';

describe('the list of words', () => {
  it('holds 2,048 short ones, each told from all others by its first four letters', () => {
    expect(words).toHaveLength(2048);
    expect(words.filter((word) => !/^[a-z]{4,7}$/.test(word))).toEqual([]);
    expect(new Set(words.map((word) => word.slice(0, 4))).size).toBe(2048);
    expect([...words].sort()).toEqual(words);
  });
});

describe('six words', () => {
  it('are the same on two screens that see the same, and others as soon as anything differs', () => {
    const seen = sixWords('computer', 'ledger', 'key', 'seal key');
    expect(seen).toHaveLength(6);
    expect(sixWords('computer', 'ledger', 'key', 'seal key')).toEqual(seen);
    expect(sixWords('computer', 'ledger', 'key', 'another')).not.toEqual(seen);
    expect(sixWords('head', 'ledger', 'key', 'seal key')).not.toEqual(seen);
  });
});

describe('recovery words', () => {
  it('give the same secret back, however they were written down', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (secret) => {
        const printed = recoveryWordsOf(secret);
        expect(printed).toHaveLength(24);
        const typed = printed
          .map((word, index) => (index % 2 === 0 ? word.toUpperCase() : word.slice(0, 4)))
          .join('\n ');
        const reading = readRecoveryWords(typed);
        expect(reading.ok && Buffer.from(reading.secret).equals(Buffer.from(secret))).toBe(true);
      }),
    );
  });

  it('say what is wrong: too few, a word that is none, a wrong one', () => {
    const printed = [...makeRecoveryWords()];
    expect(readRecoveryWords(printed.slice(1).join(' '))).toEqual({ ok: false, problem: 'count' });
    expect(readRecoveryWords(['qqqq', ...printed.slice(1)].join(' '))).toEqual({
      ok: false,
      problem: 'word',
      word: 'qqqq',
    });
    const secret = new Uint8Array(32);
    const other = recoveryWordsOf(Uint8Array.from({ length: 32 }, (_, index) => (index === 0 ? 255 : 0)));
    const mixed = [other[0] ?? '', ...recoveryWordsOf(secret).slice(1)].join(' ');
    expect(readRecoveryWords(mixed)).toEqual({ ok: false, problem: 'check' });
  });
});

describe('an invitation', () => {
  const invitation = {
    ledger: 'a'.repeat(52),
    head: { seq: 41, hash: 'ab'.repeat(32) },
    secret: makeInvitationSecret(),
    place: '\\\\server\\Verträge',
  };

  it('is read again from a mail that broke its lines', () => {
    const mailed = invitationText(invitation)
      .toLowerCase()
      .replace(/(.{40})/g, '$1\r\n> '.replace('> ', ''));
    expect(readInvitation(mailed)).toEqual(invitation);
  });

  it('that was cut off or changed is none', () => {
    const text = invitationText(invitation);
    expect(readInvitation(text.slice(0, -1))).toBeNull();
    expect(readInvitation(text.replace(/.(?=.{20}$)/, (letter) => (letter === 'A' ? 'B' : 'A')))).toBeNull();
    expect(readInvitation('TRELLIS2')).toBeNull();
    expect(readInvitation('hello')).toBeNull();
  });

  it('fits into a QR code of capital letters and digits, and is read from it', () => {
    const text = invitationText(invitation);
    expect(text).toMatch(/^[0-9A-Z]+$/);
    const dots = encodeQR(text, 'raw', { encoding: 'alphanumeric' });
    const scale = 4;
    const width = dots.length * scale;
    const data = new Uint8Array(width * width * 3);
    for (let y = 0; y < width; y += 1)
      for (let x = 0; x < width; x += 1)
        data.fill(
          dots[Math.floor(y / scale)]?.[Math.floor(x / scale)] === true ? 0 : 255,
          (y * width + x) * 3,
          (y * width + x) * 3 + 3,
        );
    expect(readInvitation(decodeQR({ width, height: width, data }))).toEqual(invitation);
  });
});
