import type { PatternLine } from './inTheRoom.ts'

const minutes = '(minutes|minute|mins|min)'

/** What a chair says in half sentences while a meeting goes on, and what is put on an agenda with its length. */
export const byChair: readonly PatternLine[] = [
  ['call [the meeting] to order', 'meeting start'],
  ['(start|begin|open) [the meeting] (without [a] quorum|anyway|all the same|now)', 'meeting start'],
  ['(minute|record|note for the minutes|let the record show|put on record) that …', 'meeting note text:…'],
  ['no decision [was taken|yet] (on|about) …', 'meeting note text:"No decision on …"'],
  ['the meeting is (open|opened|called to order)', 'meeting start'],
  ['[the] floor [is] to @', 'meeting queue call speaker:@'],
  ['who has [got] the floor', 'meeting queue show'],
  ['(over to @|@ please go ahead|@ you have the floor)', 'meeting queue call speaker:@'],
  ['[how much] time [is] (left|remaining)', 'meeting show the current meeting'],
  ['how (much time|long) do we (have|still have) [left]', 'meeting show the current meeting'],
  ['(time check|are we on time|how are we doing on time)', 'meeting show the current meeting'],
  [
    '[hearing|seeing|(i|we) (see|hear)|there (is|are|being)] no (objection|objections) [so] [it is] [so] (adopted|approved|decided)',
    'meeting resolve',
  ],
  ['[it is] (adopted|approved|agreed|carried) by (consensus|acclamation)', 'meeting resolve'],
  ['[it is] so (decided|ordered|agreed)', 'meeting resolve'],
  [
    'what (did we decide|have we decided|was decided|has been decided|did we agree) [so far]',
    'meeting minutes the current meeting',
  ],
  [
    'what (did we (decide|agree [on])|have we decided|was decided) (today|yesterday|last time|in the end|at the meeting|(at|in) the last (meeting|call|session))',
    'meeting minutes the last meeting',
  ],
  ['what (did we (decide|agree [on])|have we decided|was agreed) (at|in|on|during) M#', 'meeting show #'],
  [
    '(send|share|circulate|distribute|mail|forward|post) [me|us|out] (the|our) minutes [round|around|out|(to|with) …]',
    'meeting minutes the last meeting rendition:shareable send:yes',
  ],
  [
    '(send|share|circulate|distribute|mail|forward|post) (the minutes of|minutes of) M#',
    'meeting minutes # rendition:shareable send:yes',
  ],
  [
    '(where are|are there|do we have|who has) [the|any] minutes [yet] [(of|from) [the|our] last (meeting|call|session)]',
    'meeting minutes the last meeting',
  ],
  ['(write|write up|draft|prepare|make) the minutes', 'meeting minutes the last meeting'],
  ['record the (meeting|call|session)', 'meeting hold'],
  ['record the (meeting|call|session) (of|from|on) …', 'meeting hold …'],
  ['we are (starting|beginning) [now]', 'meeting start'],
  [
    '(are|is) the minutes (done|ready|finished|there|written|out) [yet|already]',
    'meeting minutes the last meeting',
  ],
  ['(decisions|minutes) so far', 'meeting minutes the current meeting'],
  ['(ap:|action point:) …', 'meeting action add …'],
  ['(action|action item|action point|todo|ap) [for] @ to …', 'meeting action add owner:@ what:…'],
  ['(ap|ap:|action point) [for] @ …', 'meeting action add owner:@ what:…'],
  ['(add|put) … (to|on|onto) [the] agenda (of|for) [meeting] M# …', 'meeting agenda add # item:… minutes:…'],
  [
    '(add|put) … (to|on|onto) [the] agenda (of|for) [meeting] M# for …',
    'meeting agenda add # item:… minutes:…',
  ],
  ['(say|answer) yes to (the|my|that|this) (meeting|invitation)', 'meeting rsvp yes'],
  ['(say|answer) no to (the|my|that|this) (meeting|invitation)', 'meeting rsvp no'],
  ['(say|answer) maybe to (the|my|that|this) (meeting|invitation)', 'meeting rsvp maybe'],
  ["(what is|what's) on (my|the) calendar", 'meeting list mine'],
  ["(what is|what's) on my calendar …", 'meeting list mine in:…'],
  [
    '(extend|prolong) [the] [silence|silence procedure] S# (to|until|till) …',
    'meeting silence extend # until:…',
  ],
  ['(extend|prolong) [the] [silence|silence procedure] S# by …', 'meeting silence extend # until:"by …"'],
  ['(extend|prolong) the silence', 'meeting silence extend'],
  ['schedule …', 'meeting schedule …'],
  ['(present:|in attendance:|attendance:|attending:|in the room:|here:) …', 'meeting note text:"Present: …"'],
  ['(absent:|excused:) …', 'meeting note text:"Absent: …"'],
  ['@ [has] (joined|joins) [us|the meeting|the call]', 'meeting note text:"@ joined"'],
  ['@ [has] (left|leaves) [us|the meeting|the call]', 'meeting note text:"@ left"'],
  [
    '@ (wants|would like|asks for|requests|asked for|requested) [to (have|take)] the floor',
    'meeting queue raise speaker:@',
  ],
  ['@ (wants|would like|asks|wishes) to (speak|intervene|take the floor)', 'meeting queue raise speaker:@'],
  ['@ [has] (raised|raises) (its|their|a|the) hand', 'meeting queue raise speaker:@'],
  ['(hand|hands|floor) ([up] (for|from)|up:) @', 'meeting queue raise speaker:@'],
  ['@ no longer wants (the floor|to speak)', 'meeting queue lower speaker:@'],
  [`(extend|prolong) [by] # ${minutes}`, 'meeting move the current meeting duration:"# minutes longer"'],
  [
    `([give us|we need|let's add] # more ${minutes}|add # [more] ${minutes}|# ${minutes} more)`,
    'meeting move the current meeting duration:"# minutes longer"',
  ],
  ...[
    ['five', 5],
    ['ten', 10],
    ['fifteen', 15],
    ['twenty', 20],
    ['thirty', 30],
  ].flatMap(([word, count]): readonly PatternLine[] => [
    [
      `([give us|we need|let's add|extend by|add] ${word} [more] ${minutes}|${word} more ${minutes})`,
      `meeting move the current meeting duration:"${count} minutes longer"`,
    ],
    [
      `[a|let's (take|have) a|we take a] ${word} ${minutes} [coffee|comfort|tea|lunch] break`,
      `meeting note text:"Break of ${count} minutes"`,
    ],
  ]),
  [`(extend|prolong) the (meeting|session|call) # ${minutes}`, 'meeting move duration:# minutes longer'],
  [
    '([are there] any (objections|objection|opposition)|no (objections|objection)|hearing (no objections|none))',
    'meeting show the current meeting',
  ],
  [
    '((does|do) (anyone|anybody|somebody|any member|any delegation) object [to that|to it]|(anyone|anybody|who is) (against|opposed) [that|it|this])',
    'meeting show the current meeting',
  ],
  [
    `[a|let's (take|have) a|we take a] # ${minutes} [coffee|comfort|tea|lunch] break`,
    'meeting note text:"Break of # minutes"',
  ],
  [
    `[a|let's (take|have) a] [coffee|comfort|tea|lunch] break [of|for] # ${minutes}`,
    'meeting note text:"Break of # minutes"',
  ],
  // `take U3` is about an update.
  ["(take|let's take|we take|break|break for) # (minutes|min)", 'meeting note text:"Break of # minutes"'],
  ...[15, 20, 30].map(
    (count) =>
      [
        `(take|let's take|we take|break|break for) ${count}`,
        `meeting note text:"Break of ${count} minutes"`,
      ] as const,
  ),
  [
    "(take|let's take|we take|break|break for) (five|5) [minutes|min]",
    'meeting note text:"Break of 5 minutes"',
  ],
  [
    "(take|let's take|we take|break|break for) (ten|10) [minutes|min]",
    'meeting note text:"Break of 10 minutes"',
  ],
  [
    "[we are|we're|we] (back|resume|reconvene|continue) in # [minutes|min]",
    'meeting note text:"Break of # minutes"',
  ],
  [
    "[we are|we're|we|break until|break till|break,] (back|resume|reconvene) at …",
    'meeting note text:"Break until …"',
  ],
  ['([coffee|lunch] break (until|till)) …', 'meeting note text:"Break until …"'],
  [
    '@ (takes|will take|is taking|keeps|writes|does) [the] (minutes|notes)',
    'meeting note text:"@ takes the minutes"',
  ],
  ['(minutes|notes|rapporteur|note-taker|notetaker|secretary): @', 'meeting note text:"@ takes the minutes"'],
  ['@ (is|are) (here|present|in the room|online)', 'meeting note text:"Present: @"'],
  ['@ [and] @ (is|are) (here|present|in the room|online)', 'meeting note text:"Present: @, @"'],
  ['@ @ [and] @ (is|are) (here|present|in the room|online)', 'meeting note text:"Present: @, @, @"'],
  [
    '(park|defer|postpone|keep|leave|carry over) (this|it|this item|the item|that) [for|to|until] [the] next (time|meeting|session)',
    'meeting note text:"Kept for the next meeting"',
  ],
  [
    "(that's|that is|that was) (it|all) [for (today|now)] [thanks|thank you] [all|everyone|everybody|colleagues]",
    'meeting end',
  ],
  ['(thanks|thank you) (all|everyone|everybody|colleagues) (meeting closed|we are done|bye)', 'meeting end'],
  ["[let's (take|have) a|a|short] (coffee|comfort|tea|lunch|short) break", 'meeting note text:"Break"'],
  ['(seconded|i second (it|that|the motion|the proposal))', 'meeting note text:"Seconded"'],
  ['(seconded by @|@ seconds [it|that|the motion|the proposal])', 'meeting note text:"Seconded by @"'],
  [
    '(read back|read out|read|repeat|what was) the (last|latest) (decision|resolution) [again|please]',
    'meeting minutes the current meeting',
  ],
  ['who (took|has|owns) [the|which] (action|actions) [on …|item]', 'meeting action list'],
]
