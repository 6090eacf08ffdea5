import { anyOf } from '../../../src/core/language/sentences/pattern.ts'
import { itemSayings } from '../agenda/typed/itemSayings.ts'
import type { PatternLine } from './inTheRoom.ts'

const everyone = '(everyone|everybody|all|all of us|all members|the group|the members|us)'
const send = anyOf('send', 'share', 'circulate', 'distribute', 'mail', 'forward')
const round = '[round|around|out|(to|with) …]'
const minutes = '(min|mins|minute|minutes)'
const start =
  "[we|we'll|we will|we are|let's|the meeting|meeting] (start|begin|starts|begins|starting|starting)"

const present = '(presents|present|will present|is presenting|introduces|will introduce)'

/** What a chair asks for in the days before a meeting: a day that suits, a vote, the agenda, another beginning. */
export const toPrepare: readonly PatternLine[] = [
  ['when can we meet …', 'meeting suggest between:…'],
  ['when (is|are) (everyone|everybody|we [all]) (free|available) …', 'meeting suggest between:…'],
  [
    '(is|would) … (free|possible|ok|okay|good) for (everyone|everybody|the group|us all)',
    'meeting suggest between:…',
  ],
  ['(does|would|do) … (work|suit) [for] (everyone|everybody|the group|us all)', 'meeting suggest between:…'],
  ['(are|is) (we|everyone|everybody) [all] (free|available) [on] …', 'meeting suggest between:…'],
  [`poll ${everyone} (for|on|about|with) …`, 'meeting poll open "Next meeting" slots:…'],
  ['poll them (for|on|about|with) …', 'meeting poll open "Next meeting" slots:…'],
  ['agenda: …', 'meeting agenda add item:…'],
  ['[the|our] agenda for …', 'meeting agenda show …'],
  ...itemSayings,
  [`it (takes|needs|will take|should take) # ${minutes}`, 'meeting agenda edit it item:it minutes:"# min"'],
  // WHO may present an item; `who` asks.
  [`@ ${present} (it|that|this)`, 'meeting agenda edit it item:it presenter:@'],
  [`@ ${present} (item|point) #`, 'meeting agenda edit it presenter:@ item:#'],
  ...[' ', ` [for] # ${minutes} `].map(
    (length) =>
      [
        `(add|put) … (to|on) [the] agenda${length}(presented by|introduced by|by) …`,
        `meeting agenda add item:… ${length === ' ' ? '' : 'minutes:"# min" '}presenter:"…"`,
      ] as const,
  ),
  [`@ ${present} (item|point) # (of|in|on|for) M#`, 'meeting agenda edit presenter:@ item:# meeting:#'],
  [`who ${present} (it|that|this|(item|point) #)`, 'meeting agenda show it'],
  [`who ${present} (item|point) … (of|in|on|for) M#`, 'meeting agenda show #'],
  [
    '… (presents|will present|is presenting|introduces|will introduce) (it|that|this)',
    'meeting agenda edit it item:it presenter:…',
  ],
  ['(it|that|this) is (presented|introduced) by …', 'meeting agenda edit it item:it presenter:…'],
  [
    `(allow|allot|allocate) # ${minutes} (for|to) (item|point) #`,
    'meeting agenda edit it minutes:"# min" item:#',
  ],
  [`(give|allow|allot) M# # ${minutes}`, 'meeting move # duration:"# min"'],
  [`(give|allow|allot|allocate) it # ${minutes}`, 'meeting agenda edit it item:it minutes:"# min"'],
  [
    `(give|allow|allot|allocate) (item|point) # # ${minutes}`,
    'meeting agenda edit it item:# minutes:"# min"',
  ],
  [
    `(give|allow|allot|allocate) (item|point) # # ${minutes} (of|in|on|for) M#`,
    'meeting agenda edit item:# minutes:"# min" meeting:#',
  ],
  [
    '… (presents|present|will present|is presenting|introduces|will introduce) (item|point) #',
    'meeting agenda edit it presenter:… item:#',
  ],
  [
    '… (presents|present|will present|is presenting|introduces|will introduce) (item|point) # (of|in|on|for) M#',
    'meeting agenda edit presenter:… item:# meeting:#',
  ],
  ['(item|point) # (is|will be) (presented|introduced) by …', 'meeting agenda edit it item:# presenter:…'],
  ['(rename|call) [agenda] (item|point) # [to|into|as] …', 'meeting agenda edit it item:# title:…'],
  [
    'rename [agenda] (item|point) # (of|in|on) M# (to|into) …',
    'meeting agenda edit item:# meeting:# title:…',
  ],
  // It may become a length, or another place.
  ['change [agenda] (item|point) # (to|into) …', 'meeting agenda edit it item:"# to …"'],
  ['change [agenda] (item|point) # (of|in|on) M# (to|into) …', 'meeting agenda edit item:"# to …" meeting:#'],
  ['(item|point) # (should|must) (read|say|be called) …', 'meeting agenda edit it item:# title:…'],
  ['[the] presenter of (item|point) # is …', 'meeting agenda edit it item:# presenter:…'],
  ['(edit|change|correct) [agenda] (item|point) #', 'meeting agenda edit it item:#'],
  [
    '(remove|delete|drop|strike) [agenda] (item|point) # (of|from|in|on) M#',
    'meeting agenda remove item:# meeting:#',
  ],
  [
    '(move|put) [agenda] (item|point) # (first|to the (top|beginning|start))',
    'meeting agenda order it items:#',
  ],
  [
    '[put|move|take|have|do] [the] … (first|to the (top|beginning|start)) (of|on|in|for) M#',
    'meeting agenda order # items:"…"',
  ],
  [
    '[put|move|take|have|do] [the] … (last|to the (end|bottom)) (of|on|in|for) M#',
    'meeting agenda order # items:"… last"',
  ],
  [`${send} M# ${round}`, 'meeting agenda show # send:yes'],
  ['(drop|strike|remove|delete) the … (item|point)', 'meeting agenda remove it item:"…"'],
  ['(drop|scrap|strike|call off) (the|our|this|that) (meeting|call|session|briefing)', 'meeting cancel it'],
  ['(drop|strike) the …', 'meeting agenda remove item:…'],
  ['swap [items|agenda items] # and #', 'meeting agenda order items:"swap # and #"'],
  ['swap [items|agenda items] # and # (of|in|on) M#', 'meeting agenda order items:"swap # and #" meeting:#'],
  [`(add|put) … (to|on|onto) [the] agenda [for] # ${minutes}`, 'meeting agenda add item:"…, # min"'],
  [`${send} (the|our) agenda ${round}`, 'meeting agenda show "next meeting" send:yes'],
  [`${send} (the|our) agenda of M# ${round}`, 'meeting agenda show # send:yes'],
  [`${start} # ${minutes} (late|later)`, 'meeting move "next meeting" start:"# minutes later"'],
  [`${start} # ${minutes} (early|earlier)`, 'meeting move "next meeting" start:"# minutes earlier"'],
  [`${start} M# # ${minutes} (late|later)`, 'meeting move # start:"# minutes later"'],
  ['(do|have|hold) M# … (earlier|early)', 'meeting move # start:"… earlier"'],
  ['(do|have|hold) M# … later', 'meeting move # start:"… later"'],
  ['(do|have|hold|take) M# [on|at] … [instead]', 'meeting move # start:…'],
  // Of `it` is known elsewhere which meeting it is.
  ['(do|have|hold) it [on|at] … [instead]', 'meeting move it start:…'],
  ['(move|shift|put) M# to … instead', 'meeting move # start:…'],
  ['(same [meeting|time|thing] again|same [meeting]) … M#', 'meeting schedule like:# start:…'],
  ['put M# off (by|for) …', 'meeting move # start:"… later"'],
  ['put M# off (to|until|till) …', 'meeting move # start:…'],
  ["(we'll|we will|let's|we) meet again [on|at] …", 'meeting schedule "Next meeting" start:…'],
  ['(cancel|call off) M# (because|since|as) …', 'meeting cancel # reason:"because …"'],
  ['(cancel|call off) M# …', 'meeting cancel # reason:…'],
  // What is no reason is read as it stands, and asked about.
  ...['and', 'or', 'if', 'unless', 'until', 'till', 'when', 'but', 'except', 'instead'].map(
    (word) => [`(cancel|call off) M# ${word} …`, `meeting cancel # ${word} …`] as const,
  ),
  ['(cancel|call off) M# not M#', 'meeting cancel # not #'],
  ['(cancel|call off) M# M#', 'meeting cancel # and #'],
  ['(cancel|call off) M# M# …', 'meeting cancel # and # …'],
  ...['today', 'tomorrow', 'next week'].map(
    (day) => [`(cancel|call off) M# ${day}`, `meeting cancel # ${day}`] as const,
  ),
  [
    '[is|are] (everyone|everybody|we) [all] [still] (ok|fine|good|on|coming|happy) (for|with|on|to) …',
    'meeting attendees …',
  ],
  [
    '(has|did|is) @ (replied|answered|responded|confirmed|reply|answer|coming) [yet]',
    'meeting show next meeting',
  ],
  ['(has|did|is) @ (replied|answered|responded|confirmed|reply|answer|coming) [to|for] M#', 'meeting show #'],
  ['invite … to M# (only|alone)', 'meeting attendees # invite:…'],
  [
    '(remind|nudge|chase) (them|everyone|everybody|all|the rest|the others|all of them) [of|about|for|to answer|on] M#',
    'meeting attendees # nudge:yes',
  ],
  ['(remind|nudge|chase|ask) @ (of|about|for|on) M#', 'meeting attendees # nudge:yes only:@'],
  ['(remind|nudge|chase|ask) @ and @ (of|about|for|on) M#', 'meeting attendees # nudge:yes only:"@1, @2"'],
  ['what time is (M#|(it|that) (for|at) M#) in …', 'meeting show # timezone:…'],
  [
    '(what time|when) is (it|that|this|the meeting|our meeting) in … time',
    'meeting show next meeting timezone:…',
  ],
  [
    'what time is (that|this|the meeting|our [next] meeting|the call) in …',
    'meeting show next meeting timezone:…',
  ],
  [
    "who [still] (hasn't|has not|haven't|have not) [yet] (answered|replied|responded|confirmed) [to|for] M#",
    'meeting attendees #',
  ],
  ['who [is] [still] missing [for|from|at] M#', 'meeting attendees #'],
  [
    'who (came [in]|joined|attended|was there|was present|showed up|has joined) [today]',
    'meeting show the last meeting',
  ],
  ['who is coming (today|tomorrow)', 'meeting show next meeting'],
  ['who is coming (on|at) …', 'meeting show …'],
  ...'mon tues wednes thurs fri satur sun'.split(' ').flatMap(
    (day) =>
      [
        [`who is coming [next|this] ${day}day`, `meeting show ${day}day`],
        [`who is coming ${day}day [the] #`, `meeting show "${day}day #"`],
      ] as const,
  ),
  ['(where|how) (do|can) (i|we) (dial in|join|connect|log in) [to|for] M#', 'meeting show #'],
  ['(where|how) (do|can) (i|we) (dial in|join|connect|log in)', 'meeting show next meeting'],
  [
    "[what is|what's|where is|where's] [the|a] (link|zoom|zoom link|video link|dial-in)",
    'meeting show next meeting',
  ],
]
