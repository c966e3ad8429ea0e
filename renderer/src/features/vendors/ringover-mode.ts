/** Purpose for which an office is held beside its account at Ringover. */
export type RingoverMode = 'compare' | 'pull' | 'push';
