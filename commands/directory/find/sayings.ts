/** What people call those whom the directory lists, alone or with an entity or a group behind them. */
export const directorySayings: readonly (readonly [said: string, line: string])[] = [
  ['[all|the|list of] (people|persons|contacts|staff|colleagues|everyone|everybody)', 'directory find'],
  ['[all|the|list of] focal points', 'directory find focal point'],
  ['[who are|list] [all] [the] observers', 'directory list kind:observer'],
  ['[list|all|list all|list all the] members', 'directory list kind:member'],
  ['[all|the|list of] [member] states', 'directory list kind:member-state'],
  ['[all|the|list of] regional (organizations|organisations)', 'directory list kind:regional-organization'],
  ['[all|the] seats', 'directory vacancies'],
  ['[la] [liste] [des|les] observateurs', 'directory list kind:observer'],
  [
    "[(quels|qui) sont] [les|la liste des] (observateurs|membres) (de|du|d'|dans) [la|le] @",
    'directory card @',
  ],
  [
    '[list|which|what|show] entities (without|with no|lacking) [a|any] focal (point|points)',
    'directory check',
  ],
  [
    '[the] [new] focal point (of|for|at) @ is [now] … ✉',
    'directory add person "…" email:✉ entity:@ title:"Focal point"',
  ],
  ['[la] [liste] [des|les] membres', 'directory list kind:member'],
  ['[la] [liste] [des|les] (entités|organisations)', 'directory list'],
  ['[la] [liste] [des|les] groupes [de travail]', 'wg list'],
  ['[la] [lista] [de] [los] observadores', 'directory list kind:observer'],
  ['[la] [lista] [de] [los] miembros', 'directory list kind:member'],
  ['(contact|contacter|contacto) [de|du|del] @', 'directory find @'],
  [
    '(add|register) … ✉ [as|is] [the|a|our] (focal point|focal pt|focal|fp) [for|of|at|to|from] @',
    'directory add person "…" email:✉ entity:@ title:"Focal point"',
  ],
  ['(change|set|mark|put) @ (to|as) retired [from|on|as of|as from] …', 'directory retire entity @ on:"…"'],
  ['(change|set|mark|put) @ (to|as) retired', 'directory retire entity @'],
  ['[the] focal (point|points) @', 'directory find focal point of @'],
  ['(people|persons|contacts|staff|colleagues) [of|in|at|from|for] @', 'directory card @'],
  ['(seats|members|observers) [of|in|at|for] [the] @', 'directory card @'],
  ['@ (people|persons|contacts|staff|colleagues|seats|members|observers)', 'directory card @'],
]
