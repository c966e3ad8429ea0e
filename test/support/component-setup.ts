import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// What appears a little later on a busy machine has appeared all the same: waiting fails for what never comes, not for what is slow.
configure({ asyncUtilTimeout: 15_000 });

afterEach(cleanup);
