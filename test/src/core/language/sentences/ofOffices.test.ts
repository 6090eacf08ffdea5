import { describe, expect, test } from 'vitest'

import { features } from '../../../../../commands/index.ts'
import { offeredButtons } from '../../../../../src/core/language/offers/offered.ts'
import { lineOfSaying } from '../../../../../src/core/language/sentences/sayings.ts'

describe('what those who run a framework ask for in words of their own', () => {
  test.each([
    [
      'please put UNDP down as member of Gender from 1 December',
      'wg join entity:UNDP wg:Gender from:1 December',
    ],
    ['put IPU in ETCIP as co-chair', 'wg appoint role:co-chair entity:IPU wg:ETCIP'],
    ['create a working group on rail safety called RAIL', 'wg add name:"rail safety" acronym:RAIL'],
    [
      'add an entity: Rights Herald Association, acronym RHA',
      'directory add entity Rights Herald Association, acronym RHA',
    ],
    [
      'add Ines Duarte, ines@rha.example, Rights Herald Association',
      'directory add person Ines Duarte email:ines@rha.example entity:"Rights Herald Association"',
    ],
    ['who was chair of ETCIP before INTERPOL', 'wg history ETCIP'],
    ['can you print the list of observers', 'directory list kind:observer'],
    ['what changed in the directory this month', 'directory audit in:"this month"'],
    ['who do we still have to chase for the newsletter', 'newsletter status'],
    ['has UNODC sent its input', 'update list entity:UNODC'],
    ['send UNDP a gentle reminder about their input', 'newsletter nudge UNDP'],
    ['how are we doing with the issue', 'newsletter status'],
    ['print it as word', 'newsletter export format:"word"'],
    ['send me the html', 'newsletter export format:"html"'],
    ['add press@rha.example to the mailing list', 'newsletter subscribers add press@rha.example'],
    ['mark U1 as accepted', 'update accept U1'],
    ['keep U4 for next time', 'update hold-over U4'],
    ['change Rome to Milan in U2', 'update edit U2 replace Rome by Milan'],
    ['show me all updates about drones', 'update list words:"drones"'],
    ['let INTERPOL chair PCVE until March', 'wg appoint role:chair entity:INTERPOL wg:PCVE to:March'],
    ['who approved U1', 'update show U1'],
    ['print U1 as it is', 'update accept U1'],
    ['take U1', 'update accept U1'],
    ['take 15', 'meeting note text:"Break of 15 minutes"'],
    ['take 7 minutes', 'meeting note text:"Break of 7 minutes"'],
    ['rename our newsletter to The Herald', 'newsletter plan name The Herald'],
    ['has anyone posted about Nairobi', 'update list words:"Nairobi"'],
    ['who left in 2022', 'directory list left:"2022"'],
    ['who left ETCIP this year', 'directory list left:"this year" group:ETCIP'],
    ['who left this year in ETCIP', 'directory list left:"this year" group:ETCIP'],
    ['who left in 2022 in ETCIP', 'directory list left:"2022" group:ETCIP'],
  ])('“%s” means %s', (typed, line) => {
    expect(lineOfSaying(features, typed)).toBe(line)
  })

  test.each([
    ['IPU is the new co-chair of ETCIP as of Monday', '/wg appoint role:co-chair entity:IPU wg:ETCIP…'],
    ['RHA chairs RAIL', '/wg appoint role:chair entity:RHA wg:RAIL'],
    ['Ines is the focal point of RHA', '/directory edit person Ines entity:RHA title:"Focal point"'],
    ['the acronym of CGS should be CGSO', '/directory edit entity CGS acronym:CGSO'],
    ['U2 is a duplicate of U1', '/update merge U2 into:U1'],
    ['the deadline is now 21 December', '/newsletter extend 21 December'],
    ['our newsletter is called The Herald', '/newsletter plan name The Herald'],
    ['name our newsletter The Herald', '/newsletter plan name The Herald'],
    ['UNODC cannot come to M1', '/meeting show M1'],
  ])('“%s” may be told as well, so that %s is offered and not done', (typed, label) => {
    expect(lineOfSaying(features, typed)).toBeUndefined()
    expect(offeredButtons(features, typed).map((one) => one.label)).toEqual([label])
  })

  test('who has not answered is asked of the next meeting and of the newsletter', () => {
    expect(offeredButtons(features, 'who has not answered').map(({ command }) => command)).toEqual([
      'meeting attendees',
      'newsletter status',
    ])
  })

  test.each([
    'call the newsletter editor tomorrow at 3pm',
    'have the team lead the discussion on drones',
    'let us lead the way',
    'print U1',
    'make rail a whole day',
  ])('“%s” may be meant otherwise, and nothing is done', (typed) => {
    expect(lineOfSaying(features, typed)).toBeUndefined()
  })

  test('what names a feature first is no sentence that is told', () => {
    expect(offeredButtons(features, 'directory who is the chair of ETCIP')).toEqual([])
  })
})
