import { clearancesOf } from '../../../db/newsletter/clearance/clearances.ts'
import { lockUpdate, type Update, updateVersions } from '../../../db/newsletter/updates.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { button, type Rich, rich } from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { correct } from '../../../src/core/text/correction.ts'
import { shorten } from '../../../src/core/text/text.ts'
import { type Context, command, found } from '../../define.ts'
import { editButton } from '../card.ts'
import { mayClear } from '../clear/clear.ts'
import { refuseMerged, refuseWithdrawn } from '../decide/openUpdate.ts'
import { fragmentQuestion } from '../doubts/fragment.ts'
import { details, updateOption } from '../options.ts'
import { isNone } from './reading/dateOption.ts'
import { isEmpty, onlyNew } from './revise.ts'
import { reviseUpdate } from './reviseUpdate.ts'
import { seenVersion } from './seenVersion.ts'

export const edit = command({
  name: 'edit',
  about: 'Change an update; every version is kept, and whoever it concerns is told',
  options: {
    update: updateOption,
    text: option.text({ about: 'The new text, with its date', max: 2000, multiline: true }),
    ...details,
    issue: option.period({
      about: 'The issue it is for, by its months or number, where several are open',
      inForms: false,
    }),
    print: option.choice({
      about: 'Whether the text is printed as it was typed, or without greetings and the like, as it is read',
      choices: ['typed', 'read'],
      inForms: false,
    }),
  },
  access: anyone,
  changes: true,
  mayAsk: true,
  asksWhen:
    'where a new date lies outside the issue, the text was changed since you opened it, or the new one may be a detail alone',
  examples: [
    '/update edit U1 text:"CTED held a workshop in Nairobi (6-10 Mar)"',
    '/update edit U1 section:regional',
    '/update edit U1 print:typed',
  ],
  async run(context, { update: id, issue: months, ...given }) {
    const { db } = context
    const before = await lockEditable(context, id)
    refuseMerged(before)
    refuseWithdrawn(context, before)
    const typed = { ...given, text: given.text && correctedText(before, given.text) }
    if (isEmpty({ ...typed, months })) {
      throw new UserError(
        `Say what to change in U${id}: text:, section:, date:, entities:, wg:, place:, link:, embargo: or issue:.`,
        { buttons: [editButton(id, before)] },
      )
    }
    // A form sends the text, too, which may be an address alone.
    if (typed.text !== before.originalText) refuseMoreLinks(typed.link, typed.text)
    if (isNone(typed.text))
      throw new UserError('An update needs words; withdraw it if it should go. Nothing was changed.', {
        option: 'text',
        buttons: [button(`Withdraw U${id}`, 'update withdraw', { update: `U${id}` })],
      })
    const versions = await updateVersions(db, id)
    const seen = seenVersion(versions, before.version, typed) ?? before
    const { text: reworded, ...others } = onlyNew(seen, typed)
    const isOld = isEmpty({ reworded, ...others, months })
    // The words of a version before: a form that is as old, or they are wanted back.
    const text = isOld && typed.text !== before.originalText ? typed.text : reworded
    if (isEmpty({ text, ...others, months }))
      throw new UserError(`U${id} says all of that already; nothing was changed.`)
    const fragment = text !== undefined && isEmpty({ ...others, months })
    const doubt = fragment ? await fragmentQuestion(context, before, text) : undefined
    if (doubt) return doubt
    const replaced = text === undefined ? undefined : unseenWords(context, before, seen, text)
    const version = versions.length + 1
    return reviseUpdate(context, before, { version, text, given: others, months, asks: true, replaced })
  },
})

/** Refuses addresses behind the one of `link:`, which are no new text. Raises `UserError`. */
function refuseMoreLinks(link: string | undefined, text: string | undefined): void {
  const words = [link ?? '', text ?? ''].join(' ').split(/[\s,;]+/)
  const addresses = words.filter((word) => /^(?:https?:\/\/|www\.)/i.test(word))
  const others = words.filter((word) => word !== '' && !addresses.includes(word))
  if (
    link === undefined ||
    addresses.length < 2 ||
    others.some((word) => !/^(?:and|or|&|\+|\|)$/i.test(word))
  )
    return
  throw new UserError(
    'link: takes one address, so nothing was changed. Put the others into the text, each behind the words that lead to it.',
    { option: 'link' },
  )
}

/** The text that is meant: that of the update with its words corrected, where `44 officers, not 40` says so. Raises `UserError`. */
function correctedText(before: Update, typed: string): string {
  const correction = correct(before.originalText, typed, (before.place ?? '').split('; '))
  if (!correction) return typed
  if (correction.kind === 'corrected') return correction.text
  const words = shorten(correction.words)
  throw new UserError(
    correction.kind === 'absent'
      ? `U${before.id} does not say “${words}”, so nothing was changed. It says: ${shorten(before.text, 200)}`
      : `U${before.id} says “${words}” more than once, so nothing was changed. Repeat a word beside it.`,
    { option: 'text', buttons: [editButton(before.id, before)] },
  )
}

/**
 * Tells of words that the form of the new ones did not show, somebody else's or the editor's own since they opened it;
 * undefined where there are none.
 */
function unseenWords(
  { caller }: Context,
  before: Update,
  seen: Pick<Update, 'version' | 'originalText'>,
  text: string,
): Rich | undefined {
  if (seen.version === before.version || seen.originalText === before.originalText) return undefined
  const by = before.editedBy === caller.personId ? 'yourself' : 'somebody else'
  const changed = `was changed by ${by}`
  return text === seen.originalText
    ? rich`U${before.id} said that before it ${changed}. It says now: ${before.originalText}`
    : rich`U${before.id} ${changed} since you opened it. It says now: ${before.originalText}`
}

/** The update, held, if the caller may change it: its author, the secretariat and whoever clears it. Raises `UserError`. */
export async function lockEditable(context: Context, id: number): Promise<Update> {
  const update = found(await lockUpdate(context.db, id), `update U${id}`)
  const { caller } = context
  if (update.authorId === caller.personId || caller.isSecretariat) return update
  const wanted = await clearancesOf(context.db, [id])
  if (wanted.some((one) => mayClear(context, one))) return update
  throw notYours(id)
}

/** The update, held, if the caller wrote it or is the secretariat. Raises `UserError`. */
export async function lockOwn({ db, caller }: Context, id: number): Promise<Update> {
  const update = found(await lockUpdate(db, id), `update U${id}`)
  if (update.authorId === caller.personId || caller.isSecretariat) return update
  throw notYours(id)
}

function notYours(id: number): UserError {
  return new UserError(
    `U${id} was posted by somebody else; only its author and the secretariat may change it.`,
  )
}
