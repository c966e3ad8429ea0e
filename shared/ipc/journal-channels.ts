/** Questions about the journal, from which the window's model can be rebuilt: `journal.*`. */
export const journalChannels = {} as const;
