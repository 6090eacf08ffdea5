const votes = "who (has voted|voted|has not voted|hasn't voted)"
const results = '([the] [poll] results|[the] result|(show [me]|what are) the results)'

/** What people say of polls. */
export const aboutPolls: readonly (readonly [said: string, line: string])[] = [
  ['[show] P#', 'meeting poll show #'],
  [
    '((start|open|make|create|set up|launch) [a] poll (for @ [on]|(of|with) @)|poll [for|of] @|doodle [for] @) …',
    'meeting poll open "@ meeting" wg:@ slots:…',
  ],
  ['@ poll # …', 'meeting poll open "@ meeting" wg:@ slots:"# …"'],
  ['[the] [open] polls', 'meeting poll show'],
  ['vote', 'meeting poll vote'],
  ['reopen the poll', 'meeting poll close reopen:yes'],
  ['reopen P#', 'meeting poll close # reopen:yes'],
  ['settle the poll', 'meeting poll settle'],
  ['settle the poll on …', 'meeting poll settle slot:…'],
  [
    '(close|end|stop|drop|cancel|scrap|abandon|call off|forget about) (the|our|my|this|that) (poll|vote)',
    'meeting poll close',
  ],
  ['(close|end|stop|drop|cancel|scrap|abandon|call off) [the|our|my] “…” poll', 'meeting poll close "…"'],
  ['(settle|decide) [the|our|my] “…” poll', 'meeting poll settle "…"'],
  ['(settle|decide) [the|our|my] “…” poll (on|for) …', 'meeting poll settle "…" slot:…'],
  ['[i] vote [for] … in [the|our|your] “…” poll', 'meeting poll vote slots:… poll:"…"'],
  ['(extend|prolong) [the|our|my] “…” poll [until|to|till] …', 'meeting poll extend "…" until:…'],
  ['(extend|prolong) [the|our|my] “…” poll', 'meeting poll extend "…"'],
  [`(${votes}|${results}) (in|of|for) [the|our|my] “…” poll`, 'meeting poll show "…"'],
  ['(extend|prolong|move|push) the deadline of the poll (until|to|till) …', 'meeting poll extend until:…'],
  [
    '(extend|prolong|move|push) the deadline of [the|our|my] “…” poll (until|to|till) …',
    'meeting poll extend "…" until:…',
  ],
  ['(extend|prolong) the poll', 'meeting poll extend'],
  ['(extend|prolong) P#', 'meeting poll extend #'],
  ['(extend|prolong) the (poll|vote) [until|to|till] …', 'meeting poll extend until:…'],
  ['(extend|prolong) P# [until|to|till] …', 'meeting poll extend # until:…'],
  ['keep the (poll|vote) open until …', 'meeting poll extend until:…'],
  ['keep P# open until …', 'meeting poll extend # until:…'],
  ['settle P# on …', 'meeting poll settle # slot:…'],
  ['settle P#', 'meeting poll settle #'],
  ['(close|end|stop|drop|cancel|scrap|abandon|call off) [the] [poll|vote] P#', 'meeting poll close #'],
  ['([i] vote|my vote is|my vote:|change my vote to) [for] …', 'meeting poll vote slots:…'],
  ['([i] vote|my vote is|my vote:|change my vote to) [for] … in P#', 'meeting poll vote # slots:…'],
  ['vote P# …', 'meeting poll vote # …'],
  [`(${votes}|${results}) (in|of|for) P#`, 'meeting poll show #'],
  [`(${votes}|${results}) (in|of|for) the poll`, 'meeting poll show'],
  [`(${votes}|[the] poll results|how many [people] have voted)`, 'meeting poll show'],
  ['(which (date|time) is winning|how (is the poll going|does the poll stand))', 'meeting poll show'],
  [
    "(what is|what's|what was|how is) the (result|outcome|state) of [the|our] (poll|vote)",
    'meeting poll show',
  ],
  [
    '(take|book|choose|use|settle on|go with|pick) the (winning|best|leading|favourite|most popular) (time|slot|date|day|one)',
    'meeting poll settle',
  ],
  [
    '(send|start|open|make|create|set up|run) a (poll|doodle|vote) (to|for|with|in|of|among) @',
    'meeting poll open wg:@',
  ],
]
