export const groupTexts = {} as const;
