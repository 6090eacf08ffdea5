/** How people ask how a poll stands. */
const asked = [
  'who has voted',
  'who voted',
  'who has not voted',
  "who hasn't voted",
  ...['', 'the '].flatMap((article) => [`${article}results`, `${article}poll results`, `${article}result`]),
  'show me the results',
  'show the results',
  'what are the results',
]

/** What people say of polls. */
export const aboutPolls: readonly (readonly [said: string, line: string])[] = [
  ['P#', 'meeting poll show #'],
  ['show P#', 'meeting poll show #'],
  ...['start', 'open', 'make', 'create', 'set up', 'launch'].flatMap((verb) =>
    ['for @ …', 'for @ on …', 'of @ …', 'with @ …'].flatMap((whom) => [
      [`${verb} a poll ${whom}`, 'meeting poll open "@ meeting" wg:@ slots:…'] as const,
      [`${verb} poll ${whom}`, 'meeting poll open "@ meeting" wg:@ slots:…'] as const,
    ]),
  ),
  ...['poll @ …', 'poll for @ …', 'poll of @ …', 'doodle @ …', 'doodle for @ …'].map(
    (said) => [said, 'meeting poll open "@ meeting" wg:@ slots:…'] as const,
  ),
  ['vote', 'meeting poll vote'],
  ['reopen the poll', 'meeting poll close reopen:yes'],
  ['reopen P#', 'meeting poll close # reopen:yes'],
  ['settle the poll', 'meeting poll settle'],
  ['settle the poll on …', 'meeting poll settle slot:…'],
  ['close the poll', 'meeting poll close'],
  ...['extend', 'prolong', 'keep'].flatMap((verb) => {
    const joint = verb === 'keep' ? ['open until …'] : ['until …', 'to …', 'till …', '…']
    return [
      ...(verb === 'keep' ? [] : [[`${verb} the poll`, 'meeting poll extend'] as const]),
      ...(verb === 'keep' ? [] : [[`${verb} P#`, 'meeting poll extend #'] as const]),
      ...joint.flatMap((until) => [
        [`${verb} the poll ${until}`, 'meeting poll extend until:…'] as const,
        [`${verb} the vote ${until}`, 'meeting poll extend until:…'] as const,
        [`${verb} P# ${until}`, 'meeting poll extend # until:…'] as const,
      ]),
    ]
  }),
  ['settle P# on …', 'meeting poll settle # slot:…'],
  ['settle P#', 'meeting poll settle #'],
  ['close P#', 'meeting poll close #'],
  ...['vote', 'i vote', 'my vote is', 'my vote:', 'change my vote to'].flatMap((vote) =>
    ['', 'for '].flatMap((link) => [
      [`${vote} ${link}…`, 'meeting poll vote slots:…'] as const,
      [`${vote} ${link}… in P#`, 'meeting poll vote # slots:…'] as const,
    ]),
  ),
  ['vote P# …', 'meeting poll vote # …'],
  ...asked.flatMap((said) =>
    ['in', 'of', 'for'].flatMap((of) => [
      [`${said} ${of} P#`, 'meeting poll show #'] as const,
      [`${said} ${of} the poll`, 'meeting poll show'] as const,
    ]),
  ),
  ...[
    ...asked.filter((said) => !/result$|results$/.test(said) || said.includes('poll')),
    'how many have voted',
    'how many people have voted',
    'which date is winning',
    'which time is winning',
    'how is the poll going',
    'how does the poll stand',
  ].map((said) => [said, 'meeting poll show'] as const),
]
