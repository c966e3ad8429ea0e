import { useCallback, useLayoutEffect, useRef } from 'react';

/** The same function at every draw, which does what the last draw wanted: whatever it is given to is not drawn anew for its sake. */
export function useSteady<A extends readonly unknown[], R>(run: (...args: A) => R): (...args: A) => R {
  const latest = useRef(run);
  useLayoutEffect(() => {
    latest.current = run;
  });
  return useCallback((...args: A) => latest.current(...args), []);
}
