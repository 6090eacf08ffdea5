import { fileAlone } from '../../../src/chat/asking/fileAlone.ts'
import { message } from '../../../src/core/message.ts'
import { fileNotStored } from '../answers/files.ts'
import { type AdapterContext, accepted, askedAgain, ok, type Reply } from '../context.ts'
import type { Incoming } from '../inbound/incoming.ts'
import { admit } from '../people/admit.ts'
import { tell } from './answer.ts'

type Given = Extract<Incoming, { kind: 'file' }>

/** Somebody accepted or declined a file; the response to Teams does not wait for the upload. */
export async function handleFile(context: AdapterContext, given: Given): Promise<Reply> {
  const { origin, id, upload, deliveryId } = given
  if (id === undefined) return sentToUs(context, given)
  if (!upload) return ok({})
  const admitted = await admit(context, origin)
  if (admitted.kind === 'out') {
    await tell(context, admitted.route, { message: message(admitted.why), room: false })
    return ok({})
  }
  if (!(await context.firstToAnswer.claim(origin.tenant, deliveryId))) return ok({})
  const { user } = admitted
  const to = { serviceUrl: origin.serviceUrl, conversation: origin.at }
  context.later(
    context.files
      .give(to, user.account, id, upload)
      .catch((error: unknown) => {
        context.log.error({ err: error }, 'failed to deliver a file')
        return fileNotStored
      })
      .then(async (why) => {
        if (why !== undefined) await tell(context, user.route, { message: message(why), room: false })
      }),
  )
  return ok({})
}

/** Answers a file without text in the personal chat, so that nobody waits for nothing. */
async function sentToUs(context: AdapterContext, { origin, deliveryId }: Given): Promise<Reply> {
  if (!context.unrecorded.begin(deliveryId)) return accepted
  const admitted = await admit(context, origin)
  if (admitted.kind === 'out' && admitted.unrecorded) {
    const { route, why } = admitted
    context.unrecorded.wait(deliveryId, () => tell(context, route, { message: message(why), room: false }))
    return askedAgain
  }
  if (!(await context.firstToAnswer.claim(origin.tenant, deliveryId))) return accepted
  const [notice, route] =
    admitted.kind === 'out' ? [message(admitted.why), admitted.route] : [fileAlone, admitted.user.route]
  await tell(context, route, { message: notice, room: false })
  return accepted
}
