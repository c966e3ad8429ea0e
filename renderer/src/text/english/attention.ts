export const attentionTexts = {} as const;
