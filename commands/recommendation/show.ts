import { assessments as countAssessments } from '../../db/recommendations/assessments.ts'
import {
  listRecommendations,
  type Recommendation,
  recommendationById,
} from '../../db/recommendations/recommendations.ts'
import { changesOfRecord } from '../../db/records/changes.ts'
import { anyone, secretariat } from '../../src/core/catalog.ts'
import { block, button, message, rich } from '../../src/core/message.ts'
import { option } from '../../src/core/option.ts'
import { counted } from '../../src/core/text/counted.ts'
import { type Context, command, found } from '../define.ts'
import { country, readCountry, recommendationOption, saidStatuses, statuses } from './options.ts'
import { follows, isLate, recommendationCard, recommendationLine } from './shown.ts'

const pageSize = 20
const historyShown = 30

export const list = command({
  name: 'list',
  about: 'Recommendations: all of them for the secretariat, those that you follow up for you',
  heading: 'Recommendations',
  options: {
    country,
    status: option.choice({
      about: 'How they stand; any unless told',
      choices: statuses,
      also: saidStatuses,
    }),
    about: option.text({ about: 'What they hold: a theme, a visit, words of the text', max: 100 }),
    whose: option.choice({ about: 'Only those that you follow up', choices: ['mine'], trailing: true }),
    page: option.integer({ about: 'Which page, from 1', min: 1, max: 1000 }),
  },
  access: anyone,
  examples: ['/recommendation list', '/recommendation list Jordan status:open'],
  async run({ db, caller, today }, { country: typed, status, about, whose, page = 1 }) {
    const named = typed === undefined ? null : readCountry(typed)
    const rows = await listRecommendations(db, {
      ...caller,
      country: named,
      status: status ?? null,
      own: whose === 'mine',
      words: about ?? '',
      limit: pageSize + 1,
      offset: (page - 1) * pageSize,
    })
    const shown = rows.slice(0, pageSize)
    if (shown.length === 0)
      return message(
        page > 1 ? 'No more recommendations.' : 'There are no such recommendations that you may see.',
      )
    const late = shown.filter((one) => isLate(one, today)).length
    return message(
      `${counted(shown.length, 'recommendation')}${late > 0 ? `, ${late} overdue` : ''}${page > 1 || rows.length > pageSize ? `, page ${page}` : ''}:`,
      block.list(shown.map((one) => recommendationLine(one, today))),
      block.buttons(
        ...shown
          .slice(0, 5)
          .map(({ id }) => button(`Open REC${id}`, 'recommendation show', { recommendation: `REC${id}` })),
        ...(rows.length > pageSize
          ? [
              button('Next page', 'recommendation list', {
                ...(named === null ? {} : { country: named }),
                ...(status ? { status } : {}),
                ...(about ? { about } : {}),
                ...(whose ? { whose } : {}),
                page: String(page + 1),
              }),
            ]
          : []),
      ),
    )
  },
})

export const show = command({
  name: 'show',
  about: 'One recommendation with how its status changed',
  options: { recommendation: recommendationOption },
  access: anyone,
  examples: ['/recommendation show REC1'],
  async run(context, { recommendation: id }) {
    const one = await readableRecommendation(context, id)
    const past = await changesOfRecord(context.db, { kind: 'recommendation', recordId: id }, historyShown)
    return recommendationCard(context, one, { past })
  },
})

export const assessments = command({
  name: 'assessments',
  about: 'How the recommendations to each State stand, from which visits, and who follows up',
  heading: 'Country assessments',
  options: { country },
  access: secretariat,
  examples: ['/recommendation assessments', '/recommendation assessments Jordan'],
  async run({ db, today }, { country: typed }) {
    const rows = await countAssessments(db, {
      country: typed === undefined ? null : readCountry(typed),
      today,
    })
    if (rows.length === 0)
      return message(
        'No recommendation is on record there.',
        block.buttons({ ...button('Record one', 'recommendation add'), ask: true }),
      )
    const overdue = rows.reduce((sum, row) => sum + row.overdue, 0)
    return message(
      rich`Recommendations to ${counted(rows.length, 'State')}${overdue > 0 ? `, ${overdue} overdue` : ''}:`,
      block.table(
        ['State', 'Open', 'In progress', 'Implemented', 'Not pursued', 'Overdue', 'Visits', 'Followed up by'],
        rows.map((row) => [
          row.country,
          ...[row.open, row.inProgress, row.implemented, row.notPursued, row.overdue].map(String),
          row.visits.join('; '),
          row.followers.join(', '),
        ]),
      ),
      block.buttons(
        ...rows
          .slice(0, 5)
          .map((row) => button(row.country, 'recommendation list', { country: row.country })),
      ),
    )
  },
})

/** The recommendation of a number that stands and that the caller may see. Raises `UserError`. */
export async function readableRecommendation(
  context: Pick<Context, 'db' | 'caller'>,
  id: number,
): Promise<Recommendation> {
  const one = await recommendationById(context.db, id)
  return visible(context, id, one?.removed ? undefined : one)
}

/** Others than the secretariat and those who follow it up are told of no recommendation that it exists. */
export function visible(
  { caller }: Pick<Context, 'caller'>,
  id: number,
  one: Recommendation | undefined,
): Recommendation {
  const may = one && (caller.isSecretariat || follows(caller, one))
  return found(may ? one : undefined, `recommendation REC${id} that you may see`)
}
