import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';
import type { TrellisBridge } from '#core/ipc/bridge';
import { patienceMs } from './patience';

configure({ asyncUtilTimeout: patienceMs });

// There is no pointer to capture here.
Element.prototype.setPointerCapture ??= () => undefined;

/** A main that allows nothing and tells nothing, for tests that have none of their own. */
const silent = {
  call: new Proxy({}, { get: () => () => Promise.resolve({ ok: false, failure: { kind: 'not-allowed' } }) }),
  on: new Proxy({}, { get: () => () => () => undefined }),
} as unknown as TrellisBridge;
window.trellis = silent;

afterEach(cleanup);
