/** How somebody orders in words of their own who belongs to a group and who leads it: `add WHO to ETCIP`. */
export const memberOrders: readonly (readonly [said: string, line: string])[] = [
  ['add … to @', 'wg join @ entity:…'],
  ['add member … to @', 'wg join @ entity:…'],
  ['add members … to @', 'wg join @ entity:…'],
  ['add observer … to @', 'wg join @ entity:… as:observer'],
  ['add … to @ as a member', 'wg join @ entity:…'],
  ['add … to @ as an observer', 'wg join @ entity:… as:observer'],
  ['add … to @ as observer', 'wg join @ entity:… as:observer'],
  ['add … to @ as observers', 'wg join @ entity:… as:observer'],
  ['add … to @ as member', 'wg join @ entity:…'],
  ['add … to @ as members', 'wg join @ entity:…'],
  ['admit … to @', 'wg join @ entity:…'],
  ['put … (in|into) @', 'wg join @ entity:…'],
  ...['members', 'observers'].flatMap((who) => {
    const as = who === 'observers' ? ' as:observer' : ''
    const list = `(to|on|in|into) [[the] (list|roster) of] [the] ${who} [list]`
    return [
      [`(add|put|include) @ ${list}`, `wg join entity:@${as}`],
      [`(add|put|include) @ ${list} (of|in|for) @`, `wg join @2 entity:@1${as}`],
      [
        `(remove|take|strike|drop|delete) @ (from|off) [[the] (list|roster) of] [the] ${who} [list]`,
        'wg leave entity:@',
      ],
      [
        `(remove|take|strike|drop|delete) @ (from|off) [[the] (list|roster) of] [the] ${who} [list] (of|in) @`,
        'wg leave @2 entity:@1',
      ],
    ] as const
  }),
  ['@ joins @', 'wg join @2 entity:@'],
  ['remove … from @', 'wg leave @ entity:…'],
  ['take … out of @ [again]', 'wg leave @ entity:…'],
  ['@ joins @ as observer', 'wg join @2 entity:@1 as:observer'],
  ['@ joins @ as an observer', 'wg join @2 entity:@1 as:observer'],
  ['@ leaves @', 'wg leave @2 entity:@'],
  ['@ leaves @ on …', 'wg leave @2 entity:@1 on:…'],
  ['remove … from @ on …', 'wg leave @ entity:… on:…'],
  ['rename [the] [(group|working group)] @ (to|as|into) …', 'wg edit @ name:…'],
  ['make … [a] (member|members) of @ [instead]', 'wg join @ entity:…'],
  ['make … [an] (observer|observers) of @ [instead]', 'wg join @ entity:… as:observer'],
  ['join … to @', 'wg join @ entity:…'],
  ...['chair', 'co-chair', 'vice-chair', 'member', 'observer'].map(
    (role) =>
      [
        `release … as [(the|a|an)] (${role}|${role.replace('-', ' ')}) of @`,
        `wg release @ role:${role} entity:…`,
      ] as const,
  ),
  ...['chair', 'co-chair', 'vice-chair'].flatMap((role) =>
    [
      `make … [the] (${role}|${role.replace('-', ' ')}) of @`,
      `(appoint|name) … [as] (${role}|${role.replace('-', ' ')}) of @`,
    ].flatMap(
      (text) =>
        [
          [text, `wg appoint @ role:${role} entity:…`],
          [`${text} from …`, `wg appoint @ role:${role} entity:… from:…`],
        ] as const,
    ),
  ),
]
