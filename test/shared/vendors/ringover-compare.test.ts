import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ringoverUserField } from '#core/vendors/remembered-ids';
import { nameParts, requestOf, type RingoverAccount, type RingoverCall } from '#core/vendors/ringover';
import { compareRingover, otherTeam, sentActs } from '#core/vendors/ringover-compare';
import { pulls, sends } from '#core/vendors/ringover-lines';
import { anAccountThere, anOffice, asked, lineNamed, linesOf, pull } from '../../support/vendors/compared';

function callsOf(account: ReturnType<typeof anOffice>, there: RingoverAccount): readonly RingoverCall[] {
  return linesOf(account, there).flatMap(({ push }) =>
    push.flatMap((part) => (part.by === 'trellis' ? [part.call] : [])),
  );
}

describe('a pull into an empty office', () => {
  it('brings licenses, people with their seats, numbers and menus in one act, and one undo takes it back', () => {
    const account = anOffice();
    const before = account.ask('digest', {}).hash;
    pull(account, anAccountThere());
    expect(account.ask('users', { groupId: 'office' })).toMatchObject([
      { name: 'Ada Albrecht', typeId: 'ringover.business' },
      { name: 'Ben Baptiste', typeId: 'ringover.smart' },
    ]);
    expect(account.ask('menus', { groupId: 'office' })).toMatchObject([
      { name: 'Front door', kind: 'ivr', numbers: ['+4930901800'] },
      { name: 'Reception', kind: 'queue', users: [expect.any(String), expect.any(String)] },
    ]);
    expect(account.ask('pool', { groupId: 'root' }).types).toMatchObject({
      'ringover.smart': { nominal: 3, assigned: 1 },
      'ringover.business': { nominal: 2, assigned: 1 },
    });
    expect(account.ask('numbers', { free: true }).map(({ value }) => value)).toEqual(['+4930901804']);
    const [pulled] = account.ask('history', { limit: 1 });
    account.done('undo', { commit: pulled?.commit });
    expect(account.ask('users', { groupId: 'office' })).toEqual([]);
    expect(before).not.toBe('');
  });

  it('is nothing to do the second time', () => {
    const account = anOffice();
    pull(account, anAccountThere());
    expect(pull(account, anAccountThere())).toEqual([]);
    expect(linesOf(account, anAccountThere()).every(({ state }) => state === 'same')).toBe(true);
  });

  it('leaves whoever is invited here as they are', () => {
    const account = anOffice();
    pull(account, anAccountThere());
    const [ada] = account.ask('users', { groupId: 'office' });
    account.done('user.update', { userId: ada?.id, set: { status: 'invited' } });
    expect(pull(account, anAccountThere())).toEqual([]);
  });

  it('hands licenses down where the office has a pool of its own', () => {
    const account = anOffice().withPool('office');
    pull(account, anAccountThere());
    expect(account.ask('pool', { groupId: 'office' }).types).toMatchObject({
      'ringover.smart': { nominal: 1, assigned: 1 },
      'ringover.business': { nominal: 1, assigned: 1 },
    });
  });

  it('leaves out what the person leaves out, and members who do not come along', () => {
    const account = anOffice();
    const question = asked(account, anAccountThere());
    const lines = compareRingover(question).filter(({ id }) => id !== 'user 102');
    expect(lines.find(({ id }) => id === 'queue 51')).toBeDefined();
    pull(account, anAccountThere({ users: anAccountThere().users.slice(0, 1) }));
    expect(account.ask('menus', { groupId: 'office' })).toMatchObject([
      { name: 'Front door' },
      { users: [expect.any(String)] },
    ]);
  });
});

