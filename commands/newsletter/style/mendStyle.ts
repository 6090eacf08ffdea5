import type { NewsletterIssue } from '../../../db/newsletter/newsletters.ts'
import { lockUpdate, updateById, updateVersions } from '../../../db/newsletter/updates.ts'
import { secretariat } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import {
  type Button,
  block,
  button,
  type Message,
  message,
  type Rich,
  rich,
} from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { list } from '../../../src/core/text/list.ts'
import { shorten } from '../../../src/core/text/text.ts'
import type { Mendable } from '../../../src/newsletter/reading/mend.ts'
import { type Context, command, type Question } from '../../define.ts'
import { nothingGiven } from '../../update/write/reading/given.ts'
import { reviseUpdate } from '../../update/write/reviseUpdate.ts'
import { heldIssue, issueName, issueOf, monthsOf, period, requireStatus } from '../issue/issue.ts'
import { hasStyleFault } from './hasStyleFault.ts'
import { oneForEach } from './oneForEach.ts'
import { type UpdateToMend, updatesToMend } from './updatesToMend.ts'

/** At most so many updates are mended at once, so that what would change can be read. */
const mostAtOnce = 40
/** Of a longer issue only the first are looked at before the button is shown. */
const mostLookedAt = 100

export const mendStyle = command({
  name: 'mend',
  about: 'Mend dates, full stops and names of States in all updates of an issue; shown before it is done',
  options: {
    period,
    updates: option.records({ about: 'Only these, e.g. U1, U2; all of the issue by default', prefix: 'U' }),
  },
  access: secretariat,
  changes: true,
  mayAsk: true,
  examples: ['/newsletter mend'],
  async run(context, { period: asked, updates: wanted }) {
    const issue = await heldIssue(context, asked, issueOf)
    requireStatus(issue, 'open', 'closed', 'approved')
    const { found, cleared } = await updatesToMend(context, issue, wanted)
    const kept = keptWords(cleared.map(({ id }) => `U${id}`))
    if (found.length === 0)
      throw new UserError(
        ['Nothing can be mended for sure', `in the updates of ${issueName(issue)}.`, kept]
          .filter(Boolean)
          .join(' '),
        { buttons: [button('Draft', 'newsletter draft', monthsOf(issue))] },
      )
    const now = found.slice(0, mostAtOnce)
    if (!context.confirmed) return questionOf(issue, now, found.length - now.length, kept)
    return mendThem(context, issue, now, kept)
  },
})

/** Mends several by one press; absent where nothing in the first of them seems to need it. */
export function mendStyleButton(
  issue: NewsletterIssue,
  items: readonly Parameters<typeof hasStyleFault>[0][],
): readonly Button[] {
  const needed = items.slice(0, mostLookedAt).some(hasStyleFault)
  return needed ? [button('Mend the style of all', 'newsletter mend', monthsOf(issue))] : []
}

function keptWords(cleared: readonly string[]): string | undefined {
  if (cleared.length === 0) return undefined
  const are = cleared.length === 1 ? 'is cleared as it stands and' : 'are cleared as they stand and'
  return `${list(cleared, 'and')} ${are} left as ${cleared.length === 1 ? 'it is' : 'they are'}.`
}

function questionOf(
  issue: NewsletterIssue,
  found: readonly UpdateToMend[],
  more: number,
  kept: string | undefined,
): Question {
  return {
    kind: 'question',
    message: message(
      rich`Mend ${counted(found.length, 'update')} of ${issueName(issue)}? Nothing has been changed yet.`,
      block.list(found.map(changeLine)),
      more > 0 ? block.text(`${more} more can be mended after these.`) : undefined,
      kept === undefined ? undefined : block.text(kept),
    ),
    yes: 'Mend them',
    values: { ...monthsOf(issue), updates: found.map(({ update }) => `U${update.id}`).join(', ') },
  }
}

function changeLine({ update, sure, text }: UpdateToMend): Rich {
  return rich`U${update.id}, ${sure.map(words).join(', ')}: ${shorten(text, 140)}`
}

function words(suggestion: Mendable): string {
  switch (suggestion.kind) {
    case 'full stop':
      return 'without the full stop'
    case 'date form':
    case 'date place':
      return `(${suggestion.printed}) for “${suggestion.written}”`
    case 'State name':
      return `${suggestion.unName} for ${suggestion.written}`
    case 'first person':
    case 'entity name':
    case 'slip':
      return suggestion.kind
  }
}

async function mendThem(
  context: Context,
  issue: NewsletterIssue,
  found: readonly UpdateToMend[],
  kept: string | undefined,
): Promise<Message> {
  const { db } = context
  const done: { readonly id: number; readonly change: number; readonly text: string }[] = []
  const changed: string[] = []
  const letters = oneForEach(context, issue)
  for (const { update, text } of found) {
    const before = await lockUpdate(db, update.id)
    if (before?.version !== update.version) {
      changed.push(`U${update.id}`)
      continue
    }
    const version = (await updateVersions(db, update.id)).length + 1
    await reviseUpdate(letters.context, before, { version, text, given: nothingGiven })
    const after = await updateById(db, update.id)
    done.push({ id: update.id, change: after?.decisions ?? 0, text })
  }
  letters.send(done)
  return message(
    `Mended ${counted(done.length, 'update')}; their authors are told the new words.`,
    block.list(done.map(({ id, text }) => rich`U${id}: ${shorten(text, 140)}`)),
    changed.length === 0
      ? undefined
      : block.text(
          `${list(changed, 'and')} ${changed.length === 1 ? 'was' : 'were'} changed meanwhile and left alone.`,
        ),
    kept === undefined ? undefined : block.text(kept),
    block.buttons(
      button(done.length === 1 ? 'Undo' : 'Undo all', 'update undo', {
        update: done.map(({ id }) => `U${id}`).join(','),
        change: done.map(({ change }) => change).join(','),
      }),
      button('Triage', 'newsletter triage', monthsOf(issue)),
      button('Draft', 'newsletter draft', monthsOf(issue)),
    ),
  )
}
