import { useState } from 'react';

/** The last value there was: a list stays in sight, with its focus, while it is asked for anew. */
export function useLast<T>(value: T | undefined): T | undefined {
  const [last, setLast] = useState(value);
  if (value !== undefined && value !== last) setLast(value);
  return value ?? last;
}
