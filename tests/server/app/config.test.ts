import { isAbsolute } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../server/app/config.ts';

describe('the configuration', () => {
  it('when nothing is set, then the defaults hold', () => {
    expect(parseConfig({})).toMatchObject({ config: { host: '127.0.0.1', port: 3000, logLevel: 'warn' } });
    expect(parseConfig({})).toMatchObject({ config: { tokens: [], readOnly: false, model: undefined } });
  });

  it('when variables are set, then they are taken; empty ones count as not set', () => {
    const parsed = parseConfig({ HOST: '::1', PORT: '0', LOG_LEVEL: 'info', DATA_DIR: 'x', UNRELATED: '1' });

    expect(parsed).toMatchObject({ config: { host: '::1', port: 0, logLevel: 'info' } });
    expect('config' in parsed && isAbsolute(parsed.config.dataDir)).toBe(true);
    expect(parseConfig({ PORT: '' })).toMatchObject({ config: { port: 3000 } });
  });

  it('when several are at fault, then each is named', () => {
    const parsed = parseConfig({ PORT: '70000', LOG_LEVEL: 'loud', DATABASE_URL: 'postgres://x' });

    expect(parsed).toEqual({
      faults: [
        expect.stringMatching(/^PORT: .*0 to 65535/),
        expect.stringMatching(/^LOG_LEVEL: .*warn/),
        expect.stringMatching(/^DATABASE_URL: .*SQLite/),
      ],
    });
  });

  it('when tokens are set, then only their hashes are kept; each part at fault is a line of its own', () => {
    const token = 'abcdefghij-123456';
    const parsed = parseConfig({ ONRECORD_TOKEN: `ada:${token}:editor`, READ_ONLY: '1' });
    expect(parsed).toMatchObject({ config: { tokens: [{ name: 'ada', role: 'editor' }], readOnly: true } });
    expect(JSON.stringify(parsed)).not.toContain(token);
    expect(parseConfig({ ONRECORD_TOKEN: 'ada:short:editor,bob', READ_ONLY: 'perhaps' })).toEqual({
      faults: expect.arrayContaining([
        expect.stringMatching(/^ONRECORD_TOKEN: part 1: .*16/),
        expect.stringMatching(/^ONRECORD_TOKEN: part 2: expected name:token:role/),
        'READ_ONLY: expected 1 or 0',
      ]) as string[],
    });
  });

  it('when a language model is set, then its address and name are needed', () => {
    const whole = { LLM_BASE_URL: 'http://127.0.0.1:11434/v1', LLM_MODEL: 'small', LLM_API_KEY: 'secret' };
    expect(parseConfig(whole)).toMatchObject({
      config: { model: { baseUrl: 'http://127.0.0.1:11434/v1', name: 'small', apiKey: 'secret' } },
    });
    expect(parseConfig({ LLM_API_KEY: 'secret' })).toEqual({
      faults: [expect.stringMatching(/^LLM_BASE_URL: /), expect.stringMatching(/^LLM_MODEL: /)],
    });
    expect(parseConfig({ LLM_MODEL: 'small', PORT: 'high' })).toEqual({
      faults: [expect.stringMatching(/^PORT: /), expect.stringMatching(/^LLM_BASE_URL: /)],
    });
    expect(parseConfig({ ...whole, LLM_BASE_URL: 'file:///etc/passwd' })).toEqual({
      faults: [expect.stringMatching(/^LLM_BASE_URL: expected an http/)],
    });
  });

  it.each(['http', '-1', '1.5', ' ', '99999'])('when PORT is %j, then it is refused', (PORT) => {
    expect(parseConfig({ PORT })).toHaveProperty('faults');
  });
});
