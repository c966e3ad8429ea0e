export { WhatIf } from './WhatIf';
export { WhatIfDialog } from './WhatIfDialog';
export type { TriedChange } from './changes';
