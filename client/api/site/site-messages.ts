import type { AddressAnswer } from '../../../graph-data/site/answer-address.ts';
import type { DataPart } from '../../../graph-data/site/open-site.ts';

/** What the worker of a published site is told first: where its files are, and the first of them where that is here already. */
export interface SiteOpening {
  readonly kind: 'open';
  /** Whole addresses. */
  readonly files: Readonly<Record<DataPart, string>>;
  /** As it came; null where it could not be had, and is to be tried again. */
  readonly network: ArrayBuffer | null;
}

/** A request of the page. */
export interface SiteQuestion {
  readonly kind: 'ask';
  readonly id: number;
  /** `api/v1/…` with its query. */
  readonly address: string;
}

export type SiteMessage = SiteOpening | SiteQuestion;

/** The worker's answer to the question of this id, or why there is none: the site's files cannot be read. */
export type SiteReply =
  { readonly id: number; readonly answer: AddressAnswer } | { readonly id: number; readonly fault: string };
