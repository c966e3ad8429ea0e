export const refusalTexts = {} as const;
