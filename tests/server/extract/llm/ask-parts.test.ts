import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { AskProgress } from '../../../../server/extract/llm/ask-model.ts';
import { askModel } from '../../../../server/extract/llm/ask-model.ts';
import { DROP_REASONS } from '../../../../server/extract/llm/dropped-tally.ts';
import { VOCABULARY as vocabulary } from '../../../fixtures/small-network.ts';
import { partOf, say, startModel, toldActor, toldClaim, toTestPace } from './model-server.ts';

describe('askModel, of a text in parts', () => {
  it('when the text is long, then it is sent in parts, two at a time, and the answers are one', async () => {
    const paragraphs = Array.from(
      { length: 12 },
      (_, index) =>
        `Minister Number${index} supports Leader Number${index + 1}. ${'And so on. '.repeat(100)}`,
    );
    let [open, mostOpen] = [0, 0];
    const { endpoint, asked } = await startModel((response, request) => {
      open += 1;
      mostOpen = Math.max(mostOpen, open);
      const claims = [...partOf(request).matchAll(/Minister (Number\d+) supports Leader (Number\d+)/g)].map(
        ([quote, subject, object]) => toldClaim({ subject, object, quote }),
      );
      setImmediate(() => {
        open -= 1;
        say(response, {
          actors: claims.flatMap(({ subject, object }) => [
            toldActor(subject as string),
            toldActor(object as string),
          ]),
          claims,
        });
      });
    });
    const progress: AskProgress[] = [];
    const { extraction, tokens } = await askModel(paragraphs.join('\n\n'), {
      endpoint,
      vocabulary,
      onProgress: (step) => progress.push(step),
      pace: toTestPace(),
    });
    expect(asked.map(partOf).sort()).toEqual(
      [...asked.map(partOf)].filter((part) => part.startsWith('Minister')).sort(),
    );
    expect(asked.length).toBeGreaterThan(3);
    expect(mostOpen).toBe(2);
    expect(extraction.proposals.map(({ subject, object }) => `${subject} ${object}`)).toEqual(
      paragraphs.map((_, index) => `number${index} number${index + 1}`),
    );
    expect(progress.map(({ done }) => done)).toEqual(Array.from({ length: asked.length + 1 }, (_, n) => n));
    expect(progress.at(-1)).toEqual({ done: asked.length, total: asked.length, tokens });
    expect(tokens.prompt).toBe(700 * asked.length);
  });

  it('when an answer is cut off, then the part is sent in halves, as long as they are long', async () => {
    const text = Array.from({ length: 40 }, (_, n) => `Aide${n} supports Boss${n} in the matter.`).join('\n');
    const { endpoint, asked } = await startModel((response, request) => {
      const claims = [...partOf(request).matchAll(/(Aide\d+) supports (Boss\d+)/g)].map(
        ([quote, subject, object]) => toldClaim({ subject, object, quote }),
      );
      const named = claims.flatMap(({ subject, object }) => [subject as string, object as string]);
      const answer = JSON.stringify({ actors: named.map((name) => toldActor(name)), claims });
      const isWhole = partOf(request).length < 1000;
      say(response, isWhole ? answer : answer.slice(0, 2000), isWhole ? 'stop' : 'length');
    });
    const { extraction, dropped, tokens } = await askModel(text, {
      endpoint,
      vocabulary,
      pace: toTestPace(),
    });
    expect(asked.map((request) => partOf(request).length > 1000)).toEqual([true, false, false]);
    expect(extraction.proposals).toHaveLength(40);
    expect(dropped).toEqual([]);
    expect(tokens.completion).toBe(3 * 90);
  });

  it('when every answer is cut off, then halving comes to an end', async () => {
    const { endpoint, asked } = await startModel((response) => say(response, '{"actors": [', 'length'));
    const { extraction, dropped } = await askModel('A word. '.repeat(300), {
      endpoint,
      vocabulary,
      pace: toTestPace(),
    });
    expect(extraction.proposals).toEqual([]);
    expect(dropped).toMatchObject([{ reason: DROP_REASONS.answerCut, count: 5 }]);
    expect(asked).toHaveLength(9);
  });

  it('when one part has no answer, then the other requests end, no more are sent, and there is no result', async () => {
    let endSecond: () => void;
    const hasEnded = new Promise<void>((resolve) => (endSecond = resolve));
    const { endpoint, asked } = await startModel((response, _, index) => {
      if (index === 1) response.on('close', () => endSecond());
      if (asked.length === 2) first?.writeHead(404).end();
      else first = response;
    });
    let first: ServerResponse | undefined;
    const asking = askModel('A long word. '.repeat(2000), { endpoint, vocabulary, pace: toTestPace() });
    await expect(asking).rejects.toMatchObject({ message: "the model's server answered 404" });
    await hasEnded;
    expect(asked).toHaveLength(2);
  });
});
