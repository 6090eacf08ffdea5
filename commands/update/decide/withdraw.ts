import { setUpdateStatus, takeBack } from '../../../db/newsletter/decideUpdates.ts'
import type { Update } from '../../../db/newsletter/updates.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { type Block, block, button, type Message, message, rich } from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { shorten } from '../../../src/core/text/text.ts'
import { line } from '../../../src/newsletter/compose/changes.ts'
import { type Context, command } from '../../define.ts'
import { updateOption, whichOnes } from '../options.ts'
import { afterPrint } from '../printed/afterPrint.ts'
import { onceIssued } from '../printed/onceIssued.ts'
import { printedItem } from '../printed/printedItem.ts'
import { nextButton, tellPerson, undoButton } from '../tell.ts'
import { lockOwn } from '../write/edit.ts'
import { mergedNote, tellMerged } from './mergedNote.ts'
import { refuseMerged } from './openUpdate.ts'
import {
  answerSeveral,
  askBeforeTelling,
  type ChangedUpdate,
  reasonInBrackets,
  refuseAllSettled,
  settledLines,
} from './several.ts'

export const withdraw = command({
  name: 'withdraw',
  about: 'Withdraw one or several updates; they stay on record and can be restored',
  options: {
    update: whichOnes,
    comment: option.text({ about: 'Why, told to whoever hears of it', max: 1000, multiline: true }),
  },
  access: anyone,
  changes: true,
  mayAsk: true,
  asksWhen: 'where many authors would be told',
  examples: ['/update withdraw U1', '/update withdraw U1, U2', '/update withdraw U1 comment:"a duplicate"'],
  async run(context, { update: ids, comment = null }) {
    const updates: Update[] = []
    for (const id of ids) updates.push(await lockOwn(context, id))
    for (const update of updates) refuseMerged(update)
    const live = updates.filter(({ status }) => status !== 'withdrawn')
    const settled = settledLines(updates, live)
    refuseAllSettled(live, settled)
    const { isSecretariat } = context.caller
    const told: number[] = []
    for (const update of live) {
      const one = await toldOfWithdrawal(context, update)
      if (one !== undefined) told.push(one)
    }
    const asked = await askBeforeTelling(context, 'Withdraw', live, told)
    if (asked) return asked
    const [only] = live
    if (only && updates.length === 1) return withdrawUpdate(context, only, comment)
    const done: ChangedUpdate[] = []
    for (const update of live) done.push({ update, change: await withdrawOne(context, update, comment) })
    const answer = answerSeveral(
      rich`Withdrawn ${counted(done.length, 'update')}${reasonInBrackets(comment)}:`,
      done,
      settled,
      isSecretariat,
    )
    const gone: Block[] = []
    for (const { update } of done) {
      const block = await mergedNote(context, update)
      if (block) gone.push(block)
    }
    return { ...answer, blocks: [...answer.blocks, ...gone] }
  },
})

/** Withdraws an update, locked by the caller, and tells whom it concerns. */
export async function withdrawUpdate(
  context: Context,
  update: Update,
  comment: string | null = null,
): Promise<Message> {
  const { id } = update
  const by = context.caller.personId
  const change = await withdrawOne(context, update, comment)
  return message(
    rich`Withdrawn U${id}: ${shorten(update.text, 80)}`,
    comment === null ? undefined : block.text(rich`Why: ${comment}`),
    update.authorId === by ? await toldSecretariat(context, update) : undefined,
    await mergedNote(context, update),
    // No issue that is open prints it any more, and one that is published has printed it.
    ...(await afterPrint(context, { open: [] }, update, true)),
    block.buttons(
      undoButton(id, change, 'Undo: restore it'),
      ...(update.authorId === by ? [] : [nextButton]),
    ),
  )
}

