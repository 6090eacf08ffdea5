import { listRecommendations } from '../../db/recommendations/recommendations.ts'
import { anyone } from '../../src/core/catalog.ts'
import { orUserError, UserError } from '../../src/core/errors.ts'
import { block, button, message } from '../../src/core/message.ts'
import { option } from '../../src/core/option.ts'
import { counted } from '../../src/core/text/counted.ts'
import { shorten } from '../../src/core/text/text.ts'
import { type Context, command } from '../define.ts'
import { noSuchPage, pageOf, pageOption, rowsFor } from '../records/pages.ts'
import { presentTexts } from '../records/present.ts'
import { ownerTyped } from './assign.ts'
import { readCountry, statuses, statusWords } from './options.ts'
import { isLate, recommendationLine } from './shown.ts'

const pageSize = 20

export const list = command({
  name: 'list',
  about: 'Recommendations: all of them for the secretariat, those that you follow up for you',
  heading: 'Recommendations',
  options: {
    country: option.text({ about: 'The State to which it was made, or who follows it up', max: 80 }),
    status: option.choice({
      about: 'How they stand; any by default',
      choices: statuses,
      also: statusWords,
    }),
    about: option.text({ about: 'What they hold: a theme, a visit, words of the text', max: 100 }),
    whose: option.choice({ about: 'Only those that you follow up', choices: ['mine'], trailing: true }),
    late: option.choice({
      about: 'Only those whose day has passed',
      choices: ['overdue'],
      also: { overdue: ['late', 'past due'] },
    }),
    page: pageOption,
  },
  access: anyone,
  examples: ['/recommendation list', '/recommendation list Jordan status:open'],
  async run(context, { country: typed, status, about, whose, late, page = 1 }) {
    const { db, caller, today } = context
    const rows = await listRecommendations(db, {
      ...caller,
      ...(await countryOrOwner(context, typed)),
      lateOn: late === undefined ? null : today,
      status: status ?? null,
      own: whose === 'mine',
      words: about ?? '',
      ...rowsFor(page, pageSize),
    })
    const values = presentTexts({ country: typed, status, about, whose, late })
    const paged = { command: 'recommendation list', values, page }
    const { shown, turns, which } = pageOf(rows, pageSize, paged)
    if (shown.length === 0)
      return page > 1 ? noSuchPage(paged) : message('There are no such recommendations that you may see.')
    const overdue = shown.filter((one) => isLate(one, today)).length
    return message(
      `${counted(shown.length, 'recommendation')}${overdue > 0 ? `, ${overdue} overdue` : ''}${which}:`,
      block.list(shown.map((one) => recommendationLine(one, today))),
      block.buttons(
        ...shown
          .slice(0, 5)
          .map(({ id }) => button(`Open REC${id}`, 'recommendation show', { recommendation: `REC${id}` })),
        ...turns,
      ),
    )
  },
})

/** A State, else an entity or a person who follows up. Raises `UserError` for what is neither. */
async function countryOrOwner(context: Context, typed: string | undefined) {
  if (typed === undefined) return { country: null, ownerEntity: null, ownerPerson: null }
  const state = orUserError(() => readCountry(typed))
  if (!(state instanceof UserError)) return { country: state, ownerEntity: null, ownerPerson: null }
  try {
    const { ownerEntity, ownerPerson } = await ownerTyped(context, typed)
    return { country: null, ownerEntity, ownerPerson }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    throw new UserError(
      `I know no State called “${shorten(typed)}”, and nobody of that name who could follow up.`,
      { option: 'country', choices: error.choices },
    )
  }
}
