import { mostOf } from '../../../graph-data/network/appearance.ts';
import { COLOURED_COMMUNITIES, toStepStarts } from '../../canvas/node-look.ts';
import type { Metrics } from '../../../graph-data/network/metrics/metrics.ts';
import type { ColourBy, SizeBy } from '../../state/appearance.ts';
import { COLOURS, SIZES } from '../../state/appearance.ts';
import { withAppearance } from '../../state/page-transitions.ts';
import { useChangePage, useLoaded, usePage } from '../page-context.ts';
import { toCountWords } from '../words/count-words.ts';
import { COLOUR_WORDS, METRIC_SENSES, METRIC_WORDS, toMetricText } from './appearance-words.ts';
import { CommunityMark } from './community-mark.tsx';
import { MetricsProgress } from './metrics-progress.tsx';

/** Chooses what size and colour of the nodes tell, and says what they then mean. */
export function AppearanceKey() {
  const change = useChangePage();
  const { size, colour } = usePage((state) => state.page.appearance);
  const graph = useLoaded()?.graph;
  const values = usePage((state) => (state.metrics.graph === graph ? state.metrics.values : null));
  const isDefault = size === 'claims' && colour === 'kind';
  return (
    <div className="appearance-key" role="group" aria-label="Size and colour">
      <p className="appearance-choices">
        <label>
          Size by{' '}
          <select
            value={size}
            title={METRIC_SENSES[size]}
            onChange={(event) =>
              change((page) => withAppearance(page, { size: event.target.value as SizeBy }))
            }
          >
            {SIZES.map((name) => (
              <option key={name} value={name}>
                {METRIC_WORDS[name]}
              </option>
            ))}
          </select>
        </label>
        <label>
          Colour by{' '}
          <select
            value={colour}
            {...(colour === 'kind' ? {} : { title: METRIC_SENSES[colour] })}
            onChange={(event) =>
              change((page) => withAppearance(page, { colour: event.target.value as ColourBy }))
            }
          >
            {COLOURS.map((name) => (
              <option key={name} value={name}>
                {COLOUR_WORDS[name]}
              </option>
            ))}
          </select>
        </label>
      </p>
      {!isDefault && <MetricsProgress />}
      {!isDefault && graph !== undefined && (
        <p className="colour-key">
          {values !== null && <ColourKey colour={colour} values={values} />}
          <span className="quiet">of the {toCountWords(graph.order, 'actor')} shown</span>
        </p>
      )}
    </div>
  );
}

function ColourKey({ colour, values }: { readonly colour: ColourBy; readonly values: Metrics }) {
  if (colour === 'kind') return null;
  if (colour === 'community') {
    const coloured = Math.min(COLOURED_COMMUNITIES, values.communities);
    const isMore = values.communities > COLOURED_COMMUNITIES;
    return (
      <>
        {Array.from({ length: coloured }, (_, index) => (
          <CommunityMark key={index} community={index + 1} />
        ))}
        {isMore && <CommunityMark community={COLOURED_COMMUNITIES + 1} isMore />}
        <span className="quiet">{toCountWords(values.communities, 'community', 'communities')}</span>
      </>
    );
  }
  const list = values[colour];
  if (list === null) return null;
  const most = mostOf(list);
  const starts = toStepStarts(most);
  return (
    <>
      <span>{toMetricText(colour, 0)}</span>
      {starts.map((start, step) => (
        <span
          key={step}
          className={`step-mark step-${step}`}
          role="img"
          aria-label={`from ${toMetricText(colour, start)}`}
          title={`from ${toMetricText(colour, start)}`}
        />
      ))}
      <span>{toMetricText(colour, most)}</span>
    </>
  );
}
