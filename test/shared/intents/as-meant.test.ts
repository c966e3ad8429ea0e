import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asMeant } from '#core/intents/as-meant';
import { parseIntent } from '#core/intents/parse';
import { isCleanLine, isCleanNote } from '#core/kernel/clean-text';

function meant(name: string, args: unknown, country = 'DE'): unknown {
  const found = asMeant({ do: name, args }, country);
  return found.ok ? found.call.args : found.refusals.map((refusal) => refusal['problem']);
}

describe('an act as its author means it', () => {
  it('has clean texts and keeps the lines of notes (G5)', () => {
    expect(
      meant('group.create', { parentId: 'root', kind: 'custom', name: ' Haus\u00A0 3\u200B', note: 'a\r\nb ' }),
    ).toEqual({ parentId: 'root', kind: 'custom', name: 'Haus 3', note: 'a\nb' });
    expect(meant('user.update', { userId: 'u', set: { name: 'Ada\nBerg' }, was: { name: 'Ada  Berg' } })).toEqual({
      userId: 'u',
      set: { name: 'Ada Berg' },
      was: { name: 'Ada Berg' },
    });
  });

  it('has one e-mail address where one is asked for (G6)', () => {
    expect(meant('user.create', { email: '<mailto:a@example.org>;' })).toEqual({ email: 'a@example.org' });
    expect(meant('reminder.set', { policy: { recipients: ['A <a@example.org>,'] } })).toEqual({
      policy: { recipients: ['a@example.org'] },
    });
  });

  it('has phone numbers as they are stored, in a batch too (U6)', () => {
    expect(meant('batch', { do: [{ do: 'number.add', args: { kind: 'landline', value: '030 901801' } }] })).toEqual({
      do: [{ do: 'number.add', args: { kind: 'landline', value: '+4930901801' } }],
    });
    expect(meant('number.add', { kind: 'landline', value: '030 901801 / 68' })).toEqual(['twoNumbers']);
    expect(meant('number.add', { kind: 'sip', value: '٤٧-١١' })).toEqual({ kind: 'sip', value: '4711' });
    expect(meant('number.range', { from: '1 00', to: '1.99' })).toEqual({ from: '100', to: '199' });
  });

  it('says at which place of a batch a number is wrong', () => {
    const calls = [
      { do: 'group.delete', args: {} },
      { do: 'number.add', args: { kind: 'mobile', value: 'x' } },
    ];
    expect(asMeant({ do: 'batch', args: { do: calls } }, 'DE')).toMatchObject({
      ok: false,
      refusals: [{ code: 'INVALID', index: 1 }],
    });
  });

  it('leaves ids, and what it does not know, as they are', () => {
    const args = { groupId: ' g ', set: { status: 'draft' }, deny: ['x '] };
    expect(asMeant({ do: 'group.update', args }, 'DE')).toMatchObject({ call: { args } });
    expect(meant('group.update', null)).toBeNull();
    expect(meant('batch', 7)).toBe(7);
  });

  it('passes the check of the rules, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (name, note) => {
        const call = { do: 'group.create', args: { parentId: 'root', kind: 'custom', name, note } };
        const found = asMeant(call, 'DE');
        if (!found.ok) throw new Error('refused');
        const args = found.call.args as { readonly name: string; readonly note: string };
        expect([isCleanLine(args.name), isCleanNote(args.note)]).toEqual([true, true]);
        const parsed = parseIntent(found.call);
        expect(parsed.ok ? null : parsed.refusals).toEqual(
          args.name === '' ? [expect.objectContaining({ code: 'NAME_REQUIRED' })] : null,
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('the rules by themselves', () => {
  const refused = (name: string, args: unknown): unknown => {
    const parsed = parseIntent({ do: name, args });
    return parsed.ok ? null : parsed.refusals.map((refusal) => [refusal['path'], refusal['problem']]);
  };

  it.each(['a\u200B', 'a  b', ' a', 'a\nb', 'a\u00A0b', '\u200Da', 'a\u202Eb', 'a\u{E0041}'])(
    'refuse the text %j, which no program of ours stores (G5)',
    (name) => {
      expect(refused('menu.create', { groupId: 'g', kind: 'ivr', name })).toEqual([['name', 'notClean']]);
    },
  );

  it('refuse numbers, addresses and serials that are not as they are stored (U6, G6)', () => {
    expect(refused('number.add', { kind: 'landline', value: '+49 30 901801' })).toEqual([['value', 'notAPhoneNumber']]);
    expect(refused('number.add', { kind: 'sip', value: 'sip:a@EXAMPLE.org' })).toEqual([['value', 'notASipNumber']]);
    expect(refused('number.add', { kind: 'sip', value: 'sip:a@x:5060' })).toEqual([['value', 'notASipNumber']]);
    expect(refused('user.update', { userId: 'u', set: { email: 'mailto:a@x' } })).toEqual([
      ['set.email', 'notAnEmail'],
    ]);
    expect(refused('device.register', { groupId: 'g', serial: '-:.' })).toEqual([['serial', 'notASerial']]);
  });

  it('do not know what came later when they read a commit of version 1', () => {
    const call = { do: 'account.update', args: { set: { country: 'DE' } } };
    expect(parseIntent(call, 1)).toMatchObject({ ok: false, refusals: [{ path: 'set.country', problem: 'unknown' }] });
    expect(parseIntent(call, 2)).toMatchObject({ ok: true });
    const term = { reductionPolicy: 'request', startsOn: '2026-01-01', renewsOn: '2027-01-01', currency: 'EUR' };
    const contract = { ...term, price: { amount: 100, per: 'year' } };
    expect(parseIntent({ do: 'account.update', args: { set: { contract } } }, 1)).toMatchObject({
      ok: false,
      refusals: ['startsOn', 'renewsOn', 'price', 'currency'].map((field) => ({
        path: `set.contract.${field}`,
        problem: 'unknown',
      })),
    });
    expect(parseIntent({ do: 'account.update', args: { set: { contract } } }, 2)).toMatchObject({ ok: true });
    const loose = { do: 'menu.create', args: { groupId: 'g', kind: 'ivr', name: ' A\u200B ' } };
    expect(parseIntent(loose, 1)).toMatchObject({ ok: true, args: { name: 'A\u200B' } });
  });
});
