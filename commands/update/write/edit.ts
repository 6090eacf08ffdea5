import { clearancesOf } from '../../../db/newsletter/clearance/clearances.ts'
import { lockUpdate, type Update, updateById, updateVersions } from '../../../db/newsletter/updates.ts'
import { holdRow } from '../../../db/store/holdRow.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { button, type Rich, rich } from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { correct } from '../../../src/core/text/correction.ts'
import { shorten } from '../../../src/core/text/text.ts'
import { type Context, command, found } from '../../define.ts'
import { detailsOf, editButton } from '../card.ts'
import { mayClear } from '../clear/clear.ts'
import { refuseMerged, refuseWithdrawn } from '../decide/openUpdate.ts'
import { fragmentQuestion } from '../doubts/fragment.ts'
import { details, updateOption } from '../options.ts'
import { isNone } from './reading/dateOption.ts'
import { isEmpty, onlyNew } from './revise.ts'
import { reviseUpdate } from './reviseUpdate.ts'

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
    seen: option.integer({ about: 'The version that a button was made from', min: 1, onlyPressed: true }),
  },
  access: anyone,
  changes: true,
  mayAsk: true,
  asksWhen:
    'where a new date lies outside the issue, the form shows what was changed since, or the new one may be a detail alone',
  examples: [
    '/update edit U1 text:"CTED held a workshop in Nairobi (6-10 Mar)"',
    '/update edit U1 section:regional',
    '/update edit U1 print:typed',
  ],
  async present({ db, ...context }, { update: id }) {
    const { originalText: text, ...update } = await editable(
      { db, ...context },
      found(await updateById(db, id), `update U${id}`),
    )
    return { text, ...detailsOf({ ...update, originalText: text }) }
  },
  formerly: async ({ db }, { update: id }) =>
    (await updateVersions(db, id)).map((one) => ({ text: one.originalText, ...detailsOf(one) })),
  edits: ({ db }, { update: id }) => ({
    ...{
      subject: `update:${id}`,
      alsoBy: ['update move', 'update merge', 'update undo'],
      keeps: ['section'],
    },
    hold: () => holdRow(db, 'updates', id),
  }),
  async run(context, { update: id, issue: months, seen: shown, ...given }) {
    const { db } = context
    const before = await lockEditable(context, id)
    refuseMerged(before)
    refuseWithdrawn(context, before)
    const text = given.text && correctedText(before, given.text)
    // A form leaves the section where it is.
    const section = given.section ?? (context.fromForm && text !== undefined ? before.section : undefined)
    const typed = { ...given, text, section }
    if (isEmpty({ ...typed, months })) {
      throw new UserError(
        `Say what to change in U${id}: text:, section:, date:, entities:, wg:, place:, link:, embargo: or issue:.`,
        { buttons: [editButton(id)] },
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
    const { text: reworded, ...others } = onlyNew(before, typed)
    if (isEmpty({ text: reworded, ...others, months }))
      throw new UserError(`U${id} says all of that already; nothing was changed.`)
    const alone = isEmpty({ ...others, section: undefined, months })
    const doubt =
      reworded !== undefined && alone ? await fragmentQuestion(context, before, reworded) : undefined
    if (doubt) return doubt
    const seen = versions.find(({ version }) => version === shown)
    const replaced = reworded === undefined || !seen ? undefined : unseenWords(context, before, seen)
    const change = { text: reworded, given: others, months, asks: true, replaced }
    const reply = await reviseUpdate(context, before, { version: versions.length + 1, ...change })
    return 'kind' in reply && section !== undefined
      ? { ...reply, values: { section, ...reply.values } }
      : reply
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
  // `sorry, 35 people` corrects a number, and is no text of its own.
  if (!correction && /^sorry, \p{Nd}/iu.test(typed))
    throw new UserError(
      `I cannot tell which number of U${before.id} that corrects, so nothing was changed. It says: ${shorten(before.text, 200)}`,
      { option: 'text', buttons: [editButton(before.id)] },
    )
  if (!correction) return typed
  if (correction.kind === 'corrected') return correction.text
  const words = shorten(correction.words)
  throw new UserError(
    correction.kind === 'absent'
      ? `U${before.id} does not say “${words}”, so nothing was changed. It says: ${shorten(before.text, 200)}`
      : `U${before.id} says “${words}” more than once, so nothing was changed. Repeat a word beside it.`,
    { option: 'text', buttons: [editButton(before.id)] },
  )
}

/**
 * Tells of words that a button did not know, somebody else's or the editor's own since it was shown; undefined where
 * there are none.
 */
function unseenWords(
  { caller }: Context,
  before: Update,
  seen: Pick<Update, 'version' | 'originalText'>,
): Rich | undefined {
  if (seen.version === before.version || seen.originalText === before.originalText) return undefined
  const by = before.editedBy === caller.personId ? 'yourself' : 'somebody else'
  return rich`U${before.id} was changed by ${by} since you opened it. It says now: ${before.originalText}`
}

/** The update, held, if the caller may change it: its author, the secretariat and whoever clears it. Raises `UserError`. */
export async function lockEditable(context: Context, id: number): Promise<Update> {
  return editable(context, found(await lockUpdate(context.db, id), `update U${id}`))
}

/** The update, if the caller may change it. Raises `UserError`. */
async function editable(context: Context, update: Update): Promise<Update> {
  const { caller } = context
  const { id } = update
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
