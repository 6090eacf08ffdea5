import { createHash } from 'node:crypto'
import { listUpdates } from '../../../db/newsletter/listUpdates.ts'
import { type NewsletterIssue, periodOf } from '../../../db/newsletter/newsletters.ts'
import { latestEdition } from '../../../db/newsletter/printed/editions.ts'
import { secretariat } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { wordCount } from '../../../src/core/language/prose.ts'
import { unquote } from '../../../src/core/language/quotes.ts'
import { type Block, type Button, block, button, headed, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { list } from '../../../src/core/text/list.ts'
import { changesBetween, itemsOf } from '../../../src/newsletter/compose/changes.ts'
import type { Newsletter } from '../../../src/newsletter/compose/compose.ts'
import type { ItemChange } from '../../../src/newsletter/compose/itemChange.ts'
import { storedNewsletter } from '../../../src/newsletter/compose/stored.ts'
import { withPrintedPieces } from '../../../src/newsletter/settled.ts'
import { type Context, command, type Question } from '../../define.ts'
import { composeIssue } from '../draft/compose.ts'
import { mailIssue } from '../readers/mailIssue.ts'
import { correctedByAuthor, correctedTold, tellCorrected } from '../tellCorrected.ts'
import { heldIssue, issueName, monthsOf, publishedIssueOf, publishedPeriod, shortNameOf } from './issue.ts'
import { issueBefore, refuseIssueAlone } from './issueAlone.ts'
import { announce, pageLine, readButton, roomsTold, storeEdition } from './printing.ts'
import { uncleared } from './uncleared.ts'
import { whoIsTold } from './whoIsTold.ts'

const mostShown = 20

export const correct = command({
  name: 'correct',
  about: 'Issue a corrected version of a published issue; what changed is shown',
  options: {
    note: required(option.text({ about: 'What was corrected, in a sentence for its readers', max: 300 })),
    period: publishedPeriod,
    shown: option.text({
      about: 'The mark of the changes that were shown; the question’s button carries it',
      max: 40,
      inForms: false,
    }),
  },
  access: secretariat,
  changes: true,
  mayAsk: true,
  asksWhen: 'and shows what differs from the printed issue',
  examples: ['/newsletter correct "The date of the Accra training was wrong"'],
  async run(context, { note: typed, period: given, shown }) {
    if (given === undefined) await refuseIssueAlone(context, typed)
    const named = given === undefined ? await issueBefore(context, typed) : undefined
    const note = named?.note ?? typed
    const asked = named ? periodOf(named.issue) : given
    const issue = await heldIssue(context, asked, publishedIssueOf)
    const before = issue.status === 'published' ? await latestEdition(context.db, issue.id) : undefined
    if (!before)
      throw new UserError(`${shortNameOf(issue)} is not published, so there is nothing to correct.`)
    const edition = before.edition + 1
    const printed = storedNewsletter(before.content)
    await refuseWaiting(context, issue, printed)
    const wanted = { acceptedOnly: true, edition, printedOn: context.today }
    const composed = await composeIssue(context.db, issue, wanted)
    const content = withPrintedPieces({ ...composed, correction: note }, printed)
    const changes = changesBetween(printed, content)
    if (changes.length === 0) {
      throw new UserError(
        `Nothing differs from what was printed of ${issueName(issue)}. Change the update first (/update edit), then correct the issue.`,
        { buttons: editNamed(note, printed) },
      )
    }
    const mark = markOf(issue, edition, content)
    const differs = shown !== undefined && shown !== mark
    const authors = await correctedByAuthor(context, printed, content)
    if (!context.confirmed || differs) {
      const isNewList = context.confirmed && differs
      const open = await uncleared(context, issue)
      const told = [...(await whoIsTold(context, issue, { thanked: false })), correctedTold(authors)]
      return correctionQuestion(issue, { edition, note, changes, mark, isNewList, open, told })
    }
    await storeEdition(context, issue, content, edition, note)
    const notice = headed(
      'Newsletter corrected',
      message(
        rich`Corrected: the newsletter, ${issueName(issue)}, edition ${edition}. ${note}`,
        changeList(changes),
        pageLine(context, issue),
        readButton(issue),
      ),
    )
    const rooms = await announce(context, issue, edition, notice)
    const mailed = await mailIssue(context, issue, content)
    tellCorrected(context, issue, { edition, note, authors })
    return message(
      rich`Published edition ${edition} of ${issueName(issue)} with ${counted(changes.length, 'change')}, ${roomsTold(rooms)}.`,
      changeList(changes),
      correctedTold(authors),
      pageLine(context, issue),
      mailed,
    )
  },
})

interface Correction {
  readonly edition: number
  readonly note: string
  readonly changes: readonly ItemChange[]
  readonly mark: string
  /** Whether the question was answered, but for other changes. */
  readonly isNewList: boolean
  /** What nobody has cleared as it stands now. */
  readonly open: Block | undefined
  readonly told: readonly (Block | undefined)[]
}

/** Where the note names a printed item, the form that changes it, with what stands behind its number as the new text. */
function editNamed(note: string, printed: Newsletter): readonly Button[] {
  const [, number, text = ''] = /^(?:in )?U(\p{Nd}{1,9})[:,]? ?(.*)$/isu.exec(note) ?? []
  const update = number && `U${Number(number)}`
  if (!update || !itemsOf(printed).some(({ id }) => id === update)) return []
  const values = { update, ...(wordCount(text) >= leastOfText && { text: unquote(text, 'note') }) }
  return [{ ...button(`Edit ${update}`, 'update edit', values, 'primary'), ask: true }]
}

/** Fewer words say what is wrong; as many may be the item as it should be. */
const leastOfText = 6

/** What was printed and waits for a decision since it was edited would be taken out unseen. Raises `UserError` for that. */
async function refuseWaiting({ db }: Context, issue: NewsletterIssue, printed: Newsletter): Promise<void> {
  const ids = new Set(itemsOf(printed).map(({ id }) => id))
  const proposed = await listUpdates(db, {
    newsletterId: issue.id,
    statuses: ['proposed'],
    limit: mostWaiting,
  })
  const waiting = proposed.map(({ id }) => `U${id}`).filter((id) => ids.has(id))
  if (waiting.length === 0) return
  const one = waiting.length === 1
  throw new UserError(
    `${list(waiting, 'and')} ${one ? 'was' : 'were'} printed and ${one ? 'waits' : 'wait'} for a decision since ${one ? 'it was' : 'they were'} edited, so a correction would take ${one ? 'it' : 'them'} out. Accept ${one ? 'it' : 'them'} first, or withdraw what is to go. Nothing was changed.`,
    {
      buttons: [
        button(`Accept ${waiting.join(', ')}`, 'update accept', { update: waiting.join(',') }, 'primary'),
        button('Triage', 'newsletter triage', monthsOf(issue)),
      ],
    },
  )
}

/** More than any issue has waiting at once. */
const mostWaiting = 1000

/** Tells whether what would be printed is still what was shown when the question was put. */
function markOf({ id }: NewsletterIssue, edition: number, content: Newsletter): string {
  const printed = JSON.stringify([id, edition, content])
  return createHash('sha256').update(printed).digest('base64url').slice(0, 12)
}

/** Asks before everybody is told, and shows what would be printed differently. */
function correctionQuestion(issue: NewsletterIssue, given: Correction): Question {
  const { edition, note, changes, mark, isNewList, open, told } = given
  return {
    kind: 'question',
    message: message(
      rich`${isNewList ? 'The changes are no longer those that you were shown. ' : ''}Publish edition ${edition} of ${issueName(issue)} with this note: “${note}”? Nothing has been changed yet. It differs from what was printed:`,
      changeList(changes),
      open,
      ...told,
    ),
    yes: 'Yes, publish it',
    values: { shown: mark },
  }
}

function changeList(changes: readonly ItemChange[]): Block {
  const more = changes.length - mostShown
  const lines = changes.slice(0, mostShown).map(({ kind, before, after }) => {
    if (kind === 'added') return `New: ${after ?? ''}`
    return kind === 'removed' ? `Taken out: ${before ?? ''}` : `“${before ?? ''}” is now “${after ?? ''}”`
  })
  return block.list([...lines, ...(more > 0 ? [`and ${more} more`] : [])])
}
