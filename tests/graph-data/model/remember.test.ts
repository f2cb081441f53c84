import { describe, expect, it } from 'vitest';
import { remember } from '../../../graph-data/model/remember.ts';

describe('remember', () => {
  it('when a text comes again, then the function is not asked again', () => {
    const asked: string[] = [];
    const toLength = remember((text) => asked.push(text) && text.length);

    expect(['ab', 'c', 'ab', 'c', ''].map(toLength)).toEqual([2, 1, 2, 1, 0]);
    expect(asked).toEqual(['ab', 'c', '']);
  });

  it('when more texts come than are kept, then every result is right all the same', () => {
    const toLength = remember((text) => text.length);
    const texts = Array.from({ length: 120_000 }, (_, at) => `${at % 61_234}`);

    expect(texts.map(toLength)).toEqual(texts.map((text) => text.length));
  });
});
