import type { StandingFigure } from '../../db/report/recordFigure.ts'
import { type Button, button } from '../../src/core/message.ts'
import { type Day, formatDay } from '../../src/core/time/day.ts'
import { undoesOf } from './overruled.ts'

/** What an undo compares of a figure as it stands for a day. */
export function markedFigure(figure: StandingFigure | undefined): unknown {
  return figure && [figure.label, figure.value]
}

/** How a figure stands for a day, in a sentence. */
export function standingFigure(figure: StandingFigure | undefined, on: Day): string {
  return figure
    ? `${figure.label} is ${figure.value.toLocaleString('en')} on ${formatDay(on)}.`
    : `Nothing is recorded for ${formatDay(on)}.`
}

/** The button that brings back what stood for a day before; undefined for what was not there. */
export function undoOfFigure(
  key: string,
  on: Day,
  {
    after,
    before,
  }: { readonly after: StandingFigure | undefined; readonly before: StandingFigure | undefined },
): Button {
  const undoes = undoesOf(markedFigure(after), markedFigure(before), standingFigure(after, on))
  return before === undefined
    ? button('Undo', 'report remove', { figure: key, on, undoes })
    : button('Undo', 'newsletter plan figure', {
        key,
        value: String(before.value),
        label: before.label,
        on,
        undoes,
      })
}
