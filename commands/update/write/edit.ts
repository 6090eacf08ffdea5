import { editUpdate } from '../../../db/newsletter/changeUpdates.ts'
import {
  lockUpdate,
  type Update,
  type UpdateContent,
  updateVersions,
} from '../../../db/newsletter/updates.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { type Block, block, message, rich } from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { shorten } from '../../../src/core/text/text.ts'
import { type Context, command, found, type Question } from '../../define.ts'
import { detailsOf, editButton, updateFields } from '../card.ts'
import { askForClearance } from '../clear/askFor.ts'
import { refuseMerged } from '../decide/live.ts'
import { details, which } from '../options.ts'
import { tellOfEdit, undoButton } from '../tell.ts'
import { notTaken } from './notTaken.ts'
import { type Given, loadKnown, nothingGiven, readUpdate } from './reading.ts'
import { onlyNew, revise } from './revise.ts'
import { seenVersion } from './seen.ts'

export const edit = command({
  name: 'edit',
  about: 'Change an update; every version is kept, and whoever it concerns is told',
  options: {
    update: which,
    text: option.text({ about: 'The new text, with its date', max: 2000, multiline: true }),
    ...details,
  },
  access: anyone,
  changes: true,
  mayAsk: true,
  asksWhen: 'where somebody else changed the text since you opened it',
  examples: [
    '/update edit U1 text:"CTED held a workshop in Nairobi (6-10 Mar)"',
    '/update edit U1 section:regional',
  ],
  async run(context, { update: id, ...typed }) {
    const { db, now, caller } = context
    const before = await lockOwn(context, id)
    refuseMerged(before)
    if (before.status === 'withdrawn')
      throw new UserError(`U${id} was withdrawn; restore it first with /update restore U${id}.`)
    if (isEmpty(typed)) {
      throw new UserError(
        `Nothing to change in U${id} was given; give text:, section:, date:, entities:, wg:, place: or link:.`,
      )
    }
    const versions = await updateVersions(db, id)
    const seen = seenVersion(versions, before.version, typed) ?? before
    const { text, ...given } = onlyNew(seen, typed)
    if (isEmpty({ text, ...given }))
      throw new UserError(`U${id} says all of that already; nothing was changed.`)
    const asked = text === undefined || context.confirmed ? undefined : askToReplace(context, before, seen)
    if (asked) return asked
    const known = await loadKnown(context)
    const asRead = readUpdate(known, before.originalText, nothingGiven)
    const read = readUpdate(known, text ?? before.originalText, given)
    const content = revise(before, asRead.content, read.content, given)
    // A new date may belong to another issue.
    const issue = content.startOn === before.startOn ? undefined : read.issueFor(content.startOn)
    const version = versions.length + 1
    const newsletterId = issue?.id ?? before.newsletterId
    const status = before.status === 'accepted' && caller.isSecretariat ? 'accepted' : 'proposed'
    const edited = { id, version, editorId: caller.personId, newsletterId, status, content } as const
    const change = await editUpdate(db, edited, now)
    context.about(`update:${id}`)
    const consequence = tellOfEdit(context, before, { content, status, change })
    const clearance = await askForClearance(context, { id, version, content, before })
    return message(
      rich`Changed U${id} (version ${version}): ${shorten(content.text, 80)}`,
      updateFields(content),
      overruledDate(before, content, given),
      lostBlock(before, content, given),
      notTaken(content, context),
      consequence === undefined ? undefined : block.text(consequence),
      clearance === undefined ? undefined : block.text(clearance),
      block.buttons(undoButton(id, change), editButton(id, content)),
    )
  },
})

/** Asks before new words take the place of somebody else's, which their author had not seen. */
function askToReplace(
  { caller }: Context,
  before: Update,
  seen: Pick<Update, 'version' | 'originalText'>,
): Question | undefined {
  if (seen.version === before.version || seen.originalText === before.originalText) return undefined
  if (before.editedBy === caller.personId) return undefined
  return {
    kind: 'question',
    message: message(
      rich`U${before.id} was changed by somebody else since you opened it. It says now: ${before.originalText}`,
      block.text('Nothing was changed yet. Your text would take the place of that one.'),
    ),
    yes: 'Take mine',
    values: {},
  }
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

function isEmpty(given: Readonly<Record<string, unknown>>): boolean {
  return Object.values(given).every((value) => value === undefined)
}

/** The update, held, if the caller wrote it or is the secretariat. Raises `UserError`. */
export async function lockOwn({ db, caller }: Context, id: number): Promise<Update> {
  const update = found(await lockUpdate(db, id), `update U${id}`)
  if (update.authorId === caller.personId || caller.isSecretariat) return update
  throw new UserError(
    `U${id} was posted by somebody else; only its author and the secretariat may change it.`,
  )
}
