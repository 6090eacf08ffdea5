import type { ButtonData } from '../../../src/chat/cards/buttonData.ts'
import type { Button, Message } from '../../../src/core/message.ts'
import type { ApiFile } from '../api/api.ts'
import { buttonId } from '../api/customIds.ts'
import { everywhere } from '../api/tenant.ts'
import { renderPages } from './message.ts'
import type { Page } from './page.ts'

/** Renders a message as pages, with what its buttons carry. */
export async function pagesOf(buttonData: ButtonData, message: Message): Promise<readonly Page[]> {
  const carry = await buttonData.values(everywhere, message)
  const customId = (button: Button, place: number) => buttonId(place, carry(button), message.card)
  return renderPages(message, { customId })
}

/** The files to send beside a message. */
export function filesOf({ blocks }: Message): readonly ApiFile[] {
  return blocks.flatMap((one) =>
    one.kind === 'file'
      ? [
          {
            name: one.name,
            mediaType: one.mediaType,
            content: one.content,
            ...(one.encoding ? { encoding: one.encoding } : {}),
          },
        ]
      : [],
  )
}
