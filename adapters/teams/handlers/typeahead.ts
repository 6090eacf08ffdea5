import { readList } from '../../../src/chat/forms/lookups.ts'
import { suggestedInTime } from '../../../src/chat/forms/suggestedInTime.ts'
import { searchResponse } from '../answers/responses.ts'
import { type AdapterContext, ok, type Reply } from '../context.ts'
import type { Incoming } from '../inbound/incoming.ts'
import { admit } from '../people/admit.ts'

type Typeahead = Extract<Incoming, { kind: 'typeahead' }>

/** The most suggestions that Teams shows. */
const limit = 15
/** Suggestions that take longer than this are dropped. */
const searchMs = 2_300

/** Suggestions for the letters typed so far; none when they take too long, or for somebody not admitted. */
export async function handleTypeahead(context: AdapterContext, incoming: Typeahead): Promise<Reply> {
  const found = await suggestedInTime(context.log, suggested(context, incoming), searchMs)
  return ok(searchResponse(found))
}

async function suggested(context: AdapterContext, { origin, dataset, typed }: Typeahead) {
  const listed = readList(dataset)
  if (!listed) return []
  const admitted = await admit(context, origin)
  if (admitted.kind === 'out') return []
  const { account, speaks } = admitted.user
  return context.host.suggest({
    caller: account,
    ...(speaks.vouchedEmail === undefined ? {} : { vouchedEmail: speaks.vouchedEmail }),
    ...listed,
    typed,
    limit,
  })
}
