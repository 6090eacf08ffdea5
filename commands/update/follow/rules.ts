import { type ChangedSource, changedSources } from '../../../db/newsletter/sources/changedSources.ts'
import type { Trx } from '../../../db/store/db.ts'
import { type Firing, onTime, type Rule } from '../../../src/core/feature/rule.ts'
import { block, button, headed, type Message, message, rich } from '../../../src/core/message.ts'
import { followedText } from './followedText.ts'

const key = 'update-message'

/** An edited message is often edited again, so the author is asked once it has not changed for a while. */
const settledMs = 60_000
const uselessAfterMs = 14 * 86_400_000

type Changed = ChangedSource & Firing & { readonly says: string | undefined }

/** Asks whether an update follows the message of the chat that it came of. */
export const messageChanged: Rule<Trx, Changed> = {
  key,
  about: 'A chat message was edited or deleted from which an update was taken',
  audience: [
    {
      who: 'the author of the update',
      due: async (trx, { now, limit }) => {
        const until = new Date(now.getTime() - settledMs)
        const since = new Date(now.getTime() - uselessAfterMs)
        return (await changedSources(trx, key, { since, until, limit })).flatMap(firingOf)
      },
    },
  ],
  moments: [onTime],
  anyDay: true,
  stops: 'The author has answered, or the update was withdrawn, merged or published.',
  text: (changed) =>
    changed.says === undefined
      ? headed('Message deleted', ofDeleted(changed))
      : headed('Message edited', ofEdited(changed, changed.says)),
  duty: 'own',
  why: ({ updateId }) => ({
    as: `the author of U${updateId}`,
    by: 'you took it from the message',
    otherwise: 'The secretariat can answer for you.',
  }),
  uselessAfter: ({ changedAt }) => new Date(changedAt.getTime() + uselessAfterMs),
}

function firingOf(changed: ChangedSource): readonly Changed[] {
  const says = followedText(changed, changed.originalText)
  if (says === undefined && !changed.gone) return []
  return [
    {
      ...changed,
      says,
      key: `${key}:${changed.updateId}:${changed.changedAt.getTime()}`,
      subject: `update:${changed.updateId}`,
    },
  ]
}

function ofEdited({ updateId, originalText }: Changed, says: string): Message {
  const update = `U${updateId}`
  return message(
    rich`The message that ${update} was taken from was edited. Shall ${update} follow?`,
    block.text(rich`The message says now: ${says}`),
    block.text(rich`${update} says: ${originalText}`),
    block.buttons(
      button('Take the new words', 'update follow', { update, answer: 'yes' }, 'primary'),
      button(`Leave ${update} as it is`, 'update follow', { update, answer: 'no' }),
      button('Show', 'update show', { update }),
    ),
  )
}

function ofDeleted({ updateId, text }: Changed): Message {
  const update = `U${updateId}`
  return message(
    rich`The message that ${update} was taken from was deleted. Shall ${update} be withdrawn too?`,
    block.text(rich`${update} says: ${text}`),
    block.buttons(
      button(`Withdraw ${update}`, 'update follow', { update, answer: 'yes' }, 'danger'),
      button(`Keep ${update}`, 'update follow', { update, answer: 'no' }, 'primary'),
    ),
  )
}
