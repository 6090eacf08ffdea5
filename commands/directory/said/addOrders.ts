import { anyOf } from '../../../src/core/language/sentences/pattern.ts'

type PatternLine = readonly [pattern: string, line: string]

const things = ['entity', 'organisation', 'organization', 'agency', 'institution', 'association']
const thing = anyOf(...things, ...things.map((one) => `${one}:`))
const ngo = '(ngo|ngo:|civil society organisation|civil society organization|cso|cso:|foundation|foundation:)'
const add = '(add|create|register|enter|record|include|put in|set up)'
const person =
  '[[a|an|the|our|my] [new] (person|person:|colleague|colleague:|contact|contact:|focal point|focal point:|member|user|user:)]'
const focalPoint = '[the|a|our|their] [new] (focal point|focal pt|fp)'

/** How somebody puts an entity or a person into the directory in words of their own. */
export const addOrders: readonly PatternLine[] = [
  [`${add} [a|an|the|another|our] [new] ${thing} [called|named] …`, 'directory add entity …'],
  [`${add} [a|an|the|another|our] [new] ${ngo} [called|named] …`, 'directory add entity … kind:organization'],
  [`${add} … as [a|an] [new] ${ngo}`, 'directory add entity … kind:organization'],
  [`${add} … as [a|an] [new] ${thing}`, 'directory add entity …'],
  [`${add} ${person} … ✉`, 'directory add person … email:✉'],
  [`${add} ${person} … ✉ [(of|from|at|for|with)] …`, 'directory add person … email:✉ entity:"…"'],
  [
    `${add} ${person} … ✉ [as|is] ${focalPoint} (of|from|at|for) …`,
    'directory add person … email:✉ entity:"…" title:"Focal point"',
  ],
  [
    `(@|the @) has a new focal (point|point:) … ✉`,
    'directory add person … email:✉ entity:@ title:"Focal point"',
  ],
]

/** What is told as well: `Ines is the focal point of RHA`, `new NGO: Coastal Guard Society (CGS)`. */
export const recordsTold: readonly PatternLine[] = [
  [`[a|the|another] new ${thing} [called|named] …`, 'directory add entity …'],
  [`[a|the|another] new ${ngo} [called|named] …`, 'directory add entity … kind:organization'],
  [`[a|the|our] new (person|person:|colleague|colleague:|user|user:) … ✉`, 'directory add person … email:✉'],
  [
    `[a|the|our] new (person|person:|colleague|colleague:|user|user:) … ✉ [(of|from|at|for|with)] …`,
    'directory add person … email:✉ entity:"…"',
  ],
  [
    `[our|my|the] new (focal point|fp|focal pt) (is|will be) … ✉`,
    'directory add person … email:✉ title:"Focal point"',
  ],
  [
    `[the|a] new (focal point|fp|focal pt) (of|for|at) @ (is|will be) … ✉`,
    'directory add person entity:@ name:"…" email:✉ title:"Focal point"',
  ],
  [`invite … ✉`, 'directory add person … email:✉'],
  [`invite … ✉ (of|from|at) …`, 'directory add person … email:✉ entity:"…"'],
  [`… ✉ is ${focalPoint} (of|for|at) @`, 'directory add person … email:✉ entity:@ title:"Focal point"'],
  [`… is [now] ${focalPoint} (of|for|at) @`, 'directory edit person … entity:@ title:"Focal point"'],
  [`… is @'s ${focalPoint}`, 'directory edit person … entity:@ title:"Focal point"'],
  [
    '(make|name|appoint) … [a|an|part of the|member of the] [(member|part) of] [the] (secretariat|admin|administrator)',
    'directory edit person … secretariat:yes',
  ],
  ['(make|name|appoint) … [a|the] coordinator [(of|for) @]', 'directory edit person … coordinator:yes'],
  ['… (is|works) [now] (with|for|at) @', 'directory edit person … entity:@'],
  ['… is [now] [a|an|the] … (at|of|with|in) @', 'directory edit person … entity:@ title:"…"'],
  [
    'the [right|correct|new] acronym of @ (is|should be|must be|is now) [now] @',
    'directory edit entity @1 acronym:@2',
  ],
  ['@ (should be|must be|is really) @', 'directory edit entity @1 acronym:@2'],
  [
    'the [full|right|correct|new] name of @ (is|should be|must be|is now) [now] …',
    'directory edit entity @ name:…',
  ],
  ['@ stands for …', 'directory edit entity @ name:…'],
  [
    "[i|we] (misspelled|misspelt|mistyped|miswrote) … (it is|it's|it should be|should be|is) …",
    'directory edit person … name:"…" always:yes',
  ],
  ['… is (spelled|spelt|written) …', 'directory edit person … name:"…" always:yes'],
  ['… (was|is) [only] an observer [not a member]', 'directory edit entity … kind:observer'],
  ['@ is [now|only] [an] observer [of the (compact|framework)]', 'directory edit entity @ kind:observer'],
  ['@ is [now|only] [a] member [of the (compact|framework)]', 'directory edit entity @ kind:member'],
  [
    '… (has left|left|retired|has retired|is leaving|no longer works here|is gone)',
    'directory retire person …',
  ],
]
