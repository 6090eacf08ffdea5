type PatternLine = readonly [pattern: string, line: string]

const about = '(about|on|regarding|concerning|mentioning|that mention|with)'
const updates = '(updates|items|contributions|news|inputs)'

/** What editors say of updates in words of their own. */
export const editorsSentences: readonly PatternLine[] = [
  [
    'who (accepted|approved|returned|moved|merged|withdrew|sent|cleared) U# [and (when|why)]',
    'update show #',
  ],
  [
    'how many (updates|items|contributions) (came|have come|has come|are there|do we have|have we) [in] (from|of|by) @',
    'update list entity:@',
  ],
  [
    '(has|did) (anyone|anybody|somebody|someone) [already] (posted|post|sent|send|reported|report|written|write) [anything|something] (about|on|regarding) …',
    'update list words:"…"',
  ],
  [
    '(accept|approve) (the rest|the others|all others|the remaining (ones|updates|items)|what is left)',
    'update accept all',
  ],
  ['(mark|set|flag|tick|tick off) U# [as|to] (accepted|ok|okay|approved|done|fine)', 'update accept #'],
  ['(take|use|include) U# [(as it is|as is)]', 'update accept #'],
  ['print U# (as it is|as is)', 'update accept #'],
  [
    '(keep|hold|save|leave|put) U# (for|to|until|in) (next time|later|the next one|the following issue|the next (number|edition|newsletter)|next issue|january|the new year)',
    'update hold-over #',
  ],
  ...['since', 'this', 'last', 'on monday', 'on tuesday', 'on wednesday', 'on thursday', 'on friday'].map(
    (when) =>
      [
        `(what|what else) (came|has come|have come|was sent|was posted|has been posted) [in] ${when}${when.startsWith('on ') ? '' : ' …'}`,
        `update list posted:"${when}${when.startsWith('on ') ? '' : ' …'}"`,
      ] as const,
  ),
  ...['today', 'yesterday'].map(
    (day) =>
      [`what [else] (came|has come|was sent|was posted) [in] ${day}`, `update list posted:${day}`] as const,
  ),
  [
    'how many (people|persons|officials|officers|participants|judges|experts) (were|have been|did we|have we) (trained|train|reached|reach) [this year|in total|so far]',
    'update list words:trained period:"this year"',
  ],
  [
    '(remove|drop|pull|strike) U# (from|out of|off) [the|this|our] (newsletter|issue|draft|bulletin)',
    'update withdraw #',
  ],
  [
    '(remove|take|drop|pull|move) U# (from|out of|off) [the|this|our] (newsletter|issue|draft|bulletin) (and|but) (put|print|keep|move|use) it (in|into|to|for) the next [one|issue|newsletter|time]',
    'update hold-over #',
  ],
  [
    'U# (can|may|has to|must|should) wait [(for|until|till) [the] next (issue|newsletter|one|time)]',
    'update hold-over #',
  ],
  [
    '(is|was|has) [my] U# [been] [already|yet] (in|accepted|approved|returned|sent|posted|printed|published|withdrawn|moved)',
    'update show #',
  ],
  [
    '(when|why|by whom|who) (is|was|has) U# [been] (accepted|approved|returned|sent|posted|printed|published|withdrawn|moved|held over)',
    'update show #',
  ],
  ['(what happened (to|with)|where is|how is|what about) U#', 'update show #'],
  ['(add|attach|put) [the|this|a|our] link … (to|in|into) U#', 'update edit # link:"…"'],
  ['(change|set|correct) the number of … in U# (to|into) #', 'update edit # text:"sorry, # …"'],
  ['[the] number of … in U# (is|was|should be|must be) #', 'update edit # text:"sorry, # …"'],
  ['(change|correct) … (to|into) … in U#', 'update edit # replace … by …'],
  ['(replace|swap|exchange) … (by|with) … in U#', 'update edit # replace … by …'],
  ['in U# (change|replace|correct) … (to|into|by|with) …', 'update edit # replace … by …'],
  ['U# (change|replace|correct) … (to|into|by|with) …', 'update edit # replace … by …'],
  [
    '(which|what) (updates|items) (are|is) [still|not yet] (open|waiting|pending|undecided|proposed|to be decided|not accepted|not yet accepted|to accept)',
    'update list proposed',
  ],
  [
    "(what|what's) [is|are] [still|not yet] [not] [yet] (accepted|decided|approved|pending|waiting|undecided)",
    'update list proposed',
  ],
  [
    "(what|what's) [is] (waiting|pending|left) [for (me|us|a decision)|to (decide|accept|approve)]",
    'update list proposed',
  ],
  [
    '(what|which) (updates|items) (did i|did we|have i|have we) [already] (accept|accepted|approve|approved)',
    'update list accepted',
  ],
  [`(which|what) ${updates} [(are|is)] [already] accepted`, 'update list accepted'],
  [`(which|what) ${updates} [(are|is|were)] (returned|sent back)`, 'update list returned'],
  [`(which|what) ${updates} [(are|is|were)] withdrawn`, 'update list withdrawn'],
  [`[show|list|find|see] [me] [all|any] [the|of the] ${updates} ${about} …`, 'update list words:"…"'],
  [`[show|list|find|see] [me] [all|any] [the|of the] ${updates} (from|of|by) @`, 'update list entity:@'],
  [
    `[is there|are there|do we have|have we [got]] (any|an|anything) ${updates} ${about} …`,
    'update list words:"…"',
  ],
  [
    '[is there|do we have|have we [got]] anything (about|on|regarding) … in the (newsletter|issue|draft)',
    'update list words:"…"',
  ],
]

/** What is told as well. */
export const updatesTold: readonly PatternLine[] = [
  [
    'U# is [just] (a duplicate|a copy|a repeat|a repetition|the same|the same thing) (of|as) U#',
    'update merge # into:#',
  ],
  ['U# (repeats|duplicates) U#', 'update merge # into:#'],
  [
    'U# (and|&) U# are (the same|duplicates|about the same|identical|double) [thing|event|item|activity|update]',
    'update merge # into:#',
  ],
  ['(leave|keep) U# [in] [(the|this|our) (newsletter|issue|draft|bulletin)]', 'update show #'],
  // Out of this issue, or out of all of them.
  [
    '(take|leave|keep|hold) U# (out [of]|off|away from|back from) [the|this|our] [newsletter|issue|draft|bulletin]',
    'update hold-over # | update withdraw #',
  ],
  ['(leave|keep|hold) U# (out|off|back)', 'update hold-over # | update withdraw #'],
  ['print U#', 'update show # | update accept #'],
  // `the place of U1 is fine` gives none.
  ['the place (of|in|for) U# (is|was) …', 'update edit # place:"…"'],
]
