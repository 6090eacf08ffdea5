import { leftAmong } from '../../../db/ledger/settings/left.ts'
import type { Trx } from '../../../db/store/db.ts'
import { lastWord } from '../../core/feature/whyUnsent.ts'
import type { Answer } from '../../core/invocation.ts'
import { type Button, button, rich } from '../../core/message.ts'
import { counted } from '../../core/text/counted.ts'
import type { Run } from '../run.ts'
import { withFurtherButton, withFurtherSentence } from './additions.ts'

/** Says in an answer of whom it has written to that they have left and hear nothing; the secretariat can pass on what was theirs. */
export async function withUntold(trx: Trx, { trace }: Run, answer: Answer): Promise<Answer> {
  if (answer.outcome !== 'done') return answer
  const left = await leftAmong(
    trx,
    trace.notices.flatMap(({ kind, personId }) => (kind === lastWord ? [] : (personId ?? []))),
  )
  const [first, ...others] = left
  if (!first) return answer
  if (others.length > 0)
    return withFurtherSentence(
      answer,
      `${counted(left.length, 'person', 'people')} have left and are not told: ${left.map(({ name }) => name).join(', ')}.`,
    )
  const said = withFurtherSentence(answer, rich`${first.name} has left and is not told.`)
  return trace.caller?.isSecretariat ? withFurtherButton(said, handOver(first.id)) : said
}

function handOver(personId: number): Button {
  return { ...button('Hand over', 'directory handover', { what: `P${personId}` }), ask: true }
}
