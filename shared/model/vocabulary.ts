/** What can be counted: `sip` virtual numbers, `mobileApp` installations, `ukey` mobile keys, `sipTrunk` trunks. */
export const resourceNames = ['sip', 'mobileApp', 'ukey', 'sipTrunk'] as const;
export type Resource = (typeof resourceNames)[number];

/** What is on or off for a person. */
export const featureNames = [
  'virtualNumbers',
  'sipCalls',
  'mobileApp',
  'remoteOpening',
  'ukey',
  'forwarding',
  'advancedIntegrations',
  'calls',
  'voiceMenuUsers',
  'voiceMenuGroups',
  'crmIntegrations',
  'analytics',
  'powerDialer',
  'campaigns',
] as const;
export type Feature = (typeof featureNames)[number];

export const licenseTypeIds = [
  'link.trial',
  'link.basic',
  'link.basicPaid',
  'link.plus',
  'link.feature',
  'ringover.smart',
  'ringover.business',
  'ringover.advanced',
] as const;
export type LicenseTypeId = (typeof licenseTypeIds)[number];
