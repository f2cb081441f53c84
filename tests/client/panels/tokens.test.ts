import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PALETTES } from '../../../client/canvas/palette.ts';

const css = ['tokens', 'ranking']
  .map((name) => readFileSync(new URL(`../../../client/app/styles/${name}.css`, import.meta.url), 'utf8'))
  .join('');

describe('the tokens of the page', () => {
  it('when a kind, a stance or the alert has a colour in the network, then the page has the same in both themes', () => {
    const { light, dark } = PALETTES;
    const wanted = [
      ...(['person', 'organisation', 'media', 'country', 'place', 'group'] as const).map(
        (kind) => `--kind-${kind}: light-dark(${light.kinds[kind]}, ${dark.kinds[kind]});`,
      ),
      ...(['positive', 'neutral', 'negative'] as const).map(
        (stance) => `--stance-${stance}: light-dark(${light.stances[stance]}, ${dark.stances[stance]});`,
      ),
      ...light.steps.map((colour, step) => `--step-${step}: light-dark(${colour}, ${dark.steps[step]});`),
      ...light.communities.map(
        (colour, index) => `--community-${index + 1}: light-dark(${colour}, ${dark.communities[index]});`,
      ),
      `--community-other: light-dark(${light.other}, ${dark.other});`,
      `--sheet: light-dark(${light.background}, ${dark.background});`,
      `--alert: light-dark(${light.alert}, ${dark.alert});`,
      `--glyph: light-dark(${light.glyph}, ${dark.glyph});`,
    ];
    expect(wanted.filter((line) => !css.includes(line))).toEqual([]);
  });
});
