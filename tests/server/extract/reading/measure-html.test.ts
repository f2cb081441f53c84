import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureHtml } from '../../../../server/extract/reading/measure-html.ts';

describe('measureHtml', () => {
  it('when a page is well formed, then elements and levels are counted', () => {
    expect(measureHtml('<html><body><p a="1" b=\'>\'>x<br><b>y</b></p><p>z</p></body></html>')).toEqual({
      elements: 6,
      depth: 3,
      attributes: 2,
      pieces: 0,
    });
  });

  it('when tags stand in comments, scripts or values, then they do not count', () => {
    expect(measureHtml('<!-- <b><b> --><script>"<b><b>"</script><a title="<b><b>">x</a>')).toMatchObject({
      elements: 2,
      depth: 1,
    });
    expect(measureHtml('<script>never ended <b>').elements).toBe(1);
  });

  it('when there are references and loose marks, then they are counted as pieces', () => {
    expect(measureHtml('1 < 2 &amp; 3 <<p>&nbsp;</p>')).toMatchObject({ elements: 1, pieces: 4 });
  });

  it('when elements are left open or closed in vain, then only what is open counts', () => {
    expect(measureHtml('<div></span>'.repeat(50)).depth).toBe(50);
    expect(measureHtml('<div><b></div>'.repeat(50)).depth).toBe(2);
  });

  it('when the text is anything, then it ends', () => {
    const part = fc.constantFrom(
      '<',
      '>',
      '</',
      '<!--',
      '-->',
      '<p',
      '<script>',
      '</script',
      ' a=',
      '"',
      "'",
      '/',
      'x',
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        expect(measureHtml(parts.join('')).depth).toBeLessThanOrEqual(parts.length);
      }),
    );
  });
});
