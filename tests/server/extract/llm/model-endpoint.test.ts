import { describe, expect, it } from 'vitest';
import { OnrecordError } from '../../../../graph-data/model/errors.ts';
import { toChatAddress, toMethod, toRedact } from '../../../../server/extract/llm/model-endpoint.ts';

const model = 'm';

describe('toChatAddress', () => {
  it.each([
    ['http://127.0.0.1:11434/v1', 'http://127.0.0.1:11434/v1/chat/completions'],
    ['http://127.0.0.1:11434/v1//', 'http://127.0.0.1:11434/v1/chat/completions'],
    ['https://models.example', 'https://models.example/chat/completions'],
    [
      'https://models.example/of/one?api-version=2#x',
      'https://models.example/of/one/chat/completions?api-version=2',
    ],
  ])('when the base URL is %s, then requests go to %s', (baseUrl, url) => {
    expect(toChatAddress({ baseUrl, model }).url.href).toBe(url);
  });

  it.each([
    [{ baseUrl: 'localhost:11434/v1', model }],
    [{ baseUrl: 'file:///secret', model }],
    [{ baseUrl: '', model }],
    [{ baseUrl: 'https://user:secret@models.example/v1', model }],
    [{ baseUrl: 'https://models.example', model: ' ' }],
    [{ baseUrl: 'https://models.example', model, key: 'secret word' }],
    [{ baseUrl: 'https://models.example', model, key: 'secret…' }],
  ])('when the endpoint is %j, then it cannot be asked, and the reason repeats nothing of it', (endpoint) => {
    let thrown: unknown;
    try {
      toChatAddress(endpoint);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(OnrecordError);
    expect(thrown).toMatchObject({ code: 'model-unavailable' });
    expect(String(thrown)).not.toMatch(/secret|example/);
  });
});

describe('toMethod', () => {
  it.each([
    ['gpt-5-mini', 'llm:gpt-5-mini'],
    [' hf.co/bartowski/Llama:Q4_K_M ', 'llm:hf.co/bartowski/Llama:Q4_K_M'],
    ['@cf/großes Modell', 'llm:-cf/gro-es-Modell'],
  ])('when the model is %s, then its claims are marked %s', (name, method) => {
    expect(toMethod({ baseUrl: '', model: name })).toBe(method);
  });
});

describe('toRedact', () => {
  it('when the key comes back, then it is taken out; a word that is too short for a secret stays', () => {
    const redact = (key: string, said: string): string => toRedact({ baseUrl: '', model, key })(said);
    expect(redact('sk-123456', 'key sk-123456, sk-123456!')).toBe('key …, …!');
    expect(redact('none', 'none of it')).toBe('none of it');
    expect(redact('', 'a')).toBe('a');
  });
});
