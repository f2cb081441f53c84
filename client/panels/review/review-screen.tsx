import type { DocumentId } from '../../../graph-data/model/ids.ts';
import { Waiting } from '../frame/waiting.tsx';

/** The proposals of a document, to be decided on beside its text. */
export function ReviewScreen({ document }: { readonly document: DocumentId }) {
  return <Waiting what={document} />;
}
