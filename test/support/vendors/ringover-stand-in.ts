import { Faults, StandInServer, type StandInReply, type StandInRequest } from './stand-in-server';

export interface StandInUser {
  readonly user_id: number;
  firstname: string;
  lastname: string;
  email: string;
  numbers: number[];
  plan: { id: number; name: string; type: string } | null;
  isArchived?: boolean;
}

export interface StandInNumber {
  readonly number: number;
  label: string;
  user_id: number | null;
  ivr_id: number | null;
  conference_id: number | null;
}

/** The account that the stand-in has. */
export interface StandInTeam {
  users: StandInUser[];
  numbers: StandInNumber[];
  groups: { readonly group_id: number; name: string; users: number[] }[];
  ivrs: { readonly ivr_id: number; name: string; numbers: number[] }[];
  plans: { readonly plan_id: number; plan_name: string; nb_licences_used: number; nb_licences: number }[];
}

export interface StandInKey {
  readonly key: string;
  /** The person whom the key belongs to. */
  readonly owner: number;
  readonly users?: 'none' | 'read' | 'write';
  readonly numbers?: 'none' | 'read';
  readonly ivrs?: 'none' | 'read';
  readonly monitoring?: boolean;
}

export type RingoverFault =
  'cutOff' | 'lost' | 'lostUndone' | 'never' | 'tooMany' | 'emptyBody' | 'redirect' | 'broken' | 'notJson';

export interface RingoverStandInOptions {
  readonly keys?: readonly StandInKey[];
  /** Whether it is the US host: keys that begin with `US_` belong there and nowhere else. */
  readonly isUs?: boolean;
  /** Clock in milliseconds for the rate of two calls a second; left out, the rate is not looked at. */
  readonly now?: () => number;
}

const page = { ordinary: 100, most: 1_000 } as const;
const unauthorised = (error: string): StandInReply => ({ status: 401, body: { error } });

/**
 * Stand-in for the Ringover public API v2 as it was recorded: two calls a second a key and then 429 without a word on how long,
 * 401 for every kind of missing right, 204 or an empty 200 for an empty list, pages without a total, only free numbers unless all
 * five filters are set, invitations without any right. What is not recorded, it does not know: an unknown path is 404 in plain text.
 */
export class RingoverStandIn {
  readonly faults = new Faults<RingoverFault>();
  readonly invited: string[] = [];
  readonly server: StandInServer;
  private readonly calls = new Map<string, number[]>();
  private readonly keys: readonly StandInKey[];
  private nextId = 900_000;

  constructor(
    readonly team: StandInTeam,
    private readonly options: RingoverStandInOptions = {},
  ) {
    this.keys = options.keys ?? [{ key: ringoverKey, owner: team.users[0]?.user_id ?? 0 }];
    this.server = new StandInServer((request) => this.answer(request));
  }

  /** Answers the base address that stands in for the vendor's. */
  async listen(port = 0): Promise<string> {
    return `${await this.server.listen(port)}/v2`;
  }

  close(): Promise<void> {
    return this.server.close();
  }

  private answer(request: StandInRequest): StandInReply {
    const path = request.path.replace(/^\/v2/, '');
    const fault = this.faults.take(`${request.method} ${path}`);
    if (fault === 'tooMany') return { status: 429, body: { error: 'Too many requests' } };
    if (fault === 'never') return { status: 200, ends: 'never' };
    if (fault === 'lostUndone') return { status: 200, ends: 'lost' };
    if (fault === 'redirect') return { status: 302, headers: { location: 'http://127.0.0.1:9/elsewhere' } };
    if (fault === 'broken') return { status: 500, body: { error: 'Internal error' } };
    if (fault === 'emptyBody') return { status: 200 };
    const reply = this.judged(request, path);
    if (fault === 'notJson') return { status: 200, text: '<html>maintenance</html>' };
    return fault === 'cutOff' || fault === 'lost' ? { ...reply, ends: fault } : reply;
  }

  private judged(request: StandInRequest, path: string): StandInReply {
    const given = request.headers.authorization ?? '';
    if (given === '' || /^bearer /i.test(given)) return unauthorised('Missing API key');
    const key = this.keys.find((one) => one.key === given);
    if (key === undefined || given.startsWith('US_') !== (this.options.isUs ?? false))
      return unauthorised('Invalid user');
    if (this.isTooFast(given)) return { status: 429, body: { error: 'Too many requests' } };
    return this.routed(request, path, key);
  }

  private isTooFast(key: string): boolean {
    const { now } = this.options;
    if (now === undefined) return false;
    const at = now();
    const recent = (this.calls.get(key) ?? []).filter((one) => at - one < 1_000);
    this.calls.set(key, [...recent, at]);
    return recent.length >= 2;
  }

