import { editUpdate } from '../../../db/newsletter/changeUpdates.ts'
import type { Update, UpdateContent } from '../../../db/newsletter/updates.ts'
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
import type { Period } from '../../../src/core/time/period.ts'
import type { Context, Question } from '../../define.ts'
import { monthsOf } from '../../newsletter/issue/issue.ts'
import { editButton, updateFields } from '../card.ts'
import { askForClearance } from '../clear/askFor.ts'
import { learnFromDecisions } from '../decide/learn.ts'
import { afterPrint } from '../printed/afterPrint.ts'
import { asPrinted } from '../printed/asPrinted.ts'
import { tellOfEdit, undoButton } from '../tell.ts'
import { editedIssue } from './editedIssue.ts'
import { asTypedButtons } from './reading/asTyped.ts'
import { type Given, nothingGiven } from './reading/given.ts'
import { loadKnown, type ReadingContext } from './reading/known.ts'
import { readUpdate, type UpdateReading } from './reading/reading.ts'
import { datesKept, detailsKept, keptEmbargo, keptSection, lostBlock, movedSection } from './remarks/kept.ts'
import { notTaken, relativeDateButtons } from './remarks/notTaken.ts'
import { mendButtons, openSuggestions, otherDate, remarks } from './remarks/remarks.ts'
import { refuseRemoved } from './removedSection.ts'
import { isEmpty, revise } from './revise.ts'

interface Revision {
  readonly version: number
  /** The new text; absent where the text does not change. */
  readonly text: string | undefined
  readonly given: Given
  /** The months of the issue that was named; absent where none was. */
  readonly months?: Period | undefined
  /** Whether it is asked about a day that lies outside the issue, or in two. */
  readonly asks?: boolean
  /** Whose unseen words the new text would replace, as it is asked about; absent where it replaces none. */
  readonly replaced?: Rich | undefined
}

/** Gives an update, locked by the caller, a new text or details, and tells everyone concerned. */
export async function reviseUpdate(
  context: Context,
  before: Update,
  { version, text, given, months, asks = false, replaced }: Revision,
): Promise<Message | Question> {
  const { db, now, caller } = context
  const { id } = before
  const known = await loadKnown(context, before)
  const { read, content, settled } = readEdit(known, before, { text, given, months })
  const edit = { content, read, asks, replaced }
  const { newsletterId, moved, question } = editedIssue(context, known, before, edit)
  if (newsletterId === before.newsletterId && isEmpty({ ...given, text }))
    throw new UserError(`U${id} is for that issue already; nothing was changed.`)
  if (question) return question
  const status = before.status === 'accepted' && caller.isSecretariat ? 'accepted' : 'proposed'
  const { features } = read
  const edited = { id, version, editorId: caller.personId, newsletterId, status, content, features } as const
  const change = await editUpdate(db, edited, now)
  if (caller.isSecretariat && content.section !== before.section) await learnFromDecisions(context)
  context.about(`update:${id}`)
  const consequence = tellOfEdit(context, before, {
    content,
    status,
    change,
    moved,
    sections: known.sections,
  })
  const clearance = await askForClearance(context, {
    ...{ id, version, content, before, author: before.author },
    accepted: status === 'accepted',
  })
  const isRead = text !== undefined || given.section !== undefined
  const open = isRead ? openSuggestions(known, content) : []
  return message(
    rich`Changed U${id} (version ${version}): ${asPrinted(content, content.section)}`,
    updateFields(content, known.sections),
    moved === undefined ? undefined : block.text(moved),
    otherDate(read),
    ...datesKept({ before, after: content, asRead: read.content }, { ...given, text }),
    ...detailsKept({ after: content, asRead: read.content }, { ...given, text }),
    settled && read.sure
      ? keptSection(known.sections, before, read.content)
      : movedSection(known.sections, before, content, given),
    keptEmbargo(content, read.content, { ...given, text }),
    lostBlock(before, content, given),
    // What was said of a date by itself needs no word on the one in the text.
    given.date === undefined ? notTaken(content, context) : undefined,
    remarks({ ...read, suggestions: open }),
    consequence === undefined ? undefined : block.text(consequence),
    clearance === undefined ? undefined : block.text(clearance),
    ...(await afterPrint(context, known, before, newsletterId !== before.newsletterId)),
    block.buttons(
      ...relativeDateButtons(id, content, context),
      undoButton(id, change),
      ...mendButtons(id, open),
      editButton(id, content),
      ...asTypedButtons(id, content, isRead && content.text === read.content.text ? read.asides : []),
      ...(caller.isSecretariat && before.authorId !== caller.personId
        ? decideButtons(known, { id, status, newsletterId })
        : []),
    ),
  )
}

/** An update after an edit: what its new text and what was given beside it say. Raises `UserError`. */
function readEdit(
  known: ReadingContext,
  before: Update,
  { text, given, months }: Pick<Revision, 'text' | 'given' | 'months'>,
): { readonly read: UpdateReading; readonly content: UpdateContent; readonly settled: boolean } {
  refuseRemoved(known.sections, given.section)
  const asRead = readUpdate(known, before.originalText, nothingGiven)
  const read = readUpdate(known, text ?? before.originalText, given, months)
  const content = revise(before, asRead.content, read.content, { ...given })
  // With its acceptance the section was settled: a few other words are no reason to print it elsewhere.
  const settled = before.status === 'accepted' && given.section === undefined
  return { read, content: settled ? { ...content, section: before.section } : content, settled }
}

/** Whoever edits in triage goes on from there: accepts what waits, and sees the next. */
function decideButtons(
  { open }: Pick<ReadingContext, 'open'>,
  { id, status, newsletterId }: Pick<Update, 'id' | 'status' | 'newsletterId'>,
): readonly Button[] {
  const issue = open.find((one) => one.id === newsletterId)
  if (status !== 'proposed' || !issue) return []
  const months = monthsOf(issue)
  return [
    button('Accept', 'newsletter triage', { ...months, accept: `U${id}` }, 'primary'),
    button('Next', 'newsletter triage', { ...months, after: `U${id}` }),
  ]
}
