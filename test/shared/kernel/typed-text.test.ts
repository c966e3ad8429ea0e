import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPhoneNumber } from '#core/kernel/phone-number';
import { cleanEmail, cleanLine, cleanLines, cleanSipAddress, serialKey } from '#core/kernel/typed-text';

describe('a text of one line', () => {
  it.each([
    ['\u200B', ''],
    ['Ada\u200B', 'Ada'],
    ['Ada\nBerg', 'Ada Berg'],
    ['Ada\t\tBerg', 'Ada Berg'],
    ['Ada\u00A0\u202F Berg ', 'Ada Berg'],
    ['Wohn\u00ADung', 'Wohnung'],
    ['\u202AAda\u202C', 'Ada'],
    ['می\u200Cخواهم', 'می\u200Cخواهم'],
    ['👩\u200D🔧', '👩\u200D🔧'],
    ['\u200DAda \u200D', 'Ada'],
    ['e\u0301', 'é'],
  ])('reads %j as %j', (typed, meant) => {
    expect(cleanLine(typed)).toBe(meant);
  });
  it('is the same when it is cleaned again, and has no break in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const once = cleanLine(typed);
        expect(cleanLine(once)).toBe(once);
        expect(/[\p{Cc}\p{Zl}\p{Zp}]/u.test(once)).toBe(false);
      }),
    );
  });
  it('that is a note keeps its lines', () => {
    expect(cleanLines('one\r\ntwo \u200B\n\nthree\u2028four')).toBe('one\ntwo\n\nthree\nfour');
  });
});

describe('an e-mail address', () => {
  it.each([
    ['mailto:a@example.org', 'a@example.org'],
    ['a@example.org;', 'a@example.org'],
    ['<a@example.org>', 'a@example.org'],
    ['Anna Berg <a@example.org>,', 'a@example.org'],
    ['a@example.org.', 'a@example.org'],
    ['"a@example.org"', 'a@example.org'],
    ['a@example.org"', 'a@example.org'],
    ['a@example.org; b@example.org', 'a@example.org; b@example.org'],
  ])('reads %s as %s', (typed, meant) => {
    expect(cleanEmail(typed)).toBe(meant);
  });
});

describe('a serial number', () => {
  it('is the same however it is divided', () => {
    const keys = ['0C:11:05:AA:BB:CC', '0c-11-05-aa-bb-cc', '0C11.05AA.BBCC', '0c1105aabbcc', '0C 11 05 AA BB CC'];
    expect(new Set(keys.map(serialKey)).size).toBe(1);
  });
});

describe('a SIP address', () => {
  it.each([
    ['SIP:Anna.B@EXAMPLE.org:5060', 'sip:Anna.B@example.org'],
    ['sip:4711@10.1.11.1;transport=udp', 'sip:4711@10.1.11.1'],
    ['sips:a@x:5061;user=phone', 'sips:a@x;user=phone'],
    ['sip:a@x:5080', 'sip:a@x:5080'],
  ])('reads %s as %s', (typed, meant) => {
    expect(cleanSipAddress(typed)).toBe(meant);
  });
  it('keeps apart what differs in a dot or a dash', () => {
    expect(cleanSipAddress('sip:4711@10.1.11.1')).not.toBe(cleanSipAddress('sip:4711@10.11.1.1'));
    expect(cleanSipAddress('sip:anna.b@x')).not.toBe(cleanSipAddress('sip:annab@x'));
  });
});

describe('a phone number', () => {
  it.each([
    '+49 (0)30 901801',
    '0049 30 901801',
    '030 901801',
    'tel:+49-30-901801',
    '٠٣٠ ٩٠١٨٠١',
    '\uFF0B\uFF14\uFF19 \uFF13\uFF10 \uFF19\uFF10\uFF11\uFF18\uFF10\uFF11',
    '\u202A+49 30 901801\u202C',
    '+49\u200B30\u00AD901801',
    '+49—30—901801',
    '+49\u202F30\u202F901801',
    '030/901801',
    '(030) 90 18 01',
    '4930901801',
  ])('is one, written %s', (typed) => {
    expect(readPhoneNumber(typed, 'DE')).toEqual({
      ok: true,
      value: '+4930901801',
      isUnusual: false,
      kind: 'landline',
    });
  });
  it('keeps the zero that belongs to an Italian one', () => {
    expect(readPhoneNumber('+39 (0)6 12345678', 'DE')).toMatchObject({ value: '+390612345678' });
  });
  it.each([
    ['030 901801 / 68', 'twoNumbers'],
    ['+4930901801 +4930901802', 'twoNumbers'],
    ['030 901801; 030 901802', 'twoNumbers'],
    ['030 901801 oder 030 901802', 'twoNumbers'],
    ['030 901801 ext. 5', 'extension'],
    ['+4930901801;ext=5', 'extension'],
    ['030 901801 Durchwahl 5', 'extension'],
    ['0800 FLOWERS', 'notAPhoneNumber'],
    ['112', 'notAPhoneNumber'],
    ['', 'notAPhoneNumber'],
  ] as const)('is not %s, which is %s', (typed, problem) => {
    expect(readPhoneNumber(typed, 'DE')).toEqual({ ok: false, problem });
  });
  it('that no plan knows is unusual, not wrong', () => {
    expect(readPhoneNumber('+49 1234 5678901', 'DE')).toMatchObject({ ok: true, isUnusual: true });
  });
  it('is told to be a mobile one', () => {
    expect(readPhoneNumber('0171 1234567', 'DE')).toMatchObject({ value: '+491711234567', kind: 'mobile' });
  });
  it('reads again as it was read, whatever was typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^\+?[\d /()-]{5,20}$/)), (typed) => {
        const reading = readPhoneNumber(typed, 'DE');
        if (reading.ok) expect(readPhoneNumber(reading.value, 'AT')).toMatchObject({ value: reading.value });
      }),
    );
  });
});
