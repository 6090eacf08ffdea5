import { type Figure, figuresFor } from '../../../db/newsletter/figures.ts'
import { secretariat } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { shorten } from '../../../src/core/text/text.ts'
import { planOf } from '../../../src/newsletter/plan.ts'
import {
  figuresInPlace,
  otherThanInPlace,
  type PlannedFigure,
  withOthers,
} from '../../../src/newsletter/plannedFigures.ts'
import { type Context, command } from '../../define.ts'
import { refuseOverruled, undoesOf, undoesOption } from '../../records/overruled.ts'
import { changePlan } from './changePlan.ts'
import { changesHeld } from './planHere.ts'

export const labelPlan = command({
  name: 'label',
  group: 'plan',
  about: 'The label of a figure in “In numbers”, and whether it is printed',
  options: {
    key: required(option.text({ about: 'Its key, such as focalPoints; the plan shows them', max: 40 })),
    label: option.text({ about: 'The printed label; “standing” for the original one', max: 80 }),
    printed: option.choice({
      about: 'Whether it is printed',
      choices: ['printed', 'hidden'],
      trailing: true,
    }),
    undoes: undoesOption,
  },
  access: secretariat,
  changes: true,
  examples: [
    '/newsletter plan label focalPoints label:"People in touch"',
    '/newsletter plan label visits hidden',
  ],
  async run(context, { key, label, printed, undoes }) {
    const changes = await changesHeld(context.db)
    const stored = await figuresStored(context)
    const figures = withOthers(planOf(changes).figures, stored)
    const before = known(figures, key)
    if (label === undefined && printed === undefined)
      throw new UserError(`Give a label: or say whether ${before.key} is printed or hidden.`, {
        option: 'label',
      })
    // Of what an undo does not take back, a colleague may have made anything since.
    const given = (of: PlannedFigure) => [
      label === undefined ? null : (of.label ?? 'standing'),
      printed === undefined ? null : of.hidden,
    ]
    refuseOverruled(undoes, given(before), isPrinted(before))
    const now: PlannedFigure = {
      key: before.key,
      label: label === undefined ? before.label : /^standing$/i.test(label.trim()) ? null : label.trim(),
      hidden: printed === undefined ? before.hidden : printed === 'hidden',
    }
    const all = figures.map((one) => (one === before ? now : one))
    await changePlan(context, { ...changes, figures: otherThanInPlace(all, stored) })
    return message(
      isPrinted(now, ' from now on'),
      block.buttons(
        button('Undo', 'newsletter plan label', {
          key: before.key,
          ...(label === undefined ? {} : { label: before.label ?? 'standing' }),
          ...(printed === undefined ? {} : { printed: before.hidden ? 'hidden' : 'printed' }),
          undoes: undoesOf(given(now), given(before), isPrinted(before)),
        }),
      ),
    )
  },
})

function isPrinted({ key, label, hidden }: PlannedFigure, since = ''): string {
  return `The figure ${key} is ${hidden ? 'not printed' : 'printed'}${label === null ? '' : ` as “${label}”`}${since}.`
}

export const figuresPlan = command({
  name: 'figures',
  group: 'plan',
  about: 'The order of the figures in “In numbers”',
  options: {
    keys: required(
      option.text({ about: 'Their keys, such as entities, visits; the others follow', max: 400 }),
    ),
    undoes: undoesOption,
  },
  access: secretariat,
  changes: true,
  examples: ['/newsletter plan figures "visits, entities"'],
  async run(context, { keys, undoes }) {
    const changes = await changesHeld(context.db)
    const stored = await figuresStored(context)
    const before = withOthers(planOf(changes).figures, stored)
    const stands = `The figures are printed in this order: ${keysOf(before)}.`
    refuseOverruled(undoes, keysOf(before), stands)
    const first = [
      ...new Set(
        keys
          .split(/[\s,;]+/)
          .filter((word) => word !== '' && !/^and$/i.test(word))
          .map((word) => known(before, word)),
      ),
    ]
    const now = [...first, ...before.filter((one) => !first.includes(one))]
    await changePlan(context, { ...changes, figures: otherThanInPlace(now, stored) })
    return message(
      'The figures are printed in this order from now on:',
      block.list(
        figuresInPlace(stored, { figures: now }).map(
          (one) => rich`${labelOf(one, stored)}${one.hidden ? ' (not printed)' : ''}`,
        ),
      ),
      block.buttons(
        button('Undo', 'newsletter plan figures', {
          keys: keysOf(before),
          undoes: undoesOf(keysOf(now), keysOf(before), stands),
        }),
      ),
    )
  },
})

/** The figures that an issue of today would print, as the store has them. */
export function figuresStored({ db, today }: Pick<Context, 'db' | 'today'>): Promise<readonly Figure[]> {
  return figuresFor(db, { from: today, to: today })
}

/** As it is printed: under the plan's label or the store's own. */
export function labelOf({ key, label }: PlannedFigure, stored: readonly Figure[]): string {
  return label ?? stored.find((one) => one.key === key)?.label ?? key
}

function keysOf(figures: readonly PlannedFigure[]): string {
  return figures.map(({ key }) => key).join(', ')
}

/** The figure of a key, in whatever letters. Raises `UserError`. */
function known(figures: readonly PlannedFigure[], typed: string): PlannedFigure {
  const found = figures.find(({ key }) => key.toLowerCase() === typed.trim().toLowerCase())
  if (found) return found
  throw new UserError(
    `“${shorten(typed)}” is not a figure of the plan. There are: ${figures.map(({ key }) => key).join(', ')}.`,
    { option: 'key', choices: figures.slice(0, 5).map(({ key }) => ({ label: key, value: key })) },
  )
}
