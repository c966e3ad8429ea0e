import { PanelStandIn, panelPassword } from './panel-stand-in';
import { aLargeTeam, aTeam, RingoverStandIn, ringoverKey } from './ringover-stand-in';

/** The stand-ins as a program of their own: `npm run vendor-stand-in -- [--large] [--managed] [--forgets]`. */
const words = process.argv.slice(2);
const ringover = new RingoverStandIn(words.includes('--large') ? aLargeTeam(2_500) : aTeam(), {
  now: () => performance.now(),
});
const panel = new PanelStandIn({
  isManaged: words.includes('--managed'),
  ...(words.includes('--forgets') ? { callsAToken: 2 } : {}),
});
const ports = { ringover: 7_410, panel: 7_411 } as const;

const base = await ringover.listen(ports.ringover);
const address = await panel.listen(ports.panel);
process.stdout.write(
  [
    `Ringover at ${base}, with the key ${ringoverKey}`,
    `A panel at ${address.replace('http://', '')}, user admin, password ${panelPassword}`,
    '',
    'The window that talks to it:',
    `  npm start -- --sample --ringover-stand-in ${base}`,
    'Without a window, with TRELLIS_RINGOVER_KEY and TRELLIS_PANEL_PASSWORD set to these:',
    `  npm run trellis -- vendor ringover compare --store STORE --as USER --group ID --stand-in ${base}`,
    `  npm run trellis -- vendor panel compare --store STORE --as USER --group ID --panel ${address.replace('http://', '')}`,
    '',
    'Ctrl+C ends both.',
    '',
  ].join('\n'),
);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void Promise.all([ringover.close(), panel.close()]).then(() => process.exit(0)));
