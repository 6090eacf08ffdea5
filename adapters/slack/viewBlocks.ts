import type { KnownBlock } from '@slack/web-api'

import { type Message, message } from '../../src/core/message.ts'
import type { Drafts } from './drafts.ts'
import { renderBlocks } from './render.ts'

/** What Slack takes in one view. */
const blockLimit = 100

const more = renderBlocks(message('There is more than fits here; type the command in a message to me.'), {
  buttonValue: () => '',
})

/** A message as the blocks of one view; where it does not all fit, it says so at the end. */
export async function viewBlocks(drafts: Drafts, tenant: string, said: Message): Promise<KnownBlock[]> {
  const blocks = renderBlocks(said, { buttonValue: await drafts.values(tenant, said) })
  return blocks.length <= blockLimit ? [...blocks] : [...blocks.slice(0, blockLimit - more.length), ...more]
}
