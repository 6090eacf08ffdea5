import { lookedUp } from '../../../src/chat/forms/lookups.ts'
import { suggestedInTime } from '../../../src/chat/forms/suggestedInTime.ts'
import { findCommand } from '../../../src/core/catalog.ts'
import type { Choice } from '../../../src/core/errors.ts'
import { shorten } from '../../../src/core/text/text.ts'
import type { FirstResponse } from '../answers/firstResponse.ts'
import { callback } from '../api/codes.ts'
import type { AdapterContext } from '../context.ts'
import type { Incoming } from '../inbound/incoming.ts'
import { limits } from '../limits.ts'
import { admit } from '../people/admit.ts'

type Typeahead = Extract<Incoming, { kind: 'typeahead' }>

/** Suggestions for what was typed so far; none when they take too long, since Discord takes none later. */
export async function typeahead(context: AdapterContext, asked: Typeahead): Promise<FirstResponse> {
  const found = await suggestedInTime(context.log, choicesFor(context, asked), context.timings.answerMs)
  const choices = found
    .filter(({ value }) => value !== '' && value.length <= limits.choice)
    .slice(0, limits.choices)
    .map(({ label, value }) => ({ name: shorten(label.trim() || value, limits.choice), value }))
  return { callback: { type: callback.choices, data: { choices } } }
}

async function choicesFor(
  context: AdapterContext,
  { origin, command, option, typed }: Typeahead,
): Promise<readonly Choice[]> {
  const found = findCommand(context.host.catalog, command)?.command.options[option]
  if (!found) return []
  const admitted = await admit(context, origin, { typing: true })
  if (admitted.kind === 'out') return []
  return context.host.suggest({
    ...{ caller: admitted.user.account, typed, limit: limits.choices },
    ...lookedUp(found),
  })
}
