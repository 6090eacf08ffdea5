import { readList } from '../../../src/chat/forms/lookups.ts'
import { suggestedInTime } from '../../../src/chat/forms/suggestedInTime.ts'
import { shorten } from '../../../src/core/text/text.ts'
import type { AdapterContext, EventOutcome, Reply } from '../context.ts'
import type { Incoming } from '../inbound/incoming.ts'
import { admit } from '../people/admit.ts'

const optionLimit = 100
const lengthLimit = 75
/** Slack ignores suggestions that take longer than three seconds. */
const searchMs = 2_300

/** Suggestions for the letters typed so far; none when they take too long, or for somebody not admitted. */
export async function handleTypeahead(
  context: AdapterContext,
  incoming: Extract<Incoming, { kind: 'typeahead' }>,
  reply: Reply,
): Promise<EventOutcome> {
  const options = await suggestedInTime(context.log, suggested(context, incoming), searchMs)
  await reply({ options })
  return 'done'
}

async function suggested(
  context: AdapterContext,
  { origin, actionId, typed }: Extract<Incoming, { kind: 'typeahead' }>,
): Promise<readonly object[]> {
  const listed = readList(actionId)
  if (!listed) return []
  const admitted = await admit(context, origin)
  if (admitted.kind === 'out') return []
  const { account, speaks } = admitted.user
  const choices = await context.host.suggest({
    caller: account,
    ...(speaks.vouchedEmail === undefined ? {} : { vouchedEmail: speaks.vouchedEmail }),
    ...listed,
    typed,
    limit: optionLimit,
  })
  return choices
    .filter(({ label, value }) => label !== '' && value !== '' && value.length <= lengthLimit)
    .slice(0, optionLimit)
    .map(({ label, value }) => ({
      text: { type: 'plain_text', text: shorten(label, lengthLimit), emoji: false },
      value,
    }))
}
