import { type KnownFigure, knownFigures, recordFigure, removeFigure } from '../../db/report/recordFigure.ts'
import { secretariat } from '../../src/core/catalog.ts'
import { UserError } from '../../src/core/errors.ts'
import { block, button, message } from '../../src/core/message.ts'
import { option, required } from '../../src/core/option.ts'
import { fold, match, nearest } from '../../src/core/text/nearest.ts'
import { shorten } from '../../src/core/text/text.ts'
import { formatDay } from '../../src/core/time/day.ts'
import { type Context, command } from '../define.ts'
import { refuseOverruled, undoesOption } from '../records/overruled.ts'
import { markedFigure, standingFigure, undoOfFigure } from '../records/standingFigure.ts'

const figure = required(option.text({ about: 'Its name, e.g. Focal points', max: 80 }))

export const record = command({
  name: 'record',
  about: 'Record the value of a figure on a day; the newsletter prints it with that day',
  options: {
    figure,
    value: required(option.integer({ about: 'The number', min: 0, max: 999_999_999_999 })),
    on: option.day({ about: 'The day of the figure; today by default' }),
  },
  access: secretariat,
  changes: true,
  mayAsk: true,
  asksWhen: 'before a figure of a new name is added',
  examples: ['/report record "Focal points" value:1012 on:2026-10-31'],
  async run(context, { figure: name, value, on = context.today }) {
    if (on > context.today)
      throw new UserError(`${formatDay(on)} is still ahead; a figure is of a day that has come.`, {
        option: 'on',
      })
    const known = await figureMeant(context, name)
    if (!known && !context.confirmed) {
      return {
        kind: 'question',
        message: message(`There is no figure “${shorten(name)}” yet. Add it? Nothing was recorded.`),
        yes: 'Add it',
        values: {},
      }
    }
    const meant = known ?? { key: keyOf(name), label: name }
    const before = await recordFigure(context.db, { ...meant, asOf: on, value })
    context.about(`figure:${meant.key}`)
    const was = before === undefined ? '' : ` (it was ${before.value.toLocaleString('en')})`
    return message(
      `${meant.label}: ${value.toLocaleString('en')} on ${formatDay(on)}${was}.`,
      block.buttons(
        undoOfFigure(meant.key, on, { after: { label: meant.label, value }, before }),
        button('All figures', 'report figures', { on }),
      ),
    )
  },
})

export const remove = command({
  name: 'remove',
  about: 'Remove the value of a figure on a day',
  options: { figure, on: required(option.day({ about: 'The day of the figure' })), undoes: undoesOption },
  access: secretariat,
  changes: true,
  examples: ['/report remove "Focal points" on:2026-10-31'],
  async run(context, { figure: name, on, undoes }) {
    const meant = await figureMeant(context, name)
    const gone = meant && (await removeFigure(context.db, { key: meant.key, asOf: on }))
    if (!meant || !gone)
      throw new UserError(
        `No figure “${shorten(name)}” is recorded for ${formatDay(on)}. Nothing was changed.`,
      )
    refuseOverruled(undoes, markedFigure(gone), standingFigure(gone, on))
    context.about(`figure:${meant.key}`)
    return message(
      `Taken away: ${gone.label} of ${formatDay(on)}, which was ${gone.value.toLocaleString('en')}.`,
      block.buttons(undoOfFigure(meant.key, on, { after: undefined, before: gone })),
    )
  },
})

/** The figure of a name, by its label or its key; undefined for one that there is not. Raises `UserError` for a slip. */
async function figureMeant({ db, confirmed }: Context, name: string): Promise<KnownFigure | undefined> {
  const known = await knownFigures(db)
  const byName = new Map(known.flatMap((one) => [[one.label, one] as const, [one.key, one] as const]))
  const found = [...new Set(match(name, [...byName.keys()]).map((word) => byName.get(word)))]
  if (found.length === 1) return found[0]
  const labels = known.map(({ label }) => label)
  const near = found.length > 1 ? found.flatMap((one) => one?.label ?? []) : [nearest(name, labels) ?? '']
  const choices = near.filter((label) => label !== '').map((label) => ({ label, value: label }))
  if (choices.length > 0 && !(confirmed && found.length === 0))
    throw new UserError(`There is no figure “${shorten(name)}”. Which one?`, { option: 'figure', choices })
  return undefined
}

/** `Training sessions held` as `training-sessions-held`. */
function keyOf(label: string): string {
  return fold(label)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replaceAll(' ', '-')
}
