import type { Day } from '../kernel/day';
import type { View } from '../model/model';
import { Evaluation } from './evaluation';

/** One evaluation a day, made when it is first asked for. */
export class Evaluations {
  private readonly byDay = new Map<Day, Evaluation>();

  constructor(readonly view: View) {}

  on(day: Day): Evaluation {
    let evaluation = this.byDay.get(day);
    if (evaluation === undefined) {
      evaluation = new Evaluation(this.view, day);
      this.byDay.set(day, evaluation);
    }
    return evaluation;
  }
}
