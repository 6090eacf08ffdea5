import type { Attention } from '../../../db/ledger/settings/attention.ts'
import type { NoticeReason } from '../../core/feature/rule.ts'
import { aboveButtons } from '../../core/feature/withReason.ts'
import { block, type Message, type Rich, rich } from '../../core/message.ts'
import { inZone } from '../../core/text/ownTimes.ts'
import { formatDay } from '../../core/time/day.ts'

/** What was written to somebody, for the `reader` who stands in for them meanwhile. */
export function inTheirPlace(
  message: Message,
  { name, awayTo, zone }: Pick<Attention, 'name' | 'awayTo' | 'zone'>,
  reader: Pick<Attention, 'zone'>,
): Message {
  const of = `For ${name}, who is away until ${formatDay(awayTo ?? '')}: `
  const { summaryBelow: _, ...rest } = inZone(message, zone, reader.zone)
  return {
    ...rest,
    summary: rich`${of}${rest.summary}`,
    blocks: aboveButtons(rest.blocks, block.text(standInWhy)),
  }
}

const standInWhy = 'Why you: you stand in for them; what is said of “you” above is said of them.'

/** The line of a digest, with what its reader is. */
export function shortWhy(line: Rich, why: NoticeReason | undefined): Rich {
  if (!why) return line
  const last = line.at(-1)
  if (last?.kind !== 'text' || !/[^.…]\.$/.test(last.text)) return rich`${line} (you are ${why.as})`
  // The full stop of the sentence comes after what is added to it.
  const open = [...line.slice(0, -1), { ...last, text: last.text.slice(0, -1) }]
  return rich`${open} (you are ${why.as}).`
}
