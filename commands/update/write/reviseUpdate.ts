import { editUpdate } from '../../../db/newsletter/changeUpdates.ts'
import type { Update, UpdateContent } from '../../../db/newsletter/updates.ts'
import { type Block, block, type Message, message, rich } from '../../../src/core/message.ts'
import { shorten } from '../../../src/core/text/text.ts'
import type { Context } from '../../define.ts'
import { detailsOf, editButton, updateFields } from '../card.ts'
import { askForClearance } from '../clear/askFor.ts'
import { learnFromDecisions } from '../decide/learn.ts'
import { tellOfEdit, undoButton } from '../tell.ts'
import { notTaken } from './notTaken.ts'
import { type Given, loadKnown, nothingGiven, readUpdate } from './reading.ts'
import { mendButtons, openSuggestions, otherDate, remarks } from './remarks.ts'
import { revise } from './revise.ts'

interface Revision {
  readonly version: number
  /** The new text; absent where the text does not change. */
  readonly text: string | undefined
  readonly given: Given
}

/** Gives an update, locked by the caller, a new text or details, and tells everyone concerned. */
export async function reviseUpdate(
  context: Context,
  before: Update,
  { version, text, given }: Revision,
): Promise<Message> {
  const { db, now, caller } = context
  const { id } = before
  const known = await loadKnown(context, before.entity)
  const asRead = readUpdate(known, before.originalText, nothingGiven)
  const read = readUpdate(known, text ?? before.originalText, given)
  const content = revise(before, asRead.content, read.content, { ...given })
  // A new date may belong to another issue.
  const issue = content.startOn === before.startOn ? undefined : read.issueFor(content.startOn)
  const newsletterId = issue?.id ?? before.newsletterId
  const status = before.status === 'accepted' && caller.isSecretariat ? 'accepted' : 'proposed'
  const { features } = read
  const edited = { id, version, editorId: caller.personId, newsletterId, status, content, features } as const
  const change = await editUpdate(db, edited, now)
  if (caller.isSecretariat && content.section !== before.section) await learnFromDecisions(context)
  context.about(`update:${id}`)
  const consequence = tellOfEdit(context, before, { content, status, change })
  const clearance = await askForClearance(context, { id, version, content, before })
  const open = text === undefined ? [] : openSuggestions(known, content)
  return message(
    rich`Changed U${id} (version ${version}): ${shorten(content.text, 80)}`,
    updateFields(content),
    overruledDate(before, content, given),
    otherDate(read),
    lostBlock(before, content, given),
    notTaken(content, context),
    remarks({ asides: read.asides, suggestions: open }),
    consequence === undefined ? undefined : block.text(consequence),
    clearance === undefined ? undefined : block.text(clearance),
    block.buttons(undoButton(id, change), ...mendButtons(id, open), editButton(id, content)),
  )
}

/** Says that a date set before gave way to that of the new text. */
function overruledDate(before: UpdateContent, now: UpdateContent, given: Given): Block | undefined {
  const [was, is] = [detailsOf(before).date, detailsOf(now).date]
  if (given.date !== undefined || was === undefined || is === undefined || was === is) return undefined
  return block.text(`The date is now ${is}, as the new text says; it was ${was}.`)
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
