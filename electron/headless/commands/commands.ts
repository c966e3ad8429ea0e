import type { Command } from './command';
import { copy } from './copy';
import { doCommand } from './do';
import { exportCommand } from './export';
import { grantCommand } from './grant';
import { handover } from './handover';
import { keysCommand } from './keys';
import { importCommand } from './import';
import { query } from './query';
import { open } from './open';
import { pack } from './pack';
import { run } from './run';
import { state } from './state';
import { store } from './store';
import { vendorCommand } from './vendor';
import { verify } from './verify';

/** Everything that `trellis` does without a window, in the order in which the usage names it. */
export const commands: readonly Command[] = [
  run,
  verify,
  state,
  doCommand,
  query,
  copy,
  store,
  keysCommand,
  grantCommand,
  importCommand,
  exportCommand,
  pack,
  open,
  vendorCommand,
  handover,
];
