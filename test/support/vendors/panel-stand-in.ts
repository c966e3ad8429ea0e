import { createHash, randomBytes } from 'node:crypto';
import { Faults, StandInServer, type StandInReply, type StandInRequest } from './stand-in-server';

export interface StandInApartment {
  readonly uid: number;
  link_id: string | null;
  apartment_address: { building: number; unit: number; floor: number; room: number };
  apartment_name: string;
  residents: { count: number };
}

export interface PanelStandInOptions {
  readonly password?: string;
  /** Older firmware answers under `/api/v0`. */
  readonly api?: 'v0' | 'v1';
  readonly isManaged?: boolean;
  /** Old firmware leaves `uid` out. */
  readonly leavesUidOut?: boolean;
  /** A token is good for so many calls, then it is forgotten. */
  readonly callsAToken?: number;
}

export type PanelFault = 'cutOff' | 'lost' | 'forgets' | 'redirect' | 'never';

const logIn: StandInReply = { status: 401, body: { error: 'Log In' } };
const limits = [10, 20, 30, 50];

/**
 * Stand-in for the API of an intercom panel as it was recorded: a password as upper-case MD5, a token that is forgotten, apartments by
 * a `link_id` of ours whose filter is ignored, items without `uid`, a switch that says that a server manages it. How a list is wrapped
 * is not recorded; here it is `list_items`.
 */
export class PanelStandIn {
  readonly faults = new Faults<PanelFault>();
  readonly server: StandInServer;
  apartments: StandInApartment[] = [];
  private tokens = new Map<string, number>();
  private nextUid = 1;

  constructor(private readonly options: PanelStandInOptions = {}) {
    this.server = new StandInServer((request) => this.answer(request));
  }

  listen(port = 0): Promise<string> {
    return this.server.listen(port);
  }

  close(): Promise<void> {
    return this.server.close();
  }

  /** Makes an apartment as somebody does at the panel itself. */
  add(address: StandInApartment['apartment_address'], name: string, linkId: string | null = null): void {
    this.apartments.push({
      uid: this.nextUid++,
      link_id: linkId,
      apartment_address: address,
      apartment_name: name,
      residents: { count: 0 },
    });
  }

  private answer(request: StandInRequest): StandInReply {
    const { method, path, headers } = request;
    const { api = 'v1', callsAToken = Number.POSITIVE_INFINITY } = this.options;
    const fault = this.faults.take(`${method} ${path}`);
    if (fault === 'never') return { status: 200, ends: 'never' };
    if (fault === 'redirect') return { status: 302, headers: { location: 'http://127.0.0.1:9/' } };
    if (path === '/api/info') return { status: 200, body: this.info(api) };
    if (!path.startsWith(`/api/${api}/`)) return { status: 404, body: { error: 'Not found' } };
    const call = `${method} ${path.slice(`/api/${api}`.length)}`;
    if (call === 'GET /login') return this.login(request);
    const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '';
    const used = this.tokens.get(token);
    if (fault === 'forgets') this.tokens.clear();
    if (used === undefined || used >= callsAToken || fault === 'forgets') return logIn;
    this.tokens.set(token, used + 1);
    const reply = this.routed(call, request);
    return fault === 'cutOff' || fault === 'lost' ? { ...reply, ends: fault } : reply;
  }

  private info(api: 'v0' | 'v1'): unknown {
    return {
      firmware_version: '3.14.0',
      api_version: api === 'v0' ? '0.9.1' : '1.8.2',
      device_type: 'panel',
      device_name: 'Main entrance',
      device_model: 'AA-12FB',
      device_serial_number: '0123456789AB',
    };
  }

  private login({ query }: StandInRequest): StandInReply {
    const { password = panelPassword } = this.options;
    const expected = createHash('md5').update(password).digest('hex').toUpperCase();
    if (query.get('username') !== 'admin' || query.get('password') !== expected)
      return { status: 401, body: { error: 'Wrong login or password' } };
    const token = randomBytes(12).toString('hex');
    this.tokens.set(token, 0);
    return { status: 200, body: { token, account_type: 'admin' } };
  }

  private routed(call: string, { query, body }: StandInRequest): StandInReply {
    switch (call) {
      case 'POST /logout':
        return { status: 200, body: {} };
      case 'GET /network/management/settings':
        return { status: 200, body: { enabled: this.options.isManaged ?? false } };
      case 'GET /apartment/items': {
        const limit = Number(query.get('limit'));
        if (!limits.includes(limit)) return { status: 400, body: { error: 'Bad limit' } };
        const from = (Number(query.get('page_number') ?? 1) - 1) * limit;
        return {
          status: 200,
          body: { list_items: this.apartments.slice(from, from + limit).map((one) => this.shown(one)) },
        };
      }
      case 'GET /apartment/items/link':
        // The filter is ignored: everything is answered.
        return { status: 200, body: { list_items: this.apartments.map((one) => this.shown(one)) } };
      case 'POST /apartment/items/link':
        return { status: 200, body: (body as readonly Partial<StandInApartment>[]).map((one) => this.link(one)) };
      default:
        return { status: 404, body: { error: 'Not found' } };
    }
  }

  private shown({ uid, ...rest }: StandInApartment): unknown {
    return this.options.leavesUidOut === true ? rest : { uid, ...rest };
  }

  private link({
    link_id = null,
    apartment_address,
    apartment_name = '',
    residents = { count: 0 },
  }: Partial<StandInApartment>): unknown {
    const extended = { created: false, updated: false, deleted: false, entity_not_found: false, has_dublicates: false };
    const answer = (success: boolean, what: keyof typeof extended) => ({
      link_id,
      success,
      extended_info: { ...extended, [what]: true },
    });
    if (apartment_address === undefined) return answer(false, 'entity_not_found');
    const at = JSON.stringify(apartment_address);
    const isTaken = this.apartments.some(
      (one) => one.link_id !== link_id && JSON.stringify(one.apartment_address) === at,
    );
    if (isTaken) return answer(false, 'has_dublicates');
    const known = this.apartments.find((one) => one.link_id === link_id);
    if (known === undefined) {
      this.apartments.push({ uid: this.nextUid++, link_id, apartment_address, apartment_name, residents });
      return answer(true, 'created');
    }
    Object.assign(known, { apartment_address, apartment_name, residents });
    return answer(true, 'updated');
  }
}

/** The password that the stand-in has where no other is given. */
export const panelPassword = 'stand-in-password';
