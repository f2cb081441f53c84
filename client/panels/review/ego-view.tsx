import { useId } from 'react';
import type { ClaimAnswer } from '../../../graph-data/contract/answers.ts';
import { KIND_GLYPHS } from '../../canvas/kind-glyphs.ts';
import { useVocabulary } from '../page-context.ts';
import { toTypeWords } from '../words/relation-words.ts';
import type { EgoLine, EgoNode } from './ego-picture.ts';
import { toEgoPicture, toEgoWords } from './ego-picture.ts';
import { useNeighbours } from './use-neighbours.ts';

const END_RADIUS = 15;
const RADIUS = 9;
const LONGEST_NAME = 20;
/** Glyphs are drawn for a disc of this radius. */
const GLYPH_RADIUS = 14;

/** The claim's place in the network: what ties its two actors today, and the claim itself as a line of dashes. */
export function EgoView({ claim, version }: { readonly claim: ClaimAnswer; readonly version: number }) {
  const vocabulary = useVocabulary();
  const arrow = useId();
  const { subject, object, type, stance, status } = claim;
  const neighbours = useNeighbours([subject.id, object.id], version);
  const [left, right] = [neighbours.get(subject.id), neighbours.get(object.id)];
  const picture = toEgoPicture(claim, left ?? [], right ?? []);
  const isHere = left !== undefined && right !== undefined;
  const words = isHere ? toEgoWords(picture) : '';
  const { subject: from, object: to } = picture;
  const [start, end] = [from.x + END_RADIUS + 4, to.x - END_RADIUS - 7];
  return (
    <figure className="ego">
      <svg
        viewBox={picture.nodes.length > 2 ? '0 0 480 200' : '0 56 480 84'}
        role="img"
        aria-label={`${status === 'accepted' ? 'In the network' : 'If accepted, a new line'} from ${subject.label} to ${object.label}. ${words}`}
      >
        <defs>
          <marker
            id={arrow}
            viewBox="0 0 8 8"
            refX="6"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            orient="auto"
          >
            <path className={`ego-head stance-${stance}`} d="M0 0 8 4 0 8z" />
          </marker>
        </defs>
        {picture.lines.map((line) => (
          <LineView key={`${line.from.actor.id} ${line.to.actor.id}`} line={line} />
        ))}
        <path
          className={`ego-ghost stance-${stance}${status === 'accepted' ? ' ego-accepted' : ''}`}
          d={`M${start} 94 Q240 66 ${end} 94`}
          markerEnd={`url(#${arrow})`}
        />
        <text className="ego-type" x="240" y="70">
          {toTypeWords(vocabulary, type, 'out')}
        </text>
        {picture.nodes.map((node) => (
          <NodeView key={node.actor.id} node={node} />
        ))}
      </svg>
      <figcaption>{words}</figcaption>
    </figure>
  );
}

function LineView({ line: { from, to, stance, claims } }: { readonly line: EgoLine }) {
  const isBetween = from.isEnd && to.isEnd;
  const width = Math.min(5, 1.25 + Math.log2(claims) * 0.6);
  return (
    <path
      className={`ego-line stance-${stance}`}
      strokeWidth={width}
      d={isBetween ? `M${from.x} 104 Q240 128 ${to.x} 104` : `M${from.x} ${from.y}L${to.x} ${to.y}`}
    />
  );
}

function NodeView({ node: { actor, x, y, isEnd } }: { readonly node: EgoNode }) {
  const radius = isEnd ? END_RADIUS : RADIUS;
  const isCut = actor.label.length > LONGEST_NAME;
  return (
    <g className={`ego-node kind-${actor.kind}${isEnd ? ' ego-end' : ''}`}>
      <circle cx={x} cy={y} r={radius} />
      <path
        d={KIND_GLYPHS[actor.kind]}
        fillRule="evenodd"
        transform={`translate(${x} ${y}) scale(${radius / GLYPH_RADIUS})`}
      />
      <text x={x} y={y + radius + 14}>
        {isCut ? `${actor.label.slice(0, LONGEST_NAME - 1).trimEnd()}…` : actor.label}
      </text>
    </g>
  );
}
