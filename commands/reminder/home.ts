import { waitingReminders } from '../../db/ledger/reminders/reminders.ts'
import { type Block, block, button, moment, rich } from '../../src/core/message.ts'
import type { HomeContext, HomePart } from '../define.ts'

const most = 5
const textLimit = 150

/** The caller's next reminders, each with a button that cancels it. */
export async function reminderHome({ db, zone, caller }: HomeContext): Promise<readonly HomePart[]> {
  const found = await waitingReminders(db, caller.personId, most + 1)
  const blocks = found.slice(0, most).flatMap(({ id, at, text }): readonly Block[] => {
    const signs = [...text]
    const shown = signs.length > textLimit ? `${signs.slice(0, textLimit - 1).join('')}…` : text
    return [
      block.text(rich`${moment(at, zone)}: ${shown}`),
      block.buttons(button(`Cancel R${id}`, 'reminder cancel', { reminder: `R${id}` })),
    ]
  })
  const buttons = [
    button('Add a reminder', 'reminder add'),
    ...(found.length > most ? [button('All reminders', 'reminder list')] : []),
  ]
  return [
    {
      title: 'My reminders',
      blocks: [
        ...(found.length > 0 ? blocks : [block.text('You have no reminders ahead.')]),
        block.buttons(...buttons),
      ],
    },
  ]
}
