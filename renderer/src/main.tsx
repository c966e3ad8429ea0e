import { StrictMode, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { ask } from './platform/bridge';
import { obeyContentPolicy } from './platform/content-policy';

obeyContentPolicy();

function Start() {
  useEffect(() => {
    void ask('window.ready', {});
  }, []);
  return <h1>Trellis</h1>;
}

const place = document.getElementById('root');
if (place !== null) {
  createRoot(place).render(
    <StrictMode>
      <Start />
    </StrictMode>,
  );
}