  private routed(request: StandInRequest, path: string, key: StandInKey): StandInReply {
    const { method, query, body } = request;
    const { users = 'write', numbers = 'read', ivrs = 'read', monitoring = true } = key;
    const present = this.team.users.filter(({ isArchived }) => isArchived !== true);
    const seen = monitoring ? present : present.filter(({ user_id }) => user_id === key.owner);
    const [, one = '', id = '', part = ''] = path.split('/');
    const asked = `${method} /${one}${id === '' ? '' : '/:'}${part === '' ? '' : `/${part}`}`;
    switch (id === 'plans_data' || id === 'invite' ? `${method} ${path}` : asked) {
      case 'GET /teams':
        return { status: 200, body: { team_id: 77, name: 'Sunrise Office', ...this.team, users: present } };
      case 'GET /teams/plans_data':
        return { status: 200, body: this.team.plans };
      case 'GET /users':
        return users === 'none' ? unauthorised('Unauthorized') : this.paged(seen, query);
      case 'GET /numbers':
        return numbers === 'none' || !monitoring
          ? unauthorised('Unauthorized')
          : this.paged(this.filtered(query), query);
      case 'PATCH /numbers/:':
        return numbers === 'none' ? unauthorised('Unauthorized') : this.route(Number(id), body);
      case 'GET /ivrs':
        // Documented is 204; seen was an empty 200.
        if (ivrs === 'none') return unauthorised('Unauthorized');
        return this.team.ivrs.length === 0 ? { status: 200 } : this.paged(this.team.ivrs, query);
      case 'GET /groups':
        return this.paged(
          this.team.groups.map(({ group_id, name }) => ({ group_id, name })),
          query,
        );
      case 'GET /groups/:':
        return this.members(Number(id), query, seen);
      case 'POST /groups/:/users':
      case 'DELETE /groups/:/users':
        return users === 'write' && monitoring
          ? this.changeMembers(method, Number(id), body)
          : unauthorised('Unauthorized');
      case 'POST /users/invite':
        return this.invite(body);
      case 'DELETE /users/:':
        return this.leave(Number(id), query.get('type'));
      default:
        return { status: 404, text: '404 page not found' };
    }
  }

  /** A page of a list; 204 where it is empty. `list_count` is that of the page: there is no total. */
  private paged(list: readonly unknown[], query: URLSearchParams): StandInReply {
    const some = this.slice(list, query);
    return some.length === 0 ? { status: 204 } : { status: 200, body: { list_count: some.length, list: some } };
  }

  private slice<T>(list: readonly T[], query: URLSearchParams): readonly T[] {
    const count = Math.min(page.most, Number(query.get('limit_count') ?? page.ordinary));
    const offset = Number(query.get('limit_offset') ?? 0);
    return list.slice(offset, offset + count);
  }

  private filtered(query: URLSearchParams): readonly unknown[] {
    const names = ['is_user', 'is_ivr', 'is_conference', 'is_fax', 'is_available'];
    const isAsked = (name: string): boolean => query.get(name) === 'true';
    const isOnlyFree = !names.some(isAsked);
    return this.team.numbers
      .filter(({ user_id, ivr_id, conference_id }) => {
        if (user_id !== null) return isAsked('is_user');
        if (ivr_id !== null) return isAsked('is_ivr');
        if (conference_id !== null) return isAsked('is_conference');
        return isOnlyFree || isAsked('is_available');
      })
      .map((one) => ({ ...one, type: 'GEOGRAPHIC', format: { e164: `+${String(one.number)}` } }));
  }

  private members(id: number, query: URLSearchParams, seen: readonly StandInUser[]): StandInReply {
    const group = this.team.groups.find(({ group_id }) => group_id === id);
    if (group === undefined) return { status: 404, body: { error: 'Not found' } };
    const users = group.users
      .filter((one) => seen.some(({ user_id }) => user_id === one))
      .map((user_id) => ({ user_id }));
    return { status: 200, body: { group_id: id, name: group.name, users: this.slice(users, query) } };
  }

  private changeMembers(method: string, id: number, body: unknown): StandInReply {
    const group = this.team.groups.find(({ group_id }) => group_id === id);
    if (group === undefined || !Array.isArray(body)) return { status: 400, body: { error: 'Bad request' } };
    const given = body as readonly number[];
    // What is already so is ignored.
    group.users =
      method === 'POST' ? [...new Set([...group.users, ...given])] : group.users.filter((one) => !given.includes(one));
    return { status: 200, body: {} };
  }

  private route(number: number, body: unknown): StandInReply {
    const found = this.team.numbers.find((one) => one.number === number);
    if (found === undefined) return { status: 404, body: { error: 'Not found' } };
    const to = body as { readonly user_id?: number; readonly ivr_id?: number };
    for (const user of this.team.users) user.numbers = user.numbers.filter((one) => one !== number);
    found.user_id = to.user_id ?? null;
    found.ivr_id = to.ivr_id ?? null;
    this.team.users.find(({ user_id }) => user_id === found.user_id)?.numbers.push(number);
    return { status: 200, body: {} };
  }

