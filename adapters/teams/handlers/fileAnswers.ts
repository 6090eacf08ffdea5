import { message } from '../../../src/core/message.ts'
import { again, type Desk, ok, type Reply, taken } from '../context.ts'
import type { Incoming } from '../inbound/incoming.ts'
import { admit } from '../people/admit.ts'
import { firstToSay, tell } from './answer.ts'

type Given = Extract<Incoming, { kind: 'file' }>

const unread = message(
  'I cannot read files or pictures. Put it where the others may open it, and post an update with its address: “update post”, a sentence with a date, and link: with the address.',
)

/** Somebody agreed to get a file, or not; the answer to Teams does not wait for the drive. */
export async function handleFile(desk: Desk, given: Given): Promise<Reply> {
  const { origin, id, upload, deliveryId } = given
  if (id === undefined) return sentToUs(desk, given)
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
    desk.files
      .give(to, guest.account, id, upload)
      .catch((error: unknown) => {
        desk.log.error({ err: error }, 'a file could not be given')
        return 'The file could not be laid into your OneDrive; please ask for it again.'
      })
      .then(async (why) => {
        if (why !== undefined) await tell(desk, guest.road, { message: message(why), room: false })
      }),
  )
  return ok({})
}

/** A file without words, in the personal chat: nothing can be done with it, and nobody waits in vain. */
async function sentToUs(desk: Desk, { origin, deliveryId }: Given): Promise<Reply> {
  const admitted = await admit(desk, origin)
  if (admitted.kind === 'out' && admitted.unrecorded) return again
  if (!(await firstToSay(desk, origin.tenant, deliveryId))) return taken
  const [said, road] =
    admitted.kind === 'out' ? [message(admitted.why), admitted.road] : [unread, admitted.guest.road]
  await tell(desk, road, { message: said, room: false })
  return taken
}
