import { arrangementOf, setOrder } from '../../../db/newsletter/arrange/arrangement.ts'
import { secretariat } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { shorten } from '../../../src/core/text/text.ts'
import { plainDigits } from '../../../src/core/time/reading/token.ts'
import { line } from '../../../src/newsletter/compose/changes.ts'
import type { NewsletterItem } from '../../../src/newsletter/compose/compose.ts'
import { sectionTitle } from '../../../src/newsletter/sections.ts'
import { command } from '../../define.ts'
import { refuseOverruled, undoesOf, undoesOption } from '../../records/overruled.ts'
import { heldIssue, issueName, monthsOf, period, requireStatus } from '../issue/issue.ts'
import { sectionsHere } from '../plan/planHere.ts'
import { composeIssue } from './compose.ts'

export const order = command({
  name: 'order',
  about: 'Choose which items of a section come first; the others follow by date',
  options: {
    section: required(option.section({ about: 'The section to reorder' })),
    items: option.text({
      about: 'The items that come first, e.g. U3, U1; “days” for order by date',
      max: 1000,
    }),
    period,
    undoes: undoesOption,
  },
  access: secretariat,
  changes: true,
  examples: ['/newsletter order regional', '/newsletter order regional items:days'],
  async run(context, { section, items: typed, period: asked, undoes }) {
    const { db, now, caller } = context
    const issue = await heldIssue(context, asked)
    requireStatus(issue, 'open', 'closed', 'approved')
    const before = (await arrangementOf(db, issue.id)).orders[section] ?? []
    const there = itemsIn(await composeIssue(db, issue), section)
    const title = sectionTitle(await sectionsHere(db), section)
    const where = { section, ...monthsOf(issue) }
    const stands = `“${title}” in ${issueName(issue)} is printed in this order: ${idsOf(there)}.`
    const show = [button('How it stands', 'newsletter order', where)]
    refuseOverruled(undoes, before, stands, show)
    if (there.length === 0)
      throw new UserError(`“${title}” is empty in ${issueName(issue)}; there is nothing to order.`)
    const items = typed === undefined ? before : readItems(typed, there, undoes !== undefined)
    if (typed !== undefined)
      await setOrder(db, { newsletterId: issue.id, section, by: caller.personId, items }, now)
    const shown = typed === undefined ? there : itemsIn(await composeIssue(db, issue), section)
    const put = {
      ...button('Put in order', 'newsletter order', { ...where, items: idsOf(shown) }),
      ask: true,
    }
    return message(
      typed === undefined
        ? rich`“${title}” in ${issueName(issue)} is printed in this order. /newsletter order ${section} items:"${idsOf(shown)}" puts others first.`
        : rich`“${title}” in ${issueName(issue)} is printed in this order now:`,
      block.list(shown.map((item) => rich`${item.id} ${shorten(line(item), 120)}`)),
      block.buttons(
        ...(typed === undefined
          ? [put]
          : [
              button('Undo', 'newsletter order', {
                ...where,
                items: before.join(', ') || 'days',
                undoes: undoesOf(items, before, stands, show),
              }),
              put,
            ]),
        ...(items.length > 0
          ? [button('By their days', 'newsletter order', { ...where, items: 'days' })]
          : []),
      ),
    )
  },
})

function itemsIn(newsletter: Awaited<ReturnType<typeof composeIssue>>, section: string) {
  return newsletter.sections
    .flatMap(({ subsections }) => subsections)
    .filter(({ key }) => key === section)
    .flatMap(({ items }) => items)
}

function idsOf(items: readonly NewsletterItem[]): string {
  return items.map(({ id }) => id).join(', ')
}

/** The items named, each once and each one of the section; an undo passes over those that left it. Raises `UserError`. */
function readItems(typed: string, there: readonly NewsletterItem[], isUndo: boolean): readonly string[] {
  if (/^(?:by )?(?:their )?days?$/i.test(typed.trim())) return []
  const words = plainDigits(typed)
    .split(/[\s,;&]+/)
    .filter((word) => word !== '' && !/^and$/i.test(word))
  const named = words.flatMap((word) => {
    const bare = word.replace(/^#/, '')
    const item = there.find(({ id }) => id.toLowerCase() === bare.toLowerCase() || id === `U${bare}`)
    if (item) return item.id
    if (isUndo) return []
    throw new UserError(`“${shorten(word)}” is not an item of this section. There are: ${idsOf(there)}.`, {
      option: 'items',
    })
  })
  return [...new Set(named)]
}
