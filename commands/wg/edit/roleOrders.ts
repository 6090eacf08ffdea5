/** Roles of which an entity holds one by an appointment, as people write them. */
const leading = [
  ['chair', '(chair|chairperson|lead)'],
  ['co-chair', '(co-chair|co chair|cochair|co-lead)'],
  ['vice-chair', '(vice-chair|vice chair|vicechair|deputy chair)'],
] as const

const simple = [
  ['member', '(member|members)'],
  ['observer', '(observer|observers)'],
] as const

const from = '(from|as of|as from|starting|effective|since)'
const group = '…'

type PatternLine = readonly [pattern: string, line: string]

/** The same with a day from which on, and without. */
function dated([pattern, line]: PatternLine, option = 'from'): readonly PatternLine[] {
  return [
    [pattern, line],
    [`${pattern} ${from} …`, `${line} ${option}:…`],
    // An appointment alone has a last day.
    ...(line.startsWith('wg appoint')
      ? [
          [`${pattern} (until|till|up to) …`, `${line} to:…`] as const,
          [`${pattern} ${from} … (to|until|till) …`, `${line} from:… to:…`] as const,
        ]
      : []),
    [`${pattern} (today|now|immediately|with immediate effect)`, line],
    ...['tomorrow', 'next week', 'next month'].map(
      (day) => [`${pattern} ${day}`, `${line} ${option}:"${day}"`] as const,
    ),
  ]
}

/** How somebody orders in words of their own who leads a group: `put IPU in ETCIP as co-chair from Monday`. */
export const roleOrders: readonly PatternLine[] = [
  ...leading.flatMap(([role, said]) => [
    ...dated([
      `(put|set|place|install|enter|add) … (in|into|on|to) [the] ${group} as [the|a|our] [new] ${said}`,
      `wg appoint role:${role} entity:… wg:…`,
    ]),
    ...dated([
      `(put|set|enter|note|list) … [down] as [the|a|our] [new] ${said} (of|in|for) [the] ${group}`,
      `wg appoint role:${role} entity:… wg:…`,
    ]),
    ...dated([
      `(make|appoint|name|designate) … [as] [the|a|our] new ${said} (of|in|for) [the] ${group}`,
      `wg appoint role:${role} entity:… wg:…`,
    ]),
    ...dated([`(give|hand) … the ${said} (of|in) [the] ${group}`, `wg appoint role:${role} entity:… wg:…`]),
    ...dated(
      [
        `(remove|take|strike|drop) … (as|from) [the|a|its] ${said} (of|in|for) [the] ${group}`,
        `wg release role:${role} entity:… wg:…`,
      ],
      'on',
    ),
  ]),
  // `have the team lead the discussion` names no group.
  ...dated([`(let|have) … (chair|lead) [the] @`, 'wg appoint role:chair entity:… wg:@']),
  ...dated([`(let|have) … co-chair [the] @`, 'wg appoint role:co-chair entity:… wg:@']),
  ...simple.flatMap(([role, said]) => {
    const as = role === 'observer' ? ' as:observer' : ''
    return [
      ...dated([
        `(put|set|enter|note|list|add|admit) … [down] as [the|a|an] [new] ${said} (of|in|for|to) [the] ${group}`,
        `wg join entity:… wg:…${as}`,
      ]),
      ...dated([
        `(put|set|place|enter) … (in|into|on|to) [the] ${group} as [a|an] [new] ${said}`,
        `wg join entity:… wg:…${as}`,
      ]),
      ...dated(
        [
          `(remove|take|strike|drop) … as [a|an] ${said} (of|in|from) [the] ${group}`,
          `wg leave entity:… wg:…`,
        ],
        'on',
      ),
    ]
  }),
]

/** What is told as well: `IPU is the new co-chair of ETCIP as of Monday`. */
export const rolesTold: readonly PatternLine[] = [
  ...leading.flatMap(([role, said]) => [
    ...dated([
      `… (is|are|becomes|became|will be|takes over as|took over as|is now) [now] [the|our] [new] ${said} (of|in|for) [the] ${group}`,
      `wg appoint role:${role} entity:… wg:…`,
    ]),
    ...dated([
      `[the|our] [new] ${said} (of|in|for) [the] ${group} (is|will be) [now] …`,
      `wg appoint role:${role} wg:… entity:…`,
    ]),
    ...dated(
      [
        `… (steps down|stepped down|is stepping down|resigns|resigned|is no longer|is not) [as|the|any longer|any more] [the] ${said} (of|in|for) [the] ${group}`,
        `wg release role:${role} entity:… wg:…`,
      ],
      'on',
    ),
  ]),
  ...dated([`… (chairs|leads|will chair|will lead) [the] ${group}`, 'wg appoint role:chair entity:… wg:…']),
  ...dated([`… (co-chairs|will co-chair) [the] ${group}`, 'wg appoint role:co-chair entity:… wg:…']),
  ...dated([`… takes over [the chair of] [the] ${group}`, 'wg appoint role:chair entity:… wg:…']),
  ...simple.flatMap(([role, said]) => [
    ...dated([
      `… (is|are|becomes|became|will be|is now) [now] [a|an|the] [new] ${said} (of|in) [the] ${group}`,
      `wg join entity:… wg:…${role === 'observer' ? ' as:observer' : ''}`,
    ]),
    ...dated(
      [
        `… is (no longer|not) [a|an] ${said} (of|in) [the] ${group} [any more|any longer|anymore]`,
        `wg leave entity:… wg:…`,
      ],
      'on',
    ),
  ]),
]

const setUp = '(create|add|set up|start|open|form|establish|make) [a|the|another] [new] [working]'
const called = '(called|named|abbreviated)'

/** How somebody sets a group up: `create a working group on rail safety called RAIL`. */
export const groupOrders: readonly PatternLine[] = [
  [`${setUp} (group|group:) [${called}] …`, 'wg add …'],
  ['(create|set up|form|establish) (a|an|the|our) [new] “…” working group', 'wg add "…"'],
  [`${setUp} (group|group:) [${called}] @ (on|for|about) …`, 'wg add acronym:@ name:"…"'],
  [`${setUp} (group|group:) (on|for|about) …`, 'wg add …'],
  [`${setUp} (group|group:) (on|for|about) … ${called} @`, 'wg add name:"…" acronym:@'],
]