describe('who is who', () => {
  it('is known by the remembered id, whatever name and e-mail have become', () => {
    const account = anOffice();
    pull(account, anAccountThere());
    const [ada] = account.ask('users', { groupId: 'office' });
    account.done('user.update', { userId: ada?.id, set: { name: 'Ada Adler', email: 'adler@office.example' } });
    const line = lineNamed(linesOf(account, anAccountThere()), 'user', 'Ada Adler');
    expect(line).toMatchObject({ id: 'user 101', state: 'differs', differs: ['name', 'email'] });
  });

  it('is known by e-mail without case, then by number', () => {
    const account = anOffice()
      .done('user.create', { id: 'a', groupId: 'office', name: 'A', email: 'ADA@Office.example' })
      .done('user.create', { id: 'b', groupId: 'office', name: 'B' })
      .withNumber('n', '+4930901805')
      .done('number.attach', { numberId: 'n', to: { userId: 'b' } });
    const lines = linesOf(account, anAccountThere());
    expect(lines.find(({ id }) => id === 'user 101')?.here?.name).toBe('A');
    expect(lines.find(({ id }) => id === 'user 102')?.here?.name).toBe('B');
  });

  it('is not guessed where two people have one e-mail', () => {
    const account = anOffice()
      .done('user.create', { id: 'a', groupId: 'office', name: 'A', email: 'ada@office.example' })
      .done('user.create', { id: 'b', groupId: 'office', name: 'B', email: 'ada@office.example' });
    expect(linesOf(account, anAccountThere()).find(({ id }) => id === 'user 101')?.here).toBeNull();
  });

  it('is one to one for whatever stands on both sides', () => {
    const person = fc.record({
      email: fc.constantFrom('', 'a@x.example', 'b@x.example', 'A@x.example'),
      number: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(person, { maxLength: 6 }), fc.array(person, { maxLength: 6 }), (there, here) => {
        const account = anOffice();
        const numbers = new Set<number>();
        here.forEach(({ email, number }, index) => {
          account.done('user.create', {
            id: `h${String(index)}`,
            groupId: 'office',
            name: `H ${String(index)}`,
            email,
          });
          if (numbers.has(number)) return;
          numbers.add(number);
          account.withNumber(`n${String(number)}`, `+49309018${String(10 + number)}`);
          account.done('number.attach', { numberId: `n${String(number)}`, to: { userId: `h${String(index)}` } });
        });
        const users = there.map(({ email, number }, index) => ({
          id: String(index),
          firstName: 'T',
          lastName: String(index),
          email,
          numbers: [`+49309018${String(10 + number)}`],
          plan: null,
        }));
        const people = linesOf(account, anAccountThere({ users, numbers: [], menus: [], plans: [] })).filter(
          ({ kind }) => kind === 'user',
        );
        expect(people.filter((line) => line.there !== null)).toHaveLength(there.length);
        expect(people.filter((line) => line.here !== null)).toHaveLength(here.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a push', () => {
  const joiner = () =>
    anOffice()
      .withPurchase('p', 'ringover.smart', 3)
      .withNumber('n', '+4930901804')
      .done('user.create', { id: 'dora', groupId: 'office', name: 'Dora van Dyk', email: 'dora@office.example' })
      .done('seat.assign', { userId: 'dora', typeId: 'ringover.smart', numberId: 'n' });

  it('invites a joiner with plan and number, exactly as it is shown', () => {
    const [invite] = callsOf(joiner(), anAccountThere());
    expect(invite).toMatchObject({ call: 'invite', userId: 'dora', number: '+4930901804', planId: '2' });
    if (invite === undefined) throw new Error('nobody is invited');
    expect(requestOf(invite)).toEqual({
      method: 'POST',
      path: '/users/invite',
      body: {
        invited_by: 101,
        users: [
          { number: 4930901804, email: 'dora@office.example', firstname: 'Dora van', lastname: 'Dyk', plan_id: 2 },
        ],
      },
    });
  });

  it('does not invite somebody who was invited before, nor where the list of people is not whole', () => {
    const account = joiner().done('user.update', { userId: 'dora', set: { status: 'invited' } });
    expect(lineNamed(linesOf(account, anAccountThere()), 'user', 'Dora van Dyk').push).toEqual([
      { by: 'hand', what: 'invitedBefore' },
    ]);
    expect(lineNamed(linesOf(joiner(), anAccountThere({ gaps: ['someUsers'] })), 'user', 'Dora van Dyk').push).toEqual([
      { by: 'hand', what: 'listNotWhole' },
    ]);
  });

  it.each([
    ['a number that the vendor does not have', { numbers: [] }, 'number'],
    ['no unit left', { plans: [{ id: '2', name: 'Smart', used: 3, bought: 3 }] }, 'noUnitLeft'],
    ['no such plan', { plans: [] }, 'noPlan'],
  ] as const)('asks the vendor with %s', (_name, changes, what) => {
    const line = lineNamed(linesOf(joiner(), anAccountThere(changes)), 'user', 'Dora van Dyk');
    expect(line.push).toEqual([{ by: 'vendor', what }]);
  });

  it('archives whom the office has archived, carefully, and never deletes', () => {
    const account = anOffice();
    pull(account, anAccountThere());
    const ben = account.ask('users', { groupId: 'office' }).find(({ name }) => name === 'Ben Baptiste');
    account.done('user.archive', { userId: ben?.id });
    const line = linesOf(account, anAccountThere()).find(({ id }) => id === 'user 102');
    expect(line).toMatchObject({ isCareful: true, differs: ['archived'] });
    expect(line?.push).toEqual([{ by: 'trellis', call: { call: 'archive', vendorUser: '102' } }]);
    const calls = callsOf(account, anAccountThere());
    expect(calls.map((call) => requestOf(call).path).filter((path) => path.includes('DELETED'))).toEqual([]);
    expect(requestOf(calls[0] ?? { call: 'archive', vendorUser: '1' }).path).toBe('/users/102?type=ARCHIVED');
  });

  it('routes a number, changes members, and leaves the rest to people and the vendor', () => {
    const account = anOffice();
    pull(account, anAccountThere());
    const people = account.ask('users', { groupId: 'office' });
    const ada = people.find(({ name }) => name === 'Ada Albrecht')?.id ?? '';
    const menus = account.ask('menus', { groupId: 'office' });
    const spare = account.ask('numbers', { free: true })[0]?.id;
    account
      .done('number.attach', { numberId: spare, to: { userId: ada } })
      .done('user.update', { userId: ada, set: { name: 'Ada Adler' } })
      .done('menu.setMembers', { menuId: menus.find(({ kind }) => kind === 'queue')?.id, users: [ada], groups: [] })
      .done('menu.create', { id: 'm', groupId: 'office', name: 'Night', kind: 'ivr' });
    const lines = linesOf(account, anAccountThere());
    expect(lineNamed(lines, 'user', 'Ada Adler').push).toEqual([
      { by: 'hand', what: 'editPerson' },
      { by: 'trellis', call: { call: 'route', number: '+4930901804', to: { kind: 'user', id: '101' } } },
    ]);
    expect(lineNamed(lines, 'menu', 'Reception').push).toEqual([
      { by: 'trellis', call: { call: 'removeMembers', vendorGroup: '51', vendorUsers: ['102'] } },
    ]);
    expect(lineNamed(lines, 'menu', 'Night').push).toEqual([{ by: 'hand', what: 'makeMenu' }]);
  });

  it('of an office that was just pulled sends nothing', () => {
    const account = anOffice();
    pull(account, anAccountThere());
    expect(linesOf(account, anAccountThere()).filter(sends)).toEqual([]);
  });

  it('keeps who was invited, also where no answer came', () => {
    const account = joiner();
    const [call] = callsOf(account, anAccountThere());
    if (call === undefined) throw new Error('nobody is invited');
    const acts = sentActs([{ call, state: 'done', vendorId: '109' }], account.replica.model, true);
    account.done('batch', { do: acts });
    const dora = account.replica.model.row('users', 'dora');
    expect(dora).toMatchObject({ lifecycle: 'invited', fields: { [ringoverUserField]: '109' } });
    expect(sentActs([{ call, state: 'notSent' }], joiner().replica.model, true)).toEqual([]);
    const unknown = joiner();
    unknown.done('batch', { do: sentActs([{ call, state: 'unknown' }], unknown.replica.model, true) });
    expect(lineNamed(linesOf(unknown, anAccountThere()), 'user', 'Dora van Dyk').push).toEqual([
      { by: 'hand', what: 'invitedBefore' },
    ]);
  });
});

describe('an office that was pulled from another account', () => {
  it('is told', () => {
    const account = anOffice();
    pull(account, anAccountThere());
    const other = anAccountThere({ team: { id: '78', name: 'Riverside' } });
    expect(otherTeam(asked(account, other))).toBe('77');
    expect(otherTeam(asked(account, anAccountThere()))).toBeNull();
  });
});

describe('somebody who is gone there', () => {
  it('is archived here only when a person wants it, and not at all where the list is not whole', () => {
    const account = anOffice();
    pull(account, anAccountThere());
    const fewer = anAccountThere({ users: anAccountThere().users.slice(0, 1) });
    const gone = linesOf(account, fewer).find(({ name, kind }) => kind === 'user' && name === 'Ben Baptiste');
    expect(gone).toMatchObject({ isCareful: true, pull: { frees: [{ do: 'user.archive' }] } });
    const part = linesOf(account, { ...fewer, gaps: ['someUsers'] }).find(
      ({ name, kind }) => kind === 'user' && name === 'Ben Baptiste',
    );
    expect(part === undefined ? true : pulls(part)).toBe(false);
  });
});

describe('a name', () => {
  it.each([
    ['Dora van Dyk', 'Dora van', 'Dyk'],
    ['Dyk, Dora', 'Dora', 'Dyk'],
    ['Reception', 'Reception', ''],
  ])('%s has two parts there', (name, firstName, lastName) => {
    expect(nameParts(name)).toEqual({ firstName, lastName });
  });
});

describe('an account of thousands of people', () => {
  it('is matched person by person with each of them once', () => {
    const count = 3_000;
    const users = Array.from({ length: count }, (_, index) => ({
      id: String(index),
      firstName: 'Person',
      lastName: String(index),
      email: `person-${String(index)}@office.example`,
      numbers: [`+49${String(30_000_000 + index)}`],
      plan: null,
    }));
    const here = users.map(({ email, lastName }, index) => ({
      do: 'user.create',
      args: { id: `h${String(index)}`, groupId: 'office', name: `Person ${lastName}`, email },
    }));
    const account = anOffice().done('batch', { do: here });
    const people = linesOf(account, anAccountThere({ users, numbers: [], menus: [], plans: [] }));
    expect(people.filter((line) => line.there !== null && line.here !== null)).toHaveLength(count);
  });
});
