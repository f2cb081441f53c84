import express from 'express';
import { pino } from 'pino';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { createErrorHandler } from '../../../server/api/problem-response.ts';
import { limitRate, LOCAL_LIMITS, OPEN_LIMITS } from '../../../server/api/rate-limits.ts';
import type { RateLimits } from '../../../server/api/rate-limits.ts';
import { setVisitor } from '../../../server/api/visitor.ts';

function toApp(limits: RateLimits) {
  const app = express();
  app.use((req, response, next) => {
    const name = req.get('X-Name');
    if (name !== undefined) setVisitor(response, { name, role: 'editor', scope: 'all' });
    next();
  });
  app.get('/search', limitRate(limits, 'search'), (_request, response) => void response.send('found'));
  app.get('/write', limitRate(limits, 'writes'), (_request, response) => void response.send('written'));
  app.use(createErrorHandler(pino({ level: 'silent' })));
  return app;
}

describe('the limits of requests', () => {
  it('when a visitor asks too often, then it is told when to come again; another one, and other work, is not hindered', async () => {
    const app = toApp({ ...OPEN_LIMITS, search: 2 });
    const ask = (path: string, name?: string) => {
      const asked = request(app).get(path);
      return name === undefined ? asked : asked.set('X-Name', name);
    };
    expect([(await ask('/search')).status, (await ask('/search')).status]).toEqual([200, 200]);
    const refused = await ask('/search');
    expect(refused.status).toBe(429);
    expect(JSON.parse(refused.text)).toMatchObject({
      code: 'too-many-requests',
      detail: 'expected at most 2 a minute (search)',
    });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60);
    expect((await ask('/search', 'Ada')).status).toBe(200);
    expect((await ask('/write')).status).toBe(200);
  });

  it('when there is no limit, then nothing is counted', async () => {
    const response = await request(toApp(LOCAL_LIMITS)).get('/search');
    expect(response.headers).not.toHaveProperty('ratelimit');
  });

  it('when the limits are compared, then an open address has the narrower one of each', () => {
    for (const work of ['writes', 'extraction', 'fetches', 'search'] as const)
      expect(OPEN_LIMITS[work]).toBeLessThan(LOCAL_LIMITS[work]);
  });
});
