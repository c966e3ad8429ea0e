import { describe, expect, it } from 'vitest';
import { addressFrom } from '../../../../electron/main/servers/server-names';
import { readPostgresAddress } from '../../../../electron/main/stores/postgres/postgres-address';
import { writtenAddress } from '../../../../electron/main/stores/registry';

describe('an address that a person types', () => {
  it.each([
    ['webdav', 'https://cloud.example.org/dav/anna/Trellis', 'webdav+https://anna@cloud.example.org/dav/anna/Trellis/'],
    ['webdav', ' cloud.example.org/Trellis/ ', 'webdav+https://anna@cloud.example.org/Trellis/'],
    ['webdav', 'http://192.168.1.4:5005/home/Trellis', 'webdav+http://anna@192.168.1.4:5005/home/Trellis/'],
    ['postgres', 'db.example.org/trellis/garden-city', 'postgres://anna@db.example.org:5432/trellis/garden-city'],
    [
      'postgres',
      'db1.example.org, db2.example.org:5433/trellis',
      'postgres://anna@db1.example.org:5432,db2.example.org:5433/trellis/main',
    ],
    ['postgres', 'postgresql://ben:secret@db.example.org/trellis', 'postgres://anna@db.example.org:5432/trellis/main'],
  ] as const)('of %s, “%s”, is understood', (kind, address, written) => {
    expect(addressFrom({ kind, address, user: 'anna' })).toBe(written);
  });

  it.each([
    ['webdav', 'https://'],
    ['webdav', 'https://cloud.example.org/?token=1'],
    ['postgres', 'db.example.org'],
    ['postgres', 'db.example.org/trellis/one/two'],
    ['postgres', 'db.example.org/trellis?sslmode=prefer'],
  ] as const)('of %s, “%s”, is refused', (kind, address) => {
    expect(addressFrom({ kind, address, user: 'anna' })).toBeNull();
  });
});

describe('the written form of an address', () => {
  it('never holds a password', () => {
    for (const address of [
      'postgres://anna:secret@db.example.org/trellis',
      'webdav+https://anna:secret@cloud.example.org/x',
    ]) {
      expect(writtenAddress(address)).not.toBeNull();
      expect(writtenAddress(address)).not.toContain('secret');
    }
  });

  it('is its own written form', () => {
    for (const address of [
      'postgres://anna@db1:1,[fe80::1]:2/data%20base/a%2Fb?ca=%2Fetc%2Fca.pem',
      'webdav+https://anna%40example.org@cloud.example.org/a%20b/',
    ]) {
      const written = writtenAddress(address);
      expect(written).not.toBeNull();
      expect(writtenAddress(written ?? '')).toBe(written);
    }
  });

  it('verifies certificates unless the way stays on this machine, or somebody asked not to', () => {
    const tls = (address: string): string | undefined => readPostgresAddress(address)?.address.tls;
    expect(tls('postgres://db.example.org/trellis')).toBe('verified');
    expect(tls('postgres://db.example.org/trellis?sslmode=require')).toBe('verified');
    expect(tls('postgres://127.0.0.1,db.example.org/trellis')).toBe('verified');
    expect(tls('postgres://localhost/trellis')).toBe('off');
    expect(tls('postgres://db.example.org/trellis?tls=off')).toBe('off');
  });
});
