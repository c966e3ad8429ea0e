import { PanelStandIn } from './panel-stand-in';
import { aTeam, RingoverStandIn } from './ringover-stand-in';

/** Stand-ins that one test file starts for its windows. */
export interface RunningStandIns {
  readonly ringover: RingoverStandIn;
  readonly panel: PanelStandIn;
  /** Words with which a window talks to them. */
  readonly args: readonly string[];
  /** Address of the panel, as a person types it. */
  readonly panelAddress: string;
  readonly close: () => Promise<void>;
}

let running: RunningStandIns | null = null;

/** Starts both, and remembers them for `standInsHere`. */
export async function startStandIns(): Promise<RunningStandIns> {
  const ringover = new RingoverStandIn(aTeam());
  const panel = new PanelStandIn();
  const base = await ringover.listen();
  const panelAddress = (await panel.listen()).replace('http://', '');
  const started: RunningStandIns = {
    ringover,
    panel,
    // What keeps the vendor's pace is shown where the clock is the test's own; a window has nothing to gain by it.
    args: [`--ringover-stand-in=${base}`, '--stand-in-pace=0'],
    panelAddress,
    close: async () => {
      if (running === started) running = null;
      await ringover.close();
      await panel.close();
    },
  };
  running = started;
  return started;
}

/** The stand-ins of this test file; a screen that shows what a vendor answers needs them. */
export function standInsHere(): RunningStandIns {
  if (running === null) throw new Error('nothing stands in for the vendors here: call startStandIns first');
  return running;
}
