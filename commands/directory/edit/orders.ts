/** How somebody says in words of their own what has changed about an entity or a person: `rename NHO to …`. */
export const upkeepOrders: readonly (readonly [pattern: string, line: string])[] = [
  ['rename @ (to|as|into) …', 'directory edit entity @ name:…'],
  ['rename @ (to|as|into) @', 'directory edit entity @1 acronym:@2'],
  ['(change|set|correct) [the] [full] name of @ (to|into) …', 'directory edit entity @ name:…'],
  ['(change|set|correct) [the] acronym of @ (to|into) @', 'directory edit entity @1 acronym:@2'],
  ['@ is [now] called …', 'directory edit entity @ name:…'],
  ['@ is called … now', 'directory edit entity @ name:…'],
  [
    '(change|set|correct|update) [the] (email|e-mail|mail|email address|e-mail address|mail address|address) of … to …',
    'directory edit person … email:…',
  ],
  [
    '(change|set|correct|update) [the] (phone|telephone|phone number|telephone number|number) of … to …',
    'directory edit person … phone:…',
  ],
  [
    '(change|set|correct|update) [the] (title|function|position|job title) of … to …',
    'directory edit person … title:…',
  ],
  [
    '(change|correct|update) … (email|e-mail|email address|e-mail address) to …',
    'directory edit person … email:…',
  ],
  ['(change|correct|update) … (title|function|position|job title) to …', 'directory edit person … title:…'],
  ['… (now works|works now) (for|at|with) @', 'directory edit person … entity:@'],
  ['… (works|is) (for|at|with) @ now', 'directory edit person … entity:@'],
  ['… has (moved|gone|changed|switched) [over] to @', 'directory edit person … entity:@'],
  ['… has left @', 'directory retire person …'],
  ['… (no longer works|does not work [any more|anymore]) (for|at|with) @', 'directory retire person …'],
  ['retire [the] entity @', 'directory retire entity @'],
  ['retire [the] [entity] @ (from|on|as of|as from) …', 'directory retire entity @ on:"…"'],
  ['(remove|delete|drop) [the] entity @', 'directory retire entity @'],
  ['(remove|delete|drop|take) [the] [entity] @ (from|out of) [the] directory', 'directory retire entity @'],
  ['take @ out', 'directory retire entity @'],
  ['@ (no longer exists|has been dissolved|was dissolved)', 'directory retire entity @'],
]
