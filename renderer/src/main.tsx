import '@fontsource-variable/inter';
// Before every component's own style, so that those win.
import './ui/tokens.css';
import './ui/base.css';
import { StrictMode, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { computerSurroundings } from './data/clock';
import { sampleAccount } from './features/first-start';
import { ask } from './platform/bridge';
import { obeyContentPolicy } from './platform/content-policy';
import { reportDefect, reportUncaught } from './platform/defects';
import { systemMenu } from './platform/system-menu';
import { App } from './shell/App';
import { windowStart } from './state/window-start';
import { useLanguage } from './text/language';
import { leaveKeysToInputMethod } from './ui/composing';
import { startTheme } from './ui/theme';
import { startTypeSize } from './ui/type-size';

obeyContentPolicy();
reportUncaught();
startTheme();
startTypeSize();
leaveKeysToInputMethod();

/** Main takes a picture or shows the window once letters and lines are there. */
async function tellReady(): Promise<void> {
  await document.fonts.load('1em "Inter Variable"').catch(() => []);
  requestAnimationFrame(() => requestAnimationFrame(() => void ask('window.ready', {})));
}

/** Main speaks as the window does. */
function MainLanguage(): null {
  const language = useLanguage();
  useEffect(() => void ask('window.setLanguage', { language }), [language]);
  return null;
}

const onReady = (): void => void tellReady();
const start = windowStart(() => Promise.resolve(sampleAccount(computerSurroundings.today('UTC'))));
const place = document.getElementById('root');
if (place !== null) {
  createRoot(place).render(
    <StrictMode>
      <MainLanguage />
      <App start={start} onReady={onReady} onDefect={reportDefect} systemMenu={systemMenu} />
    </StrictMode>,
  );
}
