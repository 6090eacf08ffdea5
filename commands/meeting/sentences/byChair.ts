import type { PatternLine } from './inTheRoom.ts'

/** What a chair says in half sentences while a meeting goes on, and what is put on an agenda with its length. */
export const byChair: readonly PatternLine[] = [
  ['call [the meeting] to order', 'meeting start'],
  ['the meeting is (open|opened|called to order)', 'meeting start'],
  ['[the] floor [is] to @', 'meeting queue call speaker:@'],
  ['who has [got] the floor', 'meeting queue show'],
  ['(over to @|@ please go ahead|@ you have the floor)', 'meeting queue call speaker:@'],
  ['[how much] time [is] (left|remaining)', 'meeting show the current meeting'],
  ['how (much time|long) do we (have|still have) [left]', 'meeting show the current meeting'],
  ['(time check|are we on time|how are we doing on time)', 'meeting show the current meeting'],
  ['no (objection|objections) [so] [it is] (adopted|approved|decided)', 'meeting resolve'],
  ['[it is] (adopted|approved|agreed|carried) by (consensus|acclamation)', 'meeting resolve'],
  ['[it is] so (decided|ordered|agreed)', 'meeting resolve'],
  [
    'what (did we decide|have we decided|was decided|has been decided) [so far]',
    'meeting minutes the current meeting',
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
]
