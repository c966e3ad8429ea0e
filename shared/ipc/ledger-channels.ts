/** Questions about ledgers and their stores: `ledger.*`. */
export const ledgerChannels = {} as const;
