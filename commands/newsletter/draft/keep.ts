import { arrangementOf, keepItems, omitItems } from '../../../db/newsletter/arrange/arrangement.ts'
import type { NewsletterIssue } from '../../../db/newsletter/newsletters.ts'
import { secretariat } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, type Message, message, rich } from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { shorten } from '../../../src/core/text/text.ts'
import { line } from '../../../src/newsletter/compose/changes.ts'
import type { NewsletterSubsection } from '../../../src/newsletter/compose/compose.ts'
import { sectionTitle } from '../../../src/newsletter/sections.ts'
import { command } from '../../define.ts'
import {
  annualIssueOf,
  heldIssue,
  issueName,
  monthsOf,
  period,
  requireStatus,
  shortNameOf,
} from '../issue/issue.ts'
import { sectionsHere } from '../plan/planHere.ts'
import { composeIssue } from './compose.ts'

/** As many as have a button each on every platform. */
const pageSize = 10

export const keep = command({
  name: 'keep',
  about: 'Choose which of the year’s items an annual issue keeps, section by section',
  options: {
    period,
    section: option.section({ about: 'Which section to show; the first with items by default' }),
    out: option.text({ about: 'An item to leave out, e.g. U3', max: 20 }),
    back: option.text({ about: 'An item to take back in', max: 20 }),
    page: option.integer({ about: 'Which page', min: 1, max: 1000 }),
  },
  access: secretariat,
  changes: true,
  examples: ['/newsletter keep 2026', '/newsletter keep 2026 section:regional out:U3'],
  async run(context, { section: asked, out, back, period: months, page = 1 }) {
    const { db, now, caller } = context
    const issue = await heldIssue(context, months, annualIssueOf)
    requireStatus(issue, 'open', 'closed', 'approved')
    if (issue.kind !== 'annual')
      throw new UserError(
        `${issueName(issue)} takes what was accepted for it. What it should not print is held over or dropped in /newsletter triage.`,
      )
    const whole = await composeIssue(db, issue, { whole: true })
    const filled = whole.sections
      .flatMap(({ subsections }) => subsections)
      .filter(({ items }) => items.length > 0)
    const itemOf = (typed: string) => {
      const item = filled
        .flatMap(({ items }) => items)
        .find(({ id }) => id.toLowerCase() === typed.trim().toLowerCase())
      if (item) return item
      throw new UserError(`“${shorten(typed)}” is not an item of ${issueName(issue)}; nothing was changed.`)
    }
    if (out !== undefined)
      await omitItems(db, { newsletterId: issue.id, items: [itemOf(out).id], by: caller.personId }, now)
    if (back !== undefined) await keepItems(db, { newsletterId: issue.id, items: [itemOf(back).id] })
    const { omitted } = await arrangementOf(db, issue.id)
    const named = out ?? back
    const of = named === undefined ? undefined : itemOf(named)
    const holding = filled.find(({ items }) => of !== undefined && items.includes(of))
    const shown = asked === undefined ? (holding ?? filled[0]) : filled.find(({ key }) => key === asked)
    if (!shown)
      throw new UserError(
        asked === undefined
          ? `${issueName(issue)} has no items yet.`
          : `“${sectionTitle(await sectionsHere(db), asked)}” is empty in ${issueName(issue)}.`,
      )
    const next = filled[filled.indexOf(shown) + 1]
    return keptIn(issue, shown, { omitted, page, next })
  },
})

/** A page of a section's items, each kept or left out by one press; `next` is the section after it. */
function keptIn(
  issue: NewsletterIssue,
  { key, title, items }: NewsletterSubsection,
  {
    omitted,
    page,
    next,
  }: {
    readonly omitted: readonly string[]
    readonly page: number
    readonly next: NewsletterSubsection | undefined
  },
): Message {
  const from = (page - 1) * pageSize
  const listed = items.slice(from, from + pageSize)
  if (listed.length === 0) throw new UserError(`“${title}” has no page ${page}.`, { option: 'page' })
  const where = { section: key, ...monthsOf(issue), ...(page > 1 ? { page: String(page) } : {}) }
  const kept = items.filter(({ id }) => !omitted.includes(id)).length
  return message(
    rich`${shortNameOf(issue)}, keeps ${kept} of ${counted(items.length, 'item')} in “${title}”.`,
    block.list(
      listed.map((item) =>
        omitted.includes(item.id)
          ? rich`${item.id}, left out: ${shorten(line(item), 160)}`
          : rich`${item.id} ${shorten(line(item), 160)}`,
      ),
    ),
    block.buttons(
      ...listed.map(({ id }) =>
        omitted.includes(id)
          ? button(`Keep ${id}`, 'newsletter keep', { ...where, back: id })
          : button(`Leave out ${id}`, 'newsletter keep', { ...where, out: id }),
      ),
    ),
    block.buttons(
      ...(items.length > from + pageSize
        ? [button('More of them', 'newsletter keep', { ...where, page: String(page + 1) })]
        : []),
      ...(next ? [button(next.title, 'newsletter keep', { ...monthsOf(issue), section: next.key })] : []),
      button('Draft', 'newsletter draft', monthsOf(issue)),
    ),
  )
}
