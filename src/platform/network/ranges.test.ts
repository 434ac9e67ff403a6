import { describe, expect, it } from 'vitest';
import { isPartlyPublic, mayReach, parseRange, rangeText, reachOf, within } from './ranges.ts';

const one = (text: string) => parseRange(text)!;

describe('addresses and ranges', () => {
  it('reads and writes both families, host bits cleared, and refuses everything else', () => {
    expect(['10.1.2.3/8', '192.168.1.7', '::1', 'FD00::1/8', '2001:db8:0:0:1::/80', '::ffff:10.0.0.1', '::ffff:a00:1/104'].map((t) => rangeText(one(t)))).toEqual(['10.0.0.0/8', '192.168.1.7/32', '::1/128', 'fd00::/8', '2001:db8:0:0:1::/80', '10.0.0.1/32', '10.0.0.0/8']);
    expect(['10.0.0.0/33', '10.0.0', '0x7f.1', 'fe80::1%eth0', 'localhost', '10.0.0.0/8/8', '10.0.0.0/-1', '', '1.2.3.4/'].map(parseRange)).toEqual(Array.from({ length: 9 }, () => undefined));
  });

  it('knows what lies in what', () => {
    expect([within(one('10.1.0.0/16'), one('10.0.0.0/8')), within(one('10.0.0.0/8'), one('10.1.0.0/16')), within(one('11.0.0.1'), one('10.0.0.0/8')), within(one('::1'), one('0.0.0.0/0'))]).toEqual([true, false, false, false]);
  });

  it('tells where an address is reached', () => {
    const reach = (t: string) => reachOf(one(t));
    expect(['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1'].map(reach)).toEqual(Array.from({ length: 4 }, () => 'loopback'));
    expect(['10.0.0.1', '172.31.255.255', '192.168.0.1', '100.64.0.1', 'fd12::1', '::ffff:192.168.0.1'].map(reach)).toEqual(Array.from({ length: 6 }, () => 'private'));
    expect(['169.254.169.254', '::ffff:169.254.169.254', 'fd00:ec2::254', '100.100.100.200'].map(reach)).toEqual(Array.from({ length: 4 }, () => 'metadata'));
    expect(['169.254.1.1', 'fe80::1'].map(reach)).toEqual(['link-local', 'link-local']);
    expect(['0.0.0.0', '224.0.0.1', '255.255.255.255', '::', '64:ff9b::a00:1', '2002:a00:1::', '::7f00:1'].map(reach)).toEqual(Array.from({ length: 7 }, () => 'reserved'));
    expect(['8.8.8.8', '172.32.0.1', '2606:4700::1111', '11.0.0.0'].map(reach)).toEqual(Array.from({ length: 4 }, () => 'public'));
    expect([isPartlyPublic(one('0.0.0.0/0')), isPartlyPublic(one('10.0.0.0/7')), isPartlyPublic(one('10.0.0.0/8'))]).toEqual([true, true, false]);
  });

  it('reaches public addresses, and others only where they are allowed; metadata services only by name', () => {
    const allowed = [one('10.1.0.0/16'), one('169.254.0.0/16'), one('fd00::/8')];
    expect(['8.8.8.8', '10.1.2.3', '169.254.7.7'].every((a) => mayReach(one(a), allowed))).toBe(true);
    expect(['10.2.0.1', '127.0.0.1', '169.254.169.254', 'fd00:ec2::254'].some((a) => mayReach(one(a), allowed))).toBe(false);
    expect(mayReach(one('169.254.169.254'), [one('169.254.169.254/32')])).toBe(true);
  });
});
