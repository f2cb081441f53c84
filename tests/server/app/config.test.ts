import { isAbsolute } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../server/app/config.ts';

describe('the configuration', () => {
  it('when nothing is set, then the defaults hold', () => {
    expect(parseConfig({})).toMatchObject({ config: { host: '127.0.0.1', port: 3000, logLevel: 'warn' } });
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

  it.each(['http', '-1', '1.5', ' ', '99999'])('when PORT is %j, then it is refused', (PORT) => {
    expect(parseConfig({ PORT })).toHaveProperty('faults');
  });
});
