/** The built application is made by `npm run test:e2e` and `npm test` before any of these tests start. */
export function setup(): void {}
