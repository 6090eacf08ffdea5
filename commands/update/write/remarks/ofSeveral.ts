import { type Block, block } from '../../../../src/core/message.ts'
import { list } from '../../../../src/core/text/list.ts'
import type { TimeReference } from '../../../../src/core/time/day.ts'
import type { UpdateReading } from '../reading/reading.ts'
import { notTakenLines } from './notTaken.ts'
import { remarkLines } from './remarks.ts'

interface OneOfSeveral {
  readonly id: number
  readonly read: UpdateReading
}

/** What is said of each of several updates with its number; what holds for some of them is said once. */
export function remarksOfSeveral(posted: readonly OneOfSeveral[], here: TimeReference): Block | undefined {
  const numbers = new Map<string, string[]>()
  for (const { id, read } of posted)
    for (const line of new Set([...remarkLines(read), ...notTakenLines(read.content, here)]))
      numbers.set(line, [...(numbers.get(line) ?? []), `U${id}`])
  const lines = [...numbers].map(([line, of]) => `${list(of, 'and')}: ${line}`)
  return lines.length > 0 ? block.list(lines) : undefined
}

/** Names those of several updates whose section is a guess. */
export function unsureSections(posted: readonly OneOfSeveral[]): Block | undefined {
  const unsure = posted.filter(({ read }) => !read.sure).map(({ id }) => `U${id}`)
  return unsure.length > 0
    ? block.text(`I am not sure of the section of ${list(unsure, 'and')}. Choose another if it is wrong.`)
    : undefined
}
