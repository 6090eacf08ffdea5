import { anyOf } from '../../../src/core/language/sentences/pattern.ts'

const asked = anyOf(
  "(who is|who's|whos|who are) [the] new [(members|entities|ones|partners)] [here|with us]",
  'who [has|have] [newly|just|recently] joined [us|here]',
  '(is|has) (anybody|anyone|somebody|someone) (new|joined)',
  '(which|what) (entities|members|partners|organisations|organizations|agencies) [has|have] [newly|just|recently] joined [us|here]',
)

/** `new members of ETCIP`, as a heading may begin too: behind it a group stands by its acronym alone. */
const named =
  '[(are there|is there)] [any|the|our|all] (new|newest) (members|entities|partners|organisations|organizations)'

const days = ['in the last …', 'this …', 'last …', 'the last …', 'the past …', 'since …'].map((when) => [
  ` ${when}`,
  when.replace(/^in /, ''),
])

const spans = [['', 'this year'], [' in #', '#'], ...days]

const sayingsOfJoined = spans.flatMap(([when, joined]) =>
  [
    [asked, ''],
    [named, ''],
    [`${asked} [in|to|of|at] @`, ' group:@'],
    [`${named} [in|to|of|at] @`, ' group:@'],
    [`${asked} (in|to|of|at) [the] …`, ' group:"…"'],
    [`${named} (in|to|of|at) the … (group|working group)`, ' group:"…"'],
  ]
    // Two gaps for any words would share them.
    .filter(([, group]) => !(group?.includes('…') && joined?.includes('…')))
    .map(([said, group]) => [`${said}${when}`, `directory list joined:"${joined}"${group}`] as const),
)

const gone = anyOf(
  'left',
  'quit',
  'gone',
  'withdrew',
  'withdrawn',
  'retired',
  'resigned',
  'stepped down',
  'departed',
)
const whoLeft = anyOf(
  `(who|which|what) [(entities|members|partners|people|colleagues|chairs|observers|organisations|organizations|agencies)] [has|have] [just|recently] ${gone} [us]`,
  `(is|has) (anybody|anyone|somebody|someone) [just|recently] ${gone} [us]`,
  `(whose|which) (term|terms|role|roles|mandate|mandates|seat|seats) [has|have] (ended|expired|ran out)`,
)

const sayingsOfLeft = spans.flatMap(([when, left]) => [
  [`${whoLeft}${when}`, `directory list left:"${left}"`] as const,
  [`${whoLeft} [in|from|of|at] [the] @${when}`, `directory list left:"${left}" group:@`] as const,
  [`${whoLeft}${when} (in|from|of|at) [the] @`, `directory list left:"${left}" group:@`] as const,
])

/**
 * `who is new in ETCIP`, `who joined us since March` and `who left in 2022`: those of this year where no days are said.
 */
export const sayingsOfNew = [...sayingsOfJoined, ...sayingsOfLeft]
