import { message } from '../../src/core/message.ts'
import { admit } from './admit.ts'
import { firstToSay, tell } from './answer.ts'
import { type Desk, ok, type Reply } from './desk.ts'
import type { Incoming } from './incoming.ts'

/** Somebody agreed to get a file, or not; the answer to Teams does not wait for the drive. */
export async function handleFile(
  desk: Desk,
  { origin, id, upload, deliveryId }: Extract<Incoming, { kind: 'file' }>,
): Promise<Reply> {
  if (!upload) return ok({})
  const admitted = await admit(desk, origin)
  if (admitted.kind === 'out') {
    await tell(desk, admitted.road, { message: message(admitted.why), room: false })
    return ok({})
  }
  if (!(await firstToSay(desk, origin.tenant, deliveryId))) return ok({})
  const { guest } = admitted
  const to = { serviceUrl: origin.serviceUrl, conversation: origin.at }
  desk.later(
    desk.files.give(to, guest.account, id, upload).then(async (why) => {
      if (why !== undefined) await tell(desk, guest.road, { message: message(why), room: false })
    }),
  )
  return ok({})
}
