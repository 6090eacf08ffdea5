import { secretariat } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, message } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { shorten } from '../../../src/core/text/text.ts'
import { planOf } from '../../../src/newsletter/plan.ts'
import type { PlannedFigure } from '../../../src/newsletter/plannedFigures.ts'
import { command } from '../../define.ts'
import { refuseOverruled, undoesOf, undoesOption } from '../../records/overruled.ts'
import { changePlan } from './changePlan.ts'
import { figureNames } from './figureNames.ts'
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
    const { figures } = planOf(changes)
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
    refuseOverruled(undoes, given(before), isPrinted(before, 'now'))
    const now: PlannedFigure = {
      key: before.key,
      label: label === undefined ? before.label : /^standing$/i.test(label.trim()) ? null : label.trim(),
      hidden: printed === undefined ? before.hidden : printed === 'hidden',
    }
    await changePlan(context, { ...changes, figures: figures.map((one) => (one === before ? now : one)) })
    return message(
      isPrinted(now, 'from now on'),
      block.buttons(
        button('Undo', 'newsletter plan label', {
          key: before.key,
          ...(label === undefined ? {} : { label: before.label ?? 'standing' }),
          ...(printed === undefined ? {} : { printed: before.hidden ? 'hidden' : 'printed' }),
          undoes: undoesOf(given(now), given(before)),
        }),
      ),
    )
  },
})

function isPrinted({ key, label, hidden }: PlannedFigure, since: string): string {
  return `The figure ${key} is ${hidden ? 'not printed' : 'printed'}${label === null ? '' : ` as “${label}”`} ${since}.`
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
    const before = planOf(changes).figures
    refuseOverruled(undoes, keysOf(before), `The figures are printed in this order: ${keysOf(before)}.`)
    const first = [
      ...new Set(
        keys
          .split(/[\s,;]+/)
          .filter((word) => word !== '' && !/^and$/i.test(word))
          .map((word) => known(before, word)),
      ),
    ]
    const now = [...first, ...before.filter((one) => !first.includes(one))]
    await changePlan(context, { ...changes, figures: now })
    return message(
      'The figures are printed in this order from now on:',
      block.list(now.map(await figureNames(context.db, context.today))),
      block.buttons(
        button('Undo', 'newsletter plan figures', {
          keys: keysOf(before),
          undoes: undoesOf(keysOf(now), keysOf(before)),
        }),
      ),
    )
  },
})

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
