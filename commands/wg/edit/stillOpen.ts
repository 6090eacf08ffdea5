import { remindersFor } from '../../../db/ledger/reminders/reminders.ts'
import { pollsNamed, silencesNamed } from '../../../db/meetings/find/openRecords.ts'
import { type Block, type Button, block, button, rich } from '../../../src/core/message.ts'
import { shorten } from '../../../src/core/text/text.ts'
import type { Context } from '../../define.ts'

const mostShown = 5
const nobody = 0

/** What goes on in a group after it is closed, but its meetings: reminders of its people, polls and adoptions by silence. */
export async function stillOpen({ db }: Context, groupId: number): Promise<readonly Block[]> {
  const sought = { groupIds: [groupId], words: '', over: false, limit: mostShown }
  const [polls, silences, reminders] = await Promise.all([
    pollsNamed(db, sought),
    silencesNamed(db, sought),
    remindersFor(db, nobody, [groupId], mostShown),
  ])
  const lines = [
    ...polls.map(({ id, title }) => rich`P${id}, the poll ${shorten(title, 60)}`),
    ...silences.map(({ id, title }) => rich`S${id}, adoption by silence of ${shorten(title, 60)}`),
    ...reminders.map(({ id, text }) => rich`R${id}, the reminder ${shorten(text, 60)}`),
  ]
  if (lines.length === 0) return []
  const ends: readonly Button[] = [
    ...polls
      .filter(({ status }) => status === 'open')
      .map(({ id }) => button(`Close P${id}`, 'meeting poll close', { poll: `P${id}` })),
    ...reminders.map(({ id }) => button(`Cancel R${id}`, 'reminder cancel', { reminder: `R${id}` })),
  ]
  return [
    block.text('This goes on all the same:'),
    block.list(lines),
    ...(ends.length > 0 ? [block.buttons(...ends)] : []),
  ]
}
