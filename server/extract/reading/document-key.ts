import { foldText, normaliseText } from '../../../graph-data/model/text.ts';
import { sha256Hex } from '../../store/sha256-hex.ts';

/** What tells whether two documents are one. */
export interface DocumentKey {
  /** SHA-256 of the text in NFC with `\n` line ends: 64 lower-case hexadecimal digits. */
  readonly sha256: string;
  /** Accents and case folded. */
  readonly publisher?: string;
  /** Without scheme, fragment and the parameters that only count visitors. */
  readonly address?: string;
}

const VISITOR_COUNTERS = /^(?:utm_\w+|fbclid|gclid|mc_cid|mc_eid)$/i;

/** The key of a document by its text and where it is from. An address that is none is left out. */
export function toDocumentKey(document: {
  readonly text: string;
  readonly publisher?: string | undefined;
  readonly url?: string | undefined;
}): DocumentKey {
  const publisher = foldText(document.publisher ?? '');
  const address = toAddress(document.url);
  return {
    sha256: sha256Hex(normaliseText(document.text)),
    ...(publisher !== '' && { publisher }),
    ...(address !== undefined && { address }),
  };
}

/**
 * True when the two are one document: the same text from the same publisher or from the same address. The same text from
 * another publisher is another document (of the same origin).
 */
export function isSameDocument(a: DocumentKey, b: DocumentKey): boolean {
  if (a.sha256 !== b.sha256) return false;
  const isSamePublisher = a.publisher !== undefined && a.publisher === b.publisher;
  return isSamePublisher || (a.address !== undefined && a.address === b.address);
}

function toAddress(url: string | undefined): string | undefined {
  const address = url === undefined ? null : URL.parse(url);
  if (address === null || !/^https?:$/.test(address.protocol)) return undefined;
  for (const name of [...address.searchParams.keys()])
    if (VISITOR_COUNTERS.test(name)) address.searchParams.delete(name);
  const path = address.pathname.replace(/\/$/, '');
  return `${address.host.replace(/^www\./, '')}${path}${address.search}`;
}
