/** What a span of time is cut into, finest first. */
export const BUCKETS = ['day', 'week', 'month', 'year', 'decade', 'century'] as const;
export type Bucket = (typeof BUCKETS)[number];
