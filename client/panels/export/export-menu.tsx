import type { Meta } from '../../../graph-data/contract/answers.ts';
import type { Lens } from '../../../graph-data/model/lens.ts';
import { DEFAULT_LENS } from '../../../graph-data/model/lens.ts';
import { exportRequest } from '../../api/requests.ts';
import { isCutByLimit } from '../../state/network-state.ts';
import { isSameLens } from '../../state/page-transitions.ts';
import { toLensChips } from '../lens/lens-chips.ts';
import { useLoaded, usePage, useVocabulary } from '../page-context.ts';
import { toNumberWords, toShareWords } from '../words/count-words.ts';

/** Files of the network: of what is shown, and of everything; each says how much of how much it holds. */
export function ExportMenu() {
  const loaded = useLoaded();
  const lens = usePage((state) => state.page.lens);
  const names = usePage((state) => state.names);
  const vocabulary = useVocabulary();
  if (loaded === null) return <p>The network is not here yet.</p>;
  const isCut = !isSameLens(lens, DEFAULT_LENS);
  const { shown, total, cutBy } = loaded.meta;
  return (
    <div className="export">
      <h2>Export</h2>
      {isCut && (
        <ExportGroup
          title="What is shown"
          note={toLensChips(lens, names, vocabulary)
            .map((chip) => chip.words)
            .join(' · ')}
          counts={isCutByLimit(cutBy) ? null : { shown, total }}
          lens={lens}
        />
      )}
      <ExportGroup title="Everything" note={null} counts={{ shown: total, total }} lens={DEFAULT_LENS} />
      <p className="quiet">
        GEXF 1.3 and GraphML open in Gephi with this picture’s places and colours, CSV in a spreadsheet, JSON
        (node-link) in NetworkX.
      </p>
    </div>
  );
}

const FORMATS = [
  { format: 'gexf', name: 'GEXF' },
  { format: 'graphml', name: 'GraphML' },
  { format: 'csv', name: 'CSV' },
  { format: 'json', name: 'JSON' },
] as const;

interface ExportGroupProps {
  readonly title: string;
  /** The lens in words. */
  readonly note: string | null;
  /** Null where the file holds more than the drawn part, which alone is counted here. */
  readonly counts: Pick<Meta, 'shown' | 'total'> | null;
  readonly lens: Lens;
}

function ExportGroup({ title, note, counts, lens }: ExportGroupProps) {
  return (
    <section>
      <h3>{title}</h3>
      {note !== null && <p className="quiet">{note}</p>}
      <ul>
        {(['relations', 'claims'] as const).map((level) => (
          <li key={level}>
            <span className="quiet">
              {counts === null
                ? `All ${level} the lens leaves, also those not drawn`
                : `${toShareWords(counts.shown[level], counts.total[level], level)} between ${toNumberWords(counts.shown.actors)} actors`}
            </span>
            <span className="export-links">
              {FORMATS.map(({ format, name }) => (
                <a
                  key={format}
                  href={exportRequest(lens, format, level).address}
                  aria-label={`${name}, ${level}`}
                  download
                >
                  {name}
                </a>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
