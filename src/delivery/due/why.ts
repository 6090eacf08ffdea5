import type { Attention } from '../../../db/ledger/settings/attention.ts'
import type { Why } from '../../core/feature/rule.ts'
import { type Block, block, type Message, type Rich, rich } from '../../core/message.ts'
import { formatDay } from '../../core/time/day.ts'

/** A message with the line that says why it comes, above its buttons. */
export function withWhy(said: Message, why: Why | undefined, inRoom: boolean): Message {
  if (!why) return said
  const by = why.by === undefined ? '' : `; ${why.by}`
  const line = inRoom
    ? `Why here: this is ${why.as}${by}. ${why.otherwise}`
    : `Why you: you are ${why.as}${by}. ${why.otherwise}`
  return { ...said, blocks: aboveButtons(said.blocks, block.text(line)) }
}

/** What was written to somebody, for the one who stands in for them meanwhile. */
export function inTheirPlace(said: Message, { name, awayTo }: Pick<Attention, 'name' | 'awayTo'>): Message {
  const of = `For ${name}, who is away until ${formatDay(awayTo ?? '')}: `
  const { toldBelow: _, ...rest } = said
  return {
    ...rest,
    summary: rich`${of}${said.summary}`,
    blocks: aboveButtons(said.blocks, block.text(standInWhy)),
  }
}

const standInWhy = 'Why you: you stand in for them; what is said of “you” above is said of them.'

/** The line of a digest, with what its reader is. */
export function shortWhy(line: Rich, why: Why | undefined): Rich {
  return why ? rich`${line} (you are ${why.as})` : line
}

function aboveButtons(blocks: readonly Block[], line: Block): readonly Block[] {
  const at = blocks.findIndex(({ kind }) => kind === 'buttons')
  return at < 0 ? [...blocks, line] : [...blocks.slice(0, at), line, ...blocks.slice(at)]
}
