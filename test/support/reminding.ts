import type { Notice } from '../../electron/main/reminders/notices';
import { ReminderKeeper, type Notifier } from '../../electron/main/reminders/reminder-keeper';
import { ToldReminders } from '../../electron/main/reminders/told-reminders';
import { mainTextsIn } from '../../electron/main/texts';
import type { Day } from '#core/kernel/day';
import { openingIntent } from '#core/ledger/opening';
import { Replica } from '#core/ledger/replica';
import { comingFor } from '#core/queries/coming';

/** Acts of the owner on a day, or of somebody else. */
export class RemindedAccount {
  readonly replica = Replica.empty('ledger-a');
  private acts = 0;

  constructor(day: Day, timeZone = 'UTC') {
    const opening = openingIntent({
      id: 'opening',
      day,
      at: `${day}T08:00:00.000Z`,
      device: 'office',
      name: 'Northside',
      timeZone,
      ownerName: 'Olga',
    });
    this.act(day, opening.do, opening.args);
  }

  act(day: Day, intent: string, args: unknown): this {
    this.acts += 1;
    const context = { commit: `commit-${this.acts}`, by: 'owner', day, at: `${day}T08:00:00.000Z`, device: 'office' };
    const prepared = this.replica.prepareAct({ do: intent, args }, context);
    if (!prepared.ok) throw new Error(JSON.stringify(prepared.refusals));
    this.replica.accept(prepared.step);
    return this;
  }

  /** A complex with a purchase that ends on a day. */
  withBlock(day: Day, id: string, validUntil: Day, groupId = 'root', quantity = 5): this {
    return this.act(day, 'block.add', { id, groupId, typeId: 'link.plus', quantity, source: 'purchase', validUntil });
  }
}

export class RecordingNotifier implements Notifier {
  readonly shown: Notice[] = [];
  private readonly takenUp: (() => void)[] = [];
  isSilent = false;
  failsOver: string | null = null;

  readonly isAvailable = (): boolean => !this.isSilent;

  readonly show = (notice: Notice, onTakenUp: () => void): void => {
    if (this.failsOver !== null && notice.title.includes(this.failsOver)) throw new Error('no notification');
    this.shown.push(notice);
    this.takenUp.push(onTakenUp);
  };

  takeUpLast(): void {
    this.takenUp.at(-1)?.();
  }

  get titles(): readonly string[] {
    return this.shown.map(({ title }) => title);
  }
}

/** A computer on which reminders are told, with a clock that moves only when it is told to. */
export class RemindedComputer {
  readonly notifier = new RecordingNotifier();
  readonly opened: string[] = [];
  readonly defects: unknown[] = [];
  by = 'owner';
  isOpen = true;
  private timers: { readonly at: number; readonly run: () => void }[] = [];
  private keeper: ReminderKeeper;

  constructor(
    private readonly account: RemindedAccount,
    private readonly folder: string,
    private moment: number,
  ) {
    this.keeper = this.aKeeper();
  }

  private aKeeper(): ReminderKeeper {
    return new ReminderKeeper({
      now: () => this.moment,
      after: (milliseconds, run) => {
        const timer = { at: this.moment + milliseconds, run };
        this.timers.push(timer);
        return () => (this.timers = this.timers.filter((other) => other !== timer));
      },
      coming: async (from, to) => {
        const coming = this.isOpen ? comingFor(this.account.replica.model, this.by, from, to) : null;
        return coming === null ? null : { ledger: this.account.replica.ledger, coming };
      },
      told: new ToldReminders(() => this.folder),
      notifier: this.notifier,
      texts: () => mainTextsIn.en,
      onTakenUp: (ledger, groupId) => this.opened.push(`${ledger} ${groupId}`),
      onDefect: (error) => this.defects.push(error),
    });
  }

  look(): Promise<void> {
    return this.keeper.look();
  }

  notice(what: 'opened' | 'kept'): void {
    this.keeper.notice(what);
  }

  /** Switched off at this moment and on again at another: nothing in memory survives. */
  async restartAt(moment: string): Promise<void> {
    this.keeper.close();
    this.timers = [];
    this.moment = Date.parse(moment);
    this.keeper = this.aKeeper();
    await this.look();
  }

  /** Lets time pass, with the timers that run out on the way. */
  async passUntil(moment: string): Promise<void> {
    const end = Date.parse(moment);
    for (;;) {
      const due = this.timers.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0];
      if (due === undefined) break;
      this.timers = this.timers.filter((timer) => timer !== due);
      this.moment = due.at;
      due.run();
      await this.keeper.settled();
    }
    this.moment = end;
  }
}
