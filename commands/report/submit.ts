import { changeRecord } from '../../db/records/change.ts'
import { lockPart, type ReportPart, reportParts, submittedParts } from '../../db/report/parts.ts'
import { chairOf } from '../../src/core/catalog.ts'
import { UserError } from '../../src/core/errors.ts'
import { block, button, message, moment, rich } from '../../src/core/message.ts'
import { type GroupRef, option, required } from '../../src/core/option.ts'
import { counted } from '../../src/core/text/counted.ts'
import { saysNothing } from '../../src/core/text/nothing.ts'
import { type Context, command, type Question } from '../define.ts'
import { undoButton } from '../records/undoChange.ts'
import { headings, missingHeadings, stillMissing } from './headings.ts'

const most = 12_000

export const submit = command({
  name: 'submit',
  about: 'Submit what a group has to report under a heading; every version is kept',
  heading: 'Progress report',
  options: {
    wg: required(option.group({ about: 'Which working group' })),
    heading: required(option.choice({ about: 'Under which heading', choices: headings })),
    text: required(
      option.text({ about: 'The text; “none” where there is nothing to report', max: most, multiline: true }),
    ),
    year: option.integer({
      about: 'The year reported on; you are asked if you leave it out',
      min: 2018,
      max: 2100,
    }),
    how: option.choice({
      about: 'Where there is text already: below it, or in its place',
      choices: ['add', 'replace'],
    }),
  },
  access: chairOf('wg'),
  changes: true,
  mayAsk: true,
  asksWhen: 'where there is text under the heading already',
  examples: [
    '/report submit ETCIP year:2026 heading:"Research and analysis" text:"The group mapped new threats."',
    '/report submit ETCIP year:2026 heading:challenges text:none',
  ],
  async run(context, { wg, year = askForYear(context), heading, text, how }) {
    const { db, caller, now } = context
    // The part is locked before it is looked at: of two who submit at once, the second sees what the first wrote.
    const id = await lockPart(db, { groupId: wg.id, year, heading })
    const parts = await submittedParts(db, year, wg.id)
    const before = parts.find((part) => part.id === id)
    const written = before && before.body !== '' ? before : undefined
    // What is open yet is no word that there is nothing to report.
    const typed = saysNothing(text) ? '' : text.trim()
    if (
      written &&
      (how === undefined || (how === 'replace' && written.byId !== caller.personId && !context.confirmed))
    )
      return askWhere(written, typed)
    const body = written && how === 'add' && typed !== '' ? `${written.body}\n\n${typed}` : typed
    if (body.length > most)
      throw new UserError(
        `Together that has ${body.length.toLocaleString('en')} characters; at most ${most.toLocaleString('en')} fit under a heading. Nothing was changed.`,
        { option: 'text' },
      )
    const saved = await changeRecord(
      db,
      reportParts,
      id,
      { body, removed: false },
      { by: caller.personId, now },
    )
    if (!saved) throw new UserError(`“${heading}” says that already; nothing was changed.`)
    context.about(`report:${wg.id}:${year}`)
    const told = written && how === 'replace' && tellAuthor(context, wg, written, saved.change)
    const missing = missingHeadings([...parts, { heading }])
    const values = { wg: wg.acronym, year: String(year) }
    const [next] = missing
    return message(
      rich`${body === '' ? 'Nothing to report' : 'Submitted'} under “${heading}” for ${wg.acronym} in ${year}; ${missing.length === 0 ? 'every heading is submitted' : `${counted(missing.length, 'heading is', 'headings are')} still missing`}.`,
      body === '' ? undefined : block.text(body),
      written && told ? block.text(rich`${written.by}, who wrote what stood there, is told.`) : undefined,
      ...stillMissing(missing),
      block.buttons(
        ...(next === undefined
          ? []
          : [{ ...button('The next one', 'report submit', { ...values, heading: next }), ask: true }]),
        button('The whole report', 'report show', values),
        undoButton('report undo', { ...values, heading }, saved.change),
      ),
    )
  },
})

/** Asks which year is reported on: this one or the one before. Raises `UserError`. */
function askForYear({ today }: Context): never {
  const [year] = today.split('-').map(Number)
  const years = [year ?? 0, (year ?? 0) - 1].map(String)
  throw new UserError('Which year is that for? Nothing was submitted yet.', {
    option: 'year',
    choices: years.map((value) => ({ label: value, value })),
  })
}

function askWhere({ by, at, body, heading }: ReportPart, typed: string): Question {
  return {
    kind: 'question',
    message: message(
      rich`There is text under “${heading}” already, by ${by}, ${moment(at, 'UTC', 'day')}. Nothing was changed yet.`,
      block.text(body),
    ),
    ...(typed === ''
      ? { yes: 'Take that text away', values: { how: 'replace' } }
      : {
          yes: 'Add mine below it',
          values: { how: 'add' },
          others: [{ label: 'Put mine in its place', values: { how: 'replace' } }],
        }),
  }
}

/** Tells whoever wrote what was replaced, with the means to bring it back; returns whether anybody is told. */
function tellAuthor({ caller, notify }: Context, wg: GroupRef, part: ReportPart, change: number): boolean {
  if (part.byId === caller.personId) return false
  const values = { wg: wg.acronym, year: String(part.year), heading: part.heading }
  notify([
    {
      key: `report-replaced:${part.id}:${change}`,
      personId: part.byId,
      kind: 'report',
      subject: `report:${wg.id}:${part.year}`,
      message: message(
        rich`${caller.name} replaced what you wrote for ${wg.acronym} under “${part.heading}” in the report on ${part.year}. Your text is kept.`,
        block.text(part.body),
        block.buttons(
          button('The whole report', 'report show', { wg: wg.acronym, year: String(part.year) }),
          undoButton('report undo', values, change),
        ),
      ),
    },
  ])
  return true
}
