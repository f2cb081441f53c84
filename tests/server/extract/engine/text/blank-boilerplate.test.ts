import { describe, expect, it } from 'vitest';
import { blankBoilerplate } from '../../../../../server/extract/engine/text/blank-boilerplate.ts';

const squeeze = (text: string): string => blankBoilerplate(text).replace(/\s+/g, ' ').trim();

describe('blankBoilerplate', () => {
  it('when a name is followed by its tooltip, then only the name stays and no offset moves', () => {
    const text = 'Anna Beispiel Beispiel AnnaFederal Chancellor of Ruritania was glad.';
    expect(squeeze(text)).toBe('Anna Beispiel was glad.');
    expect(blankBoilerplate(text)).toHaveLength(text.length);
  });
  it('when a surname alone is followed by a tooltip without a title, then the tooltip goes', () => {
    expect(squeeze('Mr Beispiel Beispiel Otto went on.')).toBe('Mr Beispiel went on.');
  });
  it('when the tooltip is the only place that names the person, then the name stays and the glued title goes', () => {
    expect(squeeze('the leader of Ruritania Beispiel AnnaPresident of Ruritania and Freedonia')).toBe(
      'the leader of Ruritania Beispiel Anna and Freedonia',
    );
  });
  it('when there is a footnote mark or an address, then it goes', () => {
    expect(squeeze('It rains.[12] See https://example.org/a.')).toBe('It rains. See');
  });
});
