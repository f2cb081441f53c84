import type { DocumentSummary } from '../../../graph-data/model/document.ts';
import type { ClaimId } from '../../../graph-data/model/ids.ts';
import { getClaimId } from '../../../graph-data/network/network.ts';
import type { ViewContext } from '../../../graph-data/views/view-context.ts';

/** A document whose text is here and stays here. */
export interface Withheld {
  readonly document: DocumentSummary;
  /** How much of its text goes out all the same, as the sentences that state its claims: 0 to 1. */
  readonly quotedShare: number;
}

/** Claims read at once. */
const LOT = 1000;

/** In the order of the documents. Cost: the words of their claims are read. */
export async function findWithheld(context: ViewContext): Promise<Withheld[]> {
  const { network, reader, mayShowText } = context;
  const idsOf = new Map<number, ClaimId[]>(
    [...network.documents.entries()].flatMap(([index, document]) =>
      mayShowText(document) ? [] : [[index, []] as const],
    ),
  );
  for (let row = 0; row < network.claims.length; row += 1)
    idsOf.get(network.claims.document[row] ?? -1)?.push(getClaimId(network, row));
  const withheld: Withheld[] = [];
  for (const [index, ids] of idsOf) {
    const document = network.documents[index];
    const stored = document && (await reader.findDocument(document.id));
    if (document === undefined || stored?.text == null) continue;
    const quotedShare = (await countQuoted(context, ids)) / Math.max(1, stored.text.length);
    withheld.push({ document, quotedShare });
  }
  return withheld;
}

/** The characters of a text that stand in the sentences of these claims, each once. */
async function countQuoted({ reader }: ViewContext, ids: readonly ClaimId[]): Promise<number> {
  const spans: (readonly [from: number, to: number])[] = [];
  for (let at = 0; at < ids.length; at += LOT) {
    for (const { evidence } of await reader.getClaims(ids.slice(at, at + LOT))) {
      const { sentenceStart, sentence } = evidence;
      if (sentenceStart !== null) spans.push([sentenceStart, sentenceStart + sentence.length]);
    }
  }
  let [count, reached] = [0, 0];
  for (const [from, to] of spans.sort(([a], [b]) => a - b)) {
    count += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return count;
}
