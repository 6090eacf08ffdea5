import { changesOfRecord } from '../../db/records/changes.ts'
import { submittedParts } from '../../db/report/parts.ts'
import { memberOf } from '../../src/core/catalog.ts'
import { leads } from '../../src/core/feature/caller.ts'
import { type Block, block, button, message, moment, rich } from '../../src/core/message.ts'
import { option, required } from '../../src/core/option.ts'
import { counted } from '../../src/core/text/counted.ts'
import { partsOf } from '../../src/core/time/day.ts'
import { command } from '../define.ts'
import { headings, missingHeadings, stillMissing } from './headings.ts'
import { year } from './plan/plan.ts'

const versionsShown = 20

export const showReport = command({
  name: 'show',
  about: 'A group’s progress report as it stands, or one heading of it with all its versions',
  heading: 'Progress report',
  options: {
    wg: required(option.group({ about: 'Which working group' })),
    year,
    heading: option.choice({ about: 'One heading alone, with its versions', choices: headings }),
  },
  access: memberOf('wg'),
  examples: ['/report show ETCIP', '/report show ETCIP year:2026 heading:challenges'],
  async run({ db, caller, today, zone }, { wg, year: asked, heading }) {
    const of = asked ?? partsOf(today)[0]
    const parts = await submittedParts(db, of, wg.id)
    const values = { wg: wg.acronym, year: String(of) }
    const chair = leads(caller, wg.id)
    const one = parts.find((part) => part.heading === heading)
    if (heading !== undefined && one) {
      const past = await changesOfRecord(db, { kind: 'report-part', recordId: one.id }, versionsShown)
      return message(
        rich`${wg.acronym} in ${of}, “${heading}”: ${counted(one.versions, 'version')}, the latest first.`,
        ...past.flatMap(({ by, at, after }): readonly Block[] => [
          block.text(rich`${by}, ${moment(at, zone)}:`),
          block.text(wordsOf(after)),
        ]),
        block.buttons(
          button('The whole report', 'report show', values),
          ...(chair
            ? [
                {
                  ...button('Change it', 'report submit', {
                    ...values,
                    heading,
                    text: one.body,
                    how: 'replace',
                  }),
                  ask: true,
                },
              ]
            : []),
        ),
      )
    }
    const missing = heading === undefined ? missingHeadings(parts) : [heading]
    const [next] = missing
    return message(
      rich`Progress report of ${wg.acronym} on ${of}: ${parts.length} of ${headings.length} headings are submitted.`,
      ...headings.flatMap((name): readonly Block[] => {
        const part = heading === undefined ? parts.find((candidate) => candidate.heading === name) : undefined
        return part
          ? [block.heading(name), block.text(part.body === '' ? 'Nothing to report.' : part.body)]
          : []
      }),
      ...stillMissing(missing),
      block.buttons(
        ...(chair && next !== undefined
          ? [{ ...button('Submit a heading', 'report submit', { ...values, heading: next }), ask: true }]
          : []),
        ...(chair ? [button('Word', 'report export', { ...values, format: 'docx' })] : []),
        button('Work plan', 'report plan', values),
      ),
    )
  },
})

/** What a version says; nothing is written where there is nothing to report. */
function wordsOf(after: Readonly<Record<string, unknown>>): string {
  const { body, removed } = after
  if (removed === true) return 'Taken back.'
  return typeof body === 'string' && body !== '' ? body : 'Nothing to report.'
}
