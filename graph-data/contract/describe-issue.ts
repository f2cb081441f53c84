import type { z } from 'zod';
import type { ProblemCode } from '../model/errors.ts';

/** What is wrong with one value, and under which code it is told. */
export interface DescribedIssue {
  readonly code: ProblemCode;
  readonly detail: string;
}

/**
 * A schema's complaint in words for whoever sent the value: `out-of-bounds` naming the bound, `unknown-value` naming the
 * choices, else the code given for what is not of the expected form.
 */
export function describeIssue(issue: z.core.$ZodIssue, malformed: ProblemCode): DescribedIssue {
  switch (issue.code) {
    case 'too_small':
      return {
        code: 'out-of-bounds',
        detail: `expected at least ${issue.minimum}${unitOf(issue.origin)}`,
      };
    case 'too_big':
      return { code: 'out-of-bounds', detail: `expected at most ${issue.maximum}${unitOf(issue.origin)}` };
    case 'invalid_value':
      return { code: 'unknown-value', detail: `expected one of ${issue.values.join(', ')}` };
    case 'invalid_type':
      return {
        code: malformed,
        detail: issue.message.endsWith('undefined') ? 'expected, but missing' : `expected ${issue.expected}`,
      };
    default:
      return { code: malformed, detail: issue.message };
  }
}

function unitOf(origin: string): string {
  if (origin === 'string') return ' characters';
  return origin === 'array' ? ' values' : '';
}
