import { UsageError, type Command } from './command';
import { vendorPanel } from './vendor-panel';
import { vendorRingover } from './vendor-ringover';

export const vendorCommand: Command = {
  name: 'vendor',
  usage: [
    'vendor ringover compare|pull|push         shows an office beside its account at Ringover; a pull is done with --apply,',
    '  --store STORE --as USER --group ID        a push sent with --send; the key comes from TRELLIS_RINGOVER_KEY',
    '  [--plan "Plan=TYPE" …] [--leave LINE …] [--line LINE …] [--stand-in URL] [--json]',
    'vendor panel compare|write                shows a building beside what an intercom panel holds, and writes it with --send;',
    '  --store STORE --as USER --group ID        the password comes from TRELLIS_PANEL_PASSWORD',
    '  --panel ADDRESS [--user NAME] [--leave LINE …] [--json]',
  ],
  run: (words, print) => {
    const [vendor, verb, ...rest] = words;
    if (vendor === 'ringover') return vendorRingover(verb, rest, print);
    if (vendor === 'panel') return vendorPanel(verb, rest, print);
    throw new UsageError('vendor is ringover or panel');
  },
};
