import type { PatternLine } from '../../sentences/inTheRoom.ts'

const minutes = '(min|mins|minute|minutes)'
const lasts =
  '(is|lasts|takes|needs|gets|has|will be|will take|will last|(should|must|can) (be|get|have|take|last))'

/**
 * How long an item of the agenda takes, and other words for it. `It` may be the meeting: of that is known elsewhere which
 * of the two was put down or looked at last.
 */
export const itemSayings: readonly PatternLine[] = [
  [`(item|point) # # ${minutes}`, 'meeting agenda edit it item:# minutes:"# min"'],
  [`(item|point) # ${lasts} # ${minutes}`, 'meeting agenda edit it item:# minutes:"# min"'],
  [`the … (item|point) # ${minutes}`, 'meeting agenda edit it item:"…" minutes:"# min"'],
  [`the … (item|point) ${lasts} # ${minutes}`, 'meeting agenda edit it item:"…" minutes:"# min"'],
  [
    `(give|allow|allot|allocate) [the] … (item|point) # ${minutes}`,
    'meeting agenda edit it item:"…" minutes:"# min"',
  ],
  [
    `(allow|allot|allocate) # ${minutes} (for|to) [the] … (item|point)`,
    'meeting agenda edit it minutes:"# min" item:"…"',
  ],
  ['(rename|call) [the] … (item|point) (to|into|as) …', 'meeting agenda edit it item:"…" title:"…"'],
  [
    `[actually|no|sorry] (it|that|this) (is|(should|must|will|can) (be|last)) # ${minutes} [long]`,
    'meeting move it duration:# minutes',
  ],
  ['(rename|retitle|reword) it', 'meeting edit it'],
  ['(rename|retitle) it …', 'meeting edit it title:…'],
  ['(put|add) … (on|to) it', 'meeting agenda add it item:…'],
  ['(rename|retitle|reword) it (to|as|into) …', 'meeting edit it title:…'],
]