/** Withdraws an update and tells whom it concerns; returns the running number of the change. */
async function withdrawOne(context: Context, update: Update, comment: string | null): Promise<number> {
  const { id } = update
  const by = context.caller.personId
  const change = await setUpdateStatus(context.db, { id, status: 'withdrawn', comment, by })
  context.about(`update:${id}`)
  await tellMerged(context, update, change, 'withdrawn')
  const told = await toldOfWithdrawal(context, update)
  if (told !== undefined) {
    const sentence =
      told === update.authorId
        ? rich`The secretariat withdrew your update U${id}${reasonInBrackets(comment)}: ${line(update)}`
        : rich`${update.author} withdrew U${id}, which you had accepted${reasonInBrackets(comment)}: ${line(update)}`
    const printed = told === update.authorId ? [] : await afterPrint(context, { open: [] }, update, true)
    tellPerson(context, update, change, { personId: told, kind: 'withdrawn' }, message(sentence, ...printed))
  }
  return change
}

/** The author of what the secretariat withdraws, and whoever accepted what its author withdraws. */
async function toldOfWithdrawal(context: Context, update: Update): Promise<number | undefined> {
  const { authorId } = update
  const by = context.caller.personId
  const told = authorId === by ? await acceptorConcerned(context, update) : authorId
  return told === null || told === by ? undefined : told
}

/** Whoever accepted an update that is still accepted, or that an issue has printed since; null for any other. */
export async function acceptorConcerned(
  { db }: Pick<Context, 'db'>,
  update: Pick<Update, 'id' | 'newsletterId' | 'status' | 'acceptedBy'>,
): Promise<number | null> {
  const { status, acceptedBy } = update
  if (status === 'accepted' || acceptedBy === null) return acceptedBy
  return (await printedItem(db, update)) ? acceptedBy : null
}

async function toldSecretariat(context: Context, update: Update): Promise<Block | undefined> {
  const [acceptor, isAccepted] = [await acceptorConcerned(context, update), update.status === 'accepted']
  if (acceptor === null && !isAccepted) return undefined
  const was = isAccepted ? 'It was accepted' : 'It is printed'
  return block.text(
    acceptor === context.caller.personId
      ? `${was}; you had accepted it yourself.`
      : `${was}; the secretariat is told.`,
  )
}

export const restore = command({
  name: 'restore',
  about: 'Bring back an update that was withdrawn',
  options: { update: updateOption },
  access: anyone,
  changes: true,
  examples: ['/update restore U1'],
  async run(context, { update: id }) {
    const update = await lockOwn(context, id)
    if (update.status !== 'withdrawn')
      throw new UserError(`U${id} is ${update.status}, not withdrawn; nothing was changed.`)
    // What was only withdrawn is again what it was, unless the secretariat withdrew it and its author brings it back.
    const { caller, db } = context
    const { former } = update
    const whole = former !== null && (former.by === caller.personId || caller.isSecretariat)
    const status = whole ? former.status : 'proposed'
    const change = whole
      ? await takeBack(db, update, former)
      : await setUpdateStatus(db, { id, status, comment: null, by: caller.personId })
    context.about(`update:${id}`)
    await tellOfRestored(context, update, status, change)
    await tellMerged(context, update, change, 'restored')
    return message(
      rich`Restored U${id}, ${status}: ${shorten(update.text, 80)}`,
      ...(await onceIssued(context, update)),
      block.buttons(button('Undo: withdraw it', 'update withdraw', { update: `U${id}` })),
    )
  },
})

/** Tells the author what the secretariat brought back, and whoever had accepted it that it is there again. */
async function tellOfRestored(
  context: Context,
  update: Update,
  status: Update['status'],
  change: number,
): Promise<void> {
  const { id, authorId, author, text } = update
  const by = context.caller.personId
  if (authorId !== by) {
    const notice = message(
      rich`The secretariat restored your update U${id}, which is ${status} again: ${text}`,
      block.buttons(button('Show', 'update show', { update: `U${id}` })),
    )
    tellPerson(context, { id }, change, { personId: authorId, kind: 'restored' }, notice)
  }
  const acceptor = await acceptorConcerned(context, { ...update, status })
  if (acceptor === null || acceptor === by || acceptor === authorId) return
  const who = authorId === by ? author : 'The secretariat'
  const answer = message(rich`${who} restored U${id}, which you had accepted: ${text}`)
  tellPerson(context, { id }, change, { personId: acceptor, kind: 'restored' }, answer)
}