  /** Uses a license and sends an e-mail, whatever the rights of the key. */
  private invite(body: unknown): StandInReply {
    const { users = [] } = body as {
      readonly users?: readonly {
        readonly number?: number;
        readonly email: string;
        readonly firstname: string;
        readonly lastname: string;
        readonly plan_id: number;
      }[];
    };
    for (const { number, email, firstname, lastname, plan_id } of users) {
      const plan = this.team.plans.find((one) => one.plan_id === plan_id);
      if (plan === undefined || plan.nb_licences_used >= plan.nb_licences)
        return { status: 400, body: { error: 'No licence available' } };
      plan.nb_licences_used += 1;
      this.nextId += 1;
      this.team.users.push({
        user_id: this.nextId,
        firstname,
        lastname,
        email,
        numbers: number === undefined ? [] : [number],
        plan: { id: plan_id, name: plan.plan_name, type: 'USER' },
      });
      const taken = this.team.numbers.find((one) => one.number === number);
      if (taken !== undefined) taken.user_id = this.nextId;
      this.invited.push(email);
    }
    return { status: 200, body: {} };
  }

  private leave(id: number, type: string | null): StandInReply {
    const user = this.team.users.find(({ user_id }) => user_id === id);
    if (user === undefined) return { status: 404, body: { error: 'Not found' } };
    if (type === 'ARCHIVED') user.isArchived = true;
    else if (type === 'DELETED') {
      // The numbers go along, for good: this is why it is never sent.
      this.team.numbers = this.team.numbers.filter(({ user_id }) => user_id !== id);
      this.team.users = this.team.users.filter(({ user_id }) => user_id !== id);
    } else return { status: 400, body: { error: 'Bad request' } };
    return { status: 204 };
  }
}

/** The key that the stand-in knows where no other is given. */
export const ringoverKey = 'stand-in-key-for-sunrise';

/** A small account: three people, a free number, a menu, a ring group. */
export function aTeam(): StandInTeam {
  const plan = { id: 3, name: 'Business', type: 'USER' };
  return {
    users: [
      {
        user_id: 101,
        firstname: 'Ada',
        lastname: 'Albrecht',
        email: 'ada@office.example',
        numbers: [4930901801],
        plan,
      },
      {
        user_id: 102,
        firstname: 'Ben',
        lastname: 'Baptiste',
        email: 'ben@office.example',
        numbers: [4930901802, 4930901805],
        plan,
      },
      {
        user_id: 103,
        firstname: 'Cara',
        lastname: 'Costa',
        email: 'cara@office.example',
        numbers: [4930901803],
        plan: { id: 2, name: 'Smart', type: 'USER' },
      },
    ],
    numbers: [
      { number: 4930901801, label: '', user_id: 101, ivr_id: null, conference_id: null },
      { number: 4930901802, label: '', user_id: 102, ivr_id: null, conference_id: null },
      { number: 4930901803, label: '', user_id: 103, ivr_id: null, conference_id: null },
      { number: 4930901804, label: 'Spare', user_id: null, ivr_id: null, conference_id: null },
      { number: 4930901805, label: '', user_id: 102, ivr_id: null, conference_id: null },
      { number: 4930901800, label: 'Main', user_id: null, ivr_id: 7, conference_id: null },
    ],
    groups: [{ group_id: 51, name: 'Reception', users: [101, 102] }],
    ivrs: [{ ivr_id: 7, name: 'Front door', numbers: [4930901800] }],
    plans: [
      { plan_id: 2, plan_name: 'Smart', nb_licences_used: 1, nb_licences: 3 },
      { plan_id: 3, plan_name: 'Business', nb_licences_used: 2, nb_licences: 5 },
    ],
  };
}

/** An account of many people, for lists of more than one page. */
export function aLargeTeam(count: number): StandInTeam {
  const users = Array.from({ length: count }, (_, index) => ({
    user_id: 10_000 + index,
    firstname: `First ${String(index)}`,
    lastname: 'Last',
    email: `person-${String(index)}@office.example`,
    numbers: [4_940_000_000_000 + index],
    plan: { id: 2, name: 'Smart', type: 'USER' },
  }));
  return {
    users,
    numbers: users.map(({ user_id, numbers: [number = 0] }) => ({
      number,
      label: '',
      user_id,
      ivr_id: null,
      conference_id: null,
    })),
    groups: [{ group_id: 51, name: 'Everybody', users: users.map(({ user_id }) => user_id) }],
    ivrs: [],
    plans: [{ plan_id: 2, plan_name: 'Smart', nb_licences_used: count, nb_licences: count + 10 }],
  };
}
