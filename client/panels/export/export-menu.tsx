import { useState } from 'react';
import { exportRequest } from '../../api/requests.ts';
import { toLensWords } from '../lens/lens-words.ts';
import { useActorName, useLoaded, usePage, useVocabulary } from '../page-context.ts';
import { toNumberWords, toShareWords } from '../words/count-words.ts';
import { ExportLink } from './export-link.tsx';
import type { ExportScope } from './export-scopes.ts';
import { toExportScopes } from './export-scopes.ts';
import { PictureLinks } from './picture-links.tsx';

/** Files of the network: of what is shown, of what is selected, of everything; each says how much of how much it holds. */
export function ExportMenu({ onEmbed }: { readonly onEmbed: () => void }) {
  const loaded = useLoaded();
  const lens = usePage((state) => state.page.lens);
  const selection = usePage((state) => state.page.selection);
  const [chosenName, setChosenName] = useState<ExportScope['name'] | null>(null);
  if (loaded === null) return <p>The network is not here yet.</p>;
  const scopes = toExportScopes(loaded, lens, selection);
  const chosen = scopes.find(({ name }) => name === chosenName) ?? scopes[0];
  return (
    <div className="export">
      <h2>Export</h2>
      <fieldset className="export-scopes">
        <legend className="visually-hidden">Export what</legend>
        {scopes.map((scope) => (
          <label key={scope.name}>
            <input
              type="radio"
              name="export-scope"
              checked={scope === chosen}
              onChange={() => setChosenName(scope.name)}
            />
            <span>
              <ScopeWords scope={scope} />
            </span>
          </label>
        ))}
      </fieldset>
      {chosen && <ExportLinks scope={chosen} total={loaded.meta.total} />}
      <PictureLinks />
      <p className="export-links">
        <span className="quiet">A picture for your own page, in which others read the sentences</span>
        <button type="button" className="link-button" onClick={onEmbed}>
          Embed…
        </button>
      </p>
      <p className="quiet">
        GEXF and GraphML open in Gephi with this picture’s places and colours, CSV in a spreadsheet, JSON
        (node-link) in NetworkX. GEXF 1.2 is for older tools, such as NetworkX before 3.5: from it Gephi
        merges parallel edges.
      </p>
    </div>
  );
}

/** What a scope is of: its name, and below it what cuts. */
function ScopeWords({ scope }: { readonly scope: ExportScope }) {
  const names = usePage((state) => state.names);
  const vocabulary = useVocabulary();
  const selection = usePage((state) => state.page.selection);
  const [one, other] = scope.part.map(([, id]) => id);
  const [name, otherName] = [useActorName(one ?? ''), useActorName(other ?? '')];
  const lensWords = toLensWords(scope.lens, names, vocabulary);
  const title = { shown: 'What is shown', selection: 'Selection', all: 'Everything' }[scope.name];
  const selected = selection.kind === 'pair' ? `${name} and ${otherName}` : `${name} and its neighbours`;
  const notes = [scope.name === 'selection' ? selected : '', lensWords].filter((words) => words !== '');
  return (
    <>
      <span className="export-scope">{title}</span>
      {notes.length > 0 && <span className="quiet">{notes.join(' · ')}</span>}
    </>
  );
}

const FORMATS = [
  { format: 'gexf', name: 'GEXF', own: [] },
  { format: 'gexf', name: 'GEXF 1.2', own: [['gexf', '1.2']] },
  { format: 'graphml', name: 'GraphML', own: [] },
  { format: 'csv', name: 'CSV', own: [] },
  { format: 'json', name: 'JSON', own: [] },
] as const;

interface ExportLinksProps {
  readonly scope: ExportScope;
  readonly total: { readonly relations: number; readonly claims: number };
}

function ExportLinks({ scope: { lens, part, counts }, total }: ExportLinksProps) {
  return (
    <ul>
      {(['relations', 'claims'] as const).map((level) => (
        <li key={level}>
          <span className="quiet">
            {counts === null
              ? `All ${level}, also those not drawn`
              : `${toShareWords(counts[level], total[level], level)} between ${toNumberWords(counts.actors)} actors`}
          </span>
          <span className="export-links">
            {FORMATS.map(({ format, name, own }) => (
              <ExportLink
                key={name}
                address={exportRequest(lens, format, level, [...part, ...own]).address}
                label={`${name}, ${level}`}
              >
                {name}
              </ExportLink>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
