import { assessments as countAssessments } from '../../db/recommendations/assessments.ts'
import { type Recommendation, recommendationById } from '../../db/recommendations/recommendations.ts'
import { changesOfRecord } from '../../db/records/changes.ts'
import { anyone, secretariat } from '../../src/core/catalog.ts'
import { block, button, message, rich } from '../../src/core/message.ts'
import { counted } from '../../src/core/text/counted.ts'
import { type Context, command, found } from '../define.ts'
import { country, readCountry, recommendationOption } from './options.ts'
import { follows, recommendationCard } from './shown.ts'

const historyShown = 30

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

/** Only the secretariat and those who follow it up learn that a recommendation exists. */
export function visible(
  { caller }: Pick<Context, 'caller'>,
  id: number,
  one: Recommendation | undefined,
): Recommendation {
  const may = one && (caller.isSecretariat || follows(caller, one))
  return found(may ? one : undefined, `recommendation REC${id} that you may see`)
}
