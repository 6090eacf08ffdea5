import type { ButtonData } from '../../../src/chat/cards/buttonData.ts'

import { type Message, message as sentence } from '../../../src/core/message.ts'
import type { SlackBlock } from './blocks.ts'
import type { Wording } from './commandPrefix.ts'
import { renderBlocks } from './message.ts'

/** The most blocks in one view. */
const blockLimit = 100

const more = renderBlocks(sentence('There is more than fits here; type the command in a message to me.'), {
  buttonValue: () => '',
})

/** Renders a message as the blocks of one view; where it does not all fit, the end says so. */
export async function viewBlocks(
  { buttonData, wording }: { readonly buttonData: ButtonData; readonly wording: Wording },
  tenant: string,
  message: Message,
): Promise<SlackBlock[]> {
  const notice = wording.message(message)
  const blocks = renderBlocks(notice, { buttonValue: await buttonData.values(tenant, notice) })
  return blocks.length <= blockLimit ? [...blocks] : [...blocks.slice(0, blockLimit - more.length), ...more]
}
