import type { Db } from '../../db/store/db.ts'
import type { Caller } from '../core/feature/caller.ts'
import type { HomePart } from '../core/feature/feature.ts'
import { type Block, block, button, code, type Message, message, moment, rich } from '../core/message.ts'
import { type EndedEntry, endedWords } from '../core/reach/endedWords.ts'
import { ownTimes } from '../core/text/ownTimes.ts'
import { dayOf } from '../core/time/day.ts'
import type { Feature } from '../dispatch/services.ts'

/**
 * The bot's own page for a caller, feature by feature; for an unknown account (null), how to become known. A feature
 * that fails is left out and told to `onFault`, so `db` is not a transaction: a failed query would take the rest of one
 * with it.
 */
export async function homePage(
  features: readonly Feature[],
  db: Db,
  caller: Caller | null,
  now: Date,
  onFault: (error: unknown, feature: string) => void,
): Promise<Message> {
  if (caller === null) return stranger
  const { zone } = caller
  const context = { db, now, zone, today: dayOf(now, zone), caller }
  const blocks: Block[] = []
  for (const feature of features) {
    try {
      const parts = (await feature.home?.(context)) ?? []
      blocks.push(...parts.flatMap(withHeading))
    } catch (error) {
      onFault(error, feature.name)
    }
  }
  const page = message(
    rich`Rapporteur: good day, ${caller.name}. It is ${moment(now, zone, 'day')}.`,
    ...blocks,
  )
  return caller.zoneFrom === 'directory' ? page : ownTimes(page, zone)
}

function withHeading({ title, blocks }: HomePart): readonly Block[] {
  return [block.heading(title), ...blocks]
}

const stranger = message(
  'I am Rapporteur: I keep meetings, updates, the newsletter and reminders of the working groups.',
  block.text(
    rich`I do not know you yet. Link this account with the e-mail address that the directory has of you: ${code('/profile link')} and the address. Then your meetings stand here.`,
  ),
  block.buttons(button('Link my account', 'profile link', {}, 'primary'), button('Help', 'help')),
)

/** The page of an account whose owner was retired. */
export function endedPage(entry: EndedEntry): Message {
  return message(endedWords(entry), block.buttons(button('Help', 'help')))
}
