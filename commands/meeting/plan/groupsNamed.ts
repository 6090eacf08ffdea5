import type { GroupRef } from '../../../src/core/option.ts'
import { list } from '../../../src/core/text/list.ts'

/** `ETCIP`, or for a joint meeting `ETCIP and PCVE`. */
export function groupsNamed(groups: readonly GroupRef[]): string {
  return list(
    groups.map(({ acronym }) => acronym),
    'and',
  )
}
