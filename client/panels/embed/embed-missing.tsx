import { START_PAGE } from '../../state/page-state.ts';
import type { NetworkState } from '../../state/network-state.ts';
import { FullViewLink } from './full-view-link.tsx';

/** In place of a picture of what is not there: the reason, and the way to all that is. */
export function EmbedMissing({ words }: { readonly words: string }) {
  return (
    <div className="view-state embed-missing" role="alert">
      <p>{words}</p>
      <FullViewLink change={() => START_PAGE}>Everything that is stated, in Onrecord</FullViewLink>
    </div>
  );
}

/** Why there is no picture of what the address asks for; null where there is one, or another reason. */
export function toMissingWords({ loaded, problem }: NetworkState): string | null {
  if (loaded !== null || problem === null) return null;
  const { status, detail, title, pointers, reasons } = problem;
  if (status === 400) return `This picture asks for something that is not understood: ${detail ?? title}.`;
  const isMissing = status === 422 || (status === 404 && pointers.includes('/path/id'));
  if (!isMissing) return null;
  // Of relation types the server also names all there are.
  const said = [...new Set(reasons)].map((reason) => reason.replace(/ \(expected one of [^)]*\):/, ''));
  const what = said.length > 0 ? said.join(', ') : (detail ?? title);
  return `This picture asks for something that is not in the data any more: ${what}.`;
}
