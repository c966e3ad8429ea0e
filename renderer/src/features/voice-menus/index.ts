export { VoiceMenus } from './VoiceMenus';
export { VoiceMenuSection } from './VoiceMenuSection';
