import '@fontsource-variable/inter';
// Before every component's own style, so that those win.
import './ui/tokens.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { computerSurroundings } from './data/clock';
import { sampleAccount } from './features/first-start';
import { ask } from './platform/bridge';
import { obeyContentPolicy } from './platform/content-policy';
import { reportDefect } from './platform/defects';
import { App } from './shell/App';
import { windowStart } from './state/window-start';
import { startTheme } from './ui/theme';

obeyContentPolicy();
startTheme();

/** Main takes a picture or shows the window once letters and lines are there. */
async function tellReady(): Promise<void> {
  await document.fonts.load('1em "Inter Variable"').catch(() => []);
  requestAnimationFrame(() => requestAnimationFrame(() => void ask('window.ready', {})));
}

const onReady = (): void => void tellReady();
const start = windowStart(() => Promise.resolve(sampleAccount(computerSurroundings.today('UTC'))));
const place = document.getElementById('root');
if (place !== null) {
  createRoot(place).render(
    <StrictMode>
      <App start={start} onReady={onReady} onDefect={reportDefect} />
    </StrictMode>,
  );
}
