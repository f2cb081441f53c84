import { useEffect, useState } from 'react';
import type { CaseFile } from '../../../graph-data/formats/case-file/case-file.ts';
import { usePage, useServices } from '../page-context.ts';
import type { FoundClaims } from './case-check.ts';
import { findFewClaims } from './find-few-claims.ts';

const NOTHING: FoundClaims = new Map();

/** What the data here has of a case file's claims, as it comes in; asked for anew of another version, and by another reader. */
export function useCaseCheck(file: CaseFile): FoundClaims {
  const { ask } = useServices();
  const version = usePage(({ network }) => network.loaded?.meta.version);
  const reader = usePage(({ session }) => session?.name);
  const asked = `${version ?? ''} ${reader ?? ''}`;
  const [known, setKnown] = useState({ asked, found: NOTHING });
  const found = known.asked === asked ? known.found : NOTHING;
  const ids = [...new Set(file.items.flatMap(({ claims }) => claims.map(({ id }) => id)))];
  const missing = JSON.stringify(version === undefined ? [] : ids.filter((id) => !found.has(id)));
  useEffect(() => {
    const controller = new AbortController();
    const wanted = JSON.parse(missing) as string[];
    if (wanted.length === 0) return;
    findFewClaims(wanted, ask, controller.signal).then(
      // What is found is no longer missing, which asks for the next few.
      (few) =>
        setKnown((before) => ({
          asked,
          found: new Map([...(before.asked === asked ? before.found : NOTHING), ...few]),
        })),
      () => undefined, // it was aborted
    );
    return () => controller.abort();
  }, [ask, asked, missing]);
  return found;
}
