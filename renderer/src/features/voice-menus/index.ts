export { hasMenus } from './has-menus';
export { MenuProperties } from './MenuProperties';
export { MenusTab } from './MenusTab';
export { VoiceMenuSection } from './VoiceMenuSection';
