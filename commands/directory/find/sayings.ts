import { isWrong } from '../../../src/core/language/sentences/isWrong.ts'

const details =
  '(contact|contacts|details|email|e-mail|mail|phone|telephone|number|address|title|name|acronym|time zone|entity)'

/** What people call those whom the directory lists, alone or with an entity or a group behind them. */
export const directorySayings: readonly (readonly [said: string, line: string])[] = [
  ['[all|the|list of] (people|persons|contacts|staff|colleagues|everyone|everybody)', 'directory find'],
  ['[the|a] list of [all] [the|our] observers', 'directory list kind:observer'],
  ['[the|a] list of [all] [the|our] members', 'directory list kind:member'],
  ['[the|a] list of [all] [the|our] (entities|organisations|organizations|agencies)', 'directory list'],
  ['[the|a] list of [all] [the|our] [member] states', 'directory list kind:member-state'],
  ['[the|a] list of [all] [the|our] (people|persons|contacts|colleagues)', 'directory find'],
  [
    'how many (people|persons|contacts|colleagues) (are there|are [listed] in the directory|do we have|have we [got]) [in the directory|now|today]',
    'report figures',
  ],
  [
    "[give me|get|show|what are] (everyone's|everybody's|all|all the|the) (email|emails|e-mail|e-mails|address|addresses|contacts|email addresses|e-mail addresses) (in|of|from|at) [the] @ [group|members]",
    'wg show @',
  ],
  [
    '(give me|show me|what is|find|i need) the (contact|contacts|email|e-mail|phone|phone number|contact details) (of|for) [the] …',
    'directory find …',
  ],
  [`the ${details} (of|for) … ${isWrong}`, 'directory wrong …'],
  [`“…” (${details}|new ${details}) [(address|number)] ${isWrong}`, 'directory wrong …'],
  [
    'who (has access to|has seen|looked at|looked up) my (data|details|record|contact details)',
    'directory lookups',
  ],
  [
    '(which|what) [working] groups (deal with|work on|cover|handle|are about|are responsible for|look after) …',
    'directory find … in:groups',
  ],
  ['is @ [(a|an)] (member|observer|participant) [of [the] (compact|framework)]', 'directory card @'],
  ['is @ [(a|an)] (member|observer|part) of @', 'wg show @2'],
  ['(when|how long ago) did @ join [us]', 'directory card @'],
  ['since when is @ [a] (member|observer|part) [of (us|the compact|the framework)]', 'directory card @'],
  [
    'who (is|are) [the|our|an] (admin|admins|administrator|administrators) [here]',
    'directory find secretariat',
  ],
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
    '[list|which|what|show] entities (without|with no|lacking|have no|that have no|do not have) [a|any] focal (point|points)',
    'directory check',
  ],
  [
    '[the] [new] focal point (of|for|at) @ is [now] … ✉',
    'directory add person "…" email:✉ entity:@ title:"Focal point"',
  ],
  [
    '(find|show|list|merge|remove|are there|look for) [me] [any|the|all] (duplicates|duplicate people|duplicate entries|double entries|twins)',
    'directory check',
  ],
  [
    '(clean up|tidy|tidy up|check|proofread) [the|our] (directory|records|contacts|address book)',
    'directory check',
  ],
  [
    '(which|what) entities have (nobody|no one|no people|no person|no focal point|no contact)',
    'directory check',
  ],
  [
    'print [out] [the|our] (directory|contact list|address book|list of (members|focal points|contacts))',
    'directory export html',
  ],
  [
    '(upload|load|import|read in) (our|the|my|a|this) (members|list|people|contacts|colleagues|spreadsheet|excel|excel file|file|member list|contact list)',
    'directory import',
  ],
  ['invite (our|my) (members|colleagues|people|focal points|contacts)', 'help directory add person'],
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
