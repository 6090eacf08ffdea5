import { kindOfList } from '../../src/core/pick.ts'
import { shorten } from '../../src/core/pieces.ts'
import { within } from '../../src/core/within.ts'
import { admit } from './admit.ts'
import type { Desk, Handled, Reply } from './desk.ts'
import type { Incoming } from './incoming.ts'

const optionLimit = 100
const lengthLimit = 75
/** Slack shows nothing that comes later than after three seconds. */
const searchMs = 2_300

/** What may be meant by the letters typed so far; nothing where it takes too long, or for somebody not let in. */
export async function handleTypeahead(
  desk: Desk,
  incoming: Extract<Incoming, { kind: 'typeahead' }>,
  reply: Reply,
): Promise<Handled> {
  const found = await within(
    suggested(desk, incoming).catch(() => []),
    searchMs,
  )
  await reply({ options: found?.value ?? [] })
  return 'done'
}

async function suggested(
  desk: Desk,
  { origin, actionId, typed }: Extract<Incoming, { kind: 'typeahead' }>,
): Promise<readonly object[]> {
  const kind = kindOfList(actionId)
  if (!kind) return []
  const admitted = await admit(desk, origin)
  if (admitted.kind === 'out') return []
  const { account, speaks } = admitted.guest
  const choices = await desk.host.suggest({
    caller: account,
    ...(speaks.vouchedEmail === undefined ? {} : { vouchedEmail: speaks.vouchedEmail }),
    kind,
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
