import { editUpdate } from '../../../db/newsletter/changeUpdates.ts'
import type { Update, UpdateContent } from '../../../db/newsletter/updates.ts'
import { UserError } from '../../../src/core/errors.ts'
import {
  type Block,
  type Button,
  block,
  button,
  type Message,
  message,
  type Rich,
  rich,
} from '../../../src/core/message.ts'
import { formatDay } from '../../../src/core/time/day.ts'
import type { Period } from '../../../src/core/time/period.ts'
import { sectionTitle } from '../../../src/newsletter/sections.ts'
import type { Context, Question } from '../../define.ts'
import { monthsOf } from '../../newsletter/issue/issue.ts'
import { detailsOf, editButton, updateFields } from '../card.ts'
import { askForClearance } from '../clear/askFor.ts'
import { learnFromDecisions } from '../decide/learn.ts'
import { afterPrint } from '../printed/afterPrint.ts'
import { asPrinted } from '../printed/asPrinted.ts'
import { tellOfEdit, undoButton } from '../tell.ts'
import { editedIssue } from './editedIssue.ts'
import { loadKnown, type ReadingContext } from './known.ts'
import { datedAsSaid, notTaken } from './notTaken.ts'
import { type Given, nothingGiven, printedDays, readUpdate } from './reading.ts'
import { mendButtons, openSuggestions, otherDate, remarks } from './remarks.ts'
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
  refuseRemoved(known.sections, given.section)
  const asRead = readUpdate(known, before.originalText, nothingGiven)
  const read = readUpdate(known, text ?? before.originalText, given, months)
  const revised = revise(before, asRead.content, read.content, { ...given })
  // With its acceptance the section was settled: a few other words are no reason to print it elsewhere.
  const settled = before.status === 'accepted' && given.section === undefined
  const content = settled ? { ...revised, section: before.section } : revised
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
    overruledDate(before, content, given),
    otherDate(read),
    stillOtherDate(read.content, content, { ...given, text }),
    text === undefined || read.content.startOn !== null ? undefined : keptDate(before, content, given),
    settled && read.sure ? keptSection(known.sections, before, read.content) : undefined,
    keptEmbargo(content, read.content, { ...given, text }),
    lostBlock(before, content, given),
    // What was said of a date by itself needs no word on the one in the text.
    given.date === undefined ? notTaken(content, context) : undefined,
    remarks({ ...read, suggestions: open }),
    consequence === undefined ? undefined : block.text(consequence),
    clearance === undefined ? undefined : block.text(clearance),
    ...(await afterPrint(context, known, before, newsletterId !== before.newsletterId)),
    block.buttons(
      ...datedAsSaid(id, content, context),
      undoButton(id, change),
      ...mendButtons(id, open),
      editButton(id, content),
      ...(caller.isSecretariat && before.authorId !== caller.personId
        ? decideButtons(known, { id, status, newsletterId })
        : []),
    ),
  )
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

/** Says that a date set before gave way to that of the new text. */
function overruledDate(before: UpdateContent, now: UpdateContent, given: Given): Block | undefined {
  const [was, is] = [detailsOf(before).date, detailsOf(now).date]
  if (given.date !== undefined || was === undefined || is === undefined || was === is) return undefined
  // The same days in other words are no other date.
  if (before.startOn === now.startOn && before.endOn === now.endOn) return undefined
  return block.text(`The date is now ${is}, as the new text says; it was ${was}.`)
}

/** Says that a date set before stays beside a new text that tells another. */
function stillOtherDate(
  asRead: UpdateContent,
  now: UpdateContent,
  { text, date }: Given & Pick<Revision, 'text'>,
): Block | undefined {
  if (text === undefined || date !== undefined || asRead.startOn === null || now.startOn === null)
    return undefined
  if (asRead.startOn === now.startOn && asRead.endOn === now.endOn) return undefined
  return block.text(
    `The text says ${printedDays(asRead)}; ${printedDays(now)}, which was set before, is printed. date: sets another.`,
  )
}

/** Says that a date set before stays beside a new text in which none was read. */
function keptDate(before: UpdateContent, now: UpdateContent, given: Given): Block | undefined {
  const { date } = detailsOf(now)
  if (given.date !== undefined || date === undefined || date !== detailsOf(before).date) return undefined
  return block.text(`No date was read in the new text; ${date}, which was set before, stays.`)
}

/** Says that an accepted update stays in its section though its new words read like another. */
function keptSection(
  sections: ReadingContext['sections'],
  { section: stays }: UpdateContent,
  { section: other }: UpdateContent,
): Block | undefined {
  if (stays === other) return undefined
  return block.text(
    `It stays under “${sectionTitle(sections, stays)}”, where it was accepted; section: moves it, to “${sectionTitle(sections, other)}” for one.`,
  )
}

/** Says that an embargo stays though the new text asks for none, and how it is lifted. */
function keptEmbargo(
  { embargoUntil: until }: UpdateContent,
  asRead: UpdateContent,
  { text, embargo }: Given & Pick<Revision, 'text'>,
): Block | undefined {
  if (until === null || asRead.embargoUntil !== null || text === undefined || embargo !== undefined)
    return undefined
  return block.text(`The embargo until ${formatDay(until)} stays; embargo:none lifts it.`)
}

/** What was read from the former text and is in the new one no more, though nobody took it out by name. */
function lostBlock(before: UpdateContent, now: UpdateContent, given: Given): Block | undefined {
  const [said, says] = [detailsOf(before), detailsOf(now)]
  const entities = given.entities ? [] : before.entities.filter((name) => !now.entities.includes(name))
  const lost = [
    ...(entities.length > 0 ? [`entities ${entities.join(', ')}`] : []),
    ...(['date', 'place', 'link', 'wg'] as const)
      .filter((name) => given[name] === undefined && said[name] !== undefined && says[name] === undefined)
      .map((name) => `${name} ${said[name]}`),
  ]
  if (lost.length === 0) return undefined
  return block.text(
    `Gone with the former text: ${lost.join('; ')}. What should stay is named in a further edit.`,
  )
}
