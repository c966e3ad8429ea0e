export const treeTexts = {} as const;
