import ipaddr from 'ipaddr.js';

/** Addresses of public ranges where a cloud answers its own machines only: Azure's platform address. */
const PLATFORM = new Set(['168.63.129.16']);
/** All that is given out of IPv6 (RFC 4291, 2.4; IANA): outside it are `::127.0.0.1` and other old writings of IPv4. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * True when an IP address is one of the public internet: not loopback, private, unique-local, link-local (where clouds keep
 * their metadata, 169.254.169.254), multicast, reserved, unspecified, nor IPv4 inside IPv6 (mapped, 6to4, Teredo, NAT64), which
 * could be any of these. False for what is no address in its plain writing.
 */
export function isPublicAddress(address: string): boolean {
  if (PLATFORM.has(address)) return false;
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) return ipaddr.IPv4.parse(address).range() === 'unicast';
  if (!ipaddr.IPv6.isValid(address) || address.includes('%')) return false;
  const parsed = ipaddr.IPv6.parse(address);
  return parsed.range() === 'unicast' && parsed.match(GLOBAL_UNICAST);
}
