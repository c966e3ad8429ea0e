import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';

/** One machine of a network that exists on this one alone: a namespace with an address of its own. */
export interface Host {
  readonly namespace: string;
  readonly address: string;
}

function ip(...args: readonly string[]): void {
  const ran = spawnSync('ip', args, { encoding: 'utf8' });
  if (ran.error !== undefined) throw new Error('The program ip is missing (package iproute2)');
  if (ran.status !== 0) throw new Error(`ip ${args.join(' ')}: ${ran.stderr.trim()}`);
}

/** Hosts on one bridge, which can be cut from one another. Needs root. */
export class Network {
  private constructor(
    private readonly bridge: string,
    readonly hosts: readonly Host[],
  ) {}

  static make(count: number): Network {
    const mark = randomInt(0x1000, 0xffff).toString(16);
    const subnet = `10.${randomInt(100, 250)}.${randomInt(0, 250)}`;
    const bridge = `tb${mark}`;
    const hosts: Host[] = [];
    const network = new Network(bridge, hosts);
    try {
      ip('link', 'add', bridge, 'type', 'bridge');
      ip('addr', 'add', `${subnet}.1/24`, 'dev', bridge);
      ip('link', 'set', bridge, 'up');
      for (let index = 0; index < count; index += 1) {
        const host = { namespace: `tn${mark}${index}`, address: `${subnet}.${index + 11}` };
        const [outer, inner] = [`to${mark}${index}`, `ti${mark}${index}`];
        ip('netns', 'add', host.namespace);
        hosts.push(host);
        ip('link', 'add', outer, 'type', 'veth', 'peer', 'name', inner);
        ip('link', 'set', inner, 'netns', host.namespace);
        ip('link', 'set', outer, 'master', bridge, 'up');
        ip('-n', host.namespace, 'addr', 'add', `${host.address}/24`, 'dev', inner);
        ip('-n', host.namespace, 'link', 'set', inner, 'up');
        ip('-n', host.namespace, 'link', 'set', 'lo', 'up');
      }
      return network;
    } catch (error) {
      network.remove();
      throw error;
    }
  }

  /** From now on nothing passes between a host and the others; whoever is outside reaches all of them. */
  cut(host: Host): void {
    for (const other of this.hosts) {
      if (other !== host) ip('-n', host.namespace, 'route', 'add', 'blackhole', `${other.address}/32`);
    }
  }

  mend(host: Host): void {
    for (const other of this.hosts) {
      if (other !== host) ip('-n', host.namespace, 'route', 'del', 'blackhole', `${other.address}/32`);
    }
  }

  remove(): void {
    for (const { namespace } of this.hosts) spawnSync('ip', ['netns', 'del', namespace]);
    spawnSync('ip', ['link', 'del', this.bridge]);
  }
}
