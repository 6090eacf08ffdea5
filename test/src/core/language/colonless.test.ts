import { describe, expect, test } from 'vitest'

import { withColons } from '../../../../src/core/language/colonless/withColons.ts'
import { type Options, option, required } from '../../../../src/core/option.ts'

const about = ''
const day = option.day({ about })
const short = option.text({ about, max: 100 })
const project = {
  title: required(option.text({ about, max: 300 })),
  lead: required(option.entity({ about })),
  partners: option.entities({ about }),
  budget: option.text({ about, max: 40 }),
  start: day,
  end: day,
  status: option.choice({ about, choices: ['planned', 'ongoing'] }),
}
const prose = option.text({ about, max: 2000, multiline: true })
const recommendation = {
  text: required(prose),
  country: required(option.text({ about, max: 80 })),
  theme: short,
  due: option.dueDay({ about }),
  owner: short,
}
const update = {
  text: required(prose),
  section: option.section({ about }),
  date: option.text({ about, max: 60 }),
  place: short,
  link: option.text({ about, max: 500 }),
}
const group = {
  wg: required(option.group({ about })),
  quorum: option.integer({ about }),
  pillar: option.choice({ about, choices: ['I', 'II'] }),
}
const meeting = {
  title: required(option.text({ about, max: 150 })),
  wg: required(option.groups({ about })),
  start: required(option.moment({ about })),
  duration: option.duration({ about }),
  place: short,
  link: option.text({ about, max: 500 }),
}

describe('options that are named without a colon at the end of a value', () => {
  const lines: readonly (readonly [Options, string, string])[] = [
    [
      project,
      'Border Training lead UNODC budget 200k from Jan 2027 to Dec 2027',
      'Border Training lead:UNODC budget:200k start:Jan 2027 end:Dec 2027',
    ],
    [project, '"Safe lead" lead UNODC status ongoing', '"Safe lead" lead:UNODC status:ongoing'],
    [project, 'Training lead:UNODC budget USD 2m', 'Training lead:UNODC budget:USD 2m'],
    [project, 'Training Lead UNODC, Budget: 5m', 'Training lead:UNODC Budget: 5m'],
    [project, 'Training, with lead UNODC and a', 'Training, with lead UNODC and a'],
    [project, 'Training with lead UNODC and budget of 200k', 'Training lead:UNODC budget:200k'],
    [project, 'Training lead UNODC partners IOM, WHO', 'Training lead:UNODC partners:IOM, WHO'],
    [
      recommendation,
      'Strengthen posts country Togo theme borders due 30 June 2027',
      'Strengthen posts country:Togo theme:borders due:30 June 2027',
    ],
    [recommendation, 'Draft a new law country Togo', 'Draft a new law country:Togo'],
    [recommendation, 'Draft a law due by Friday', 'Draft a law due:Friday'],
    [update, 'WHO met, link https://un.org/x, place Rome', 'WHO met link:https://un.org/x place:Rome'],
    [update, 'WHO met date 5 Nov section regional', 'WHO met date:5 Nov section:regional'],
    [group, 'ETCIP quorum 9 pillar II', 'ETCIP quorum:9 pillar:II'],
    [
      meeting,
      'Review wg ETCIP start Friday 10:00 duration 2 hours place Vienna',
      'Review wg:ETCIP start:Friday 10:00 duration:2 hours place:Vienna',
    ],
    [meeting, 'Review wg ETCIP Friday 10:00', 'Review wg:ETCIP Friday 10:00'],
  ]
  test.each(lines.map(([options, typed, read]) => ({ options, typed, read })))(
    '$typed',
    ({ options, typed, read }) => {
      expect(withColons(options, typed).line).toBe(read)
    },
  )
})

describe('ordinary English is left as it is', () => {
  const lines: readonly (readonly [Options, string])[] = [
    [project, 'Study of the lead role of UNODC'],
    [project, 'Support to lead UNODC'],
    [project, 'Review of budget 2027'],
    [project, 'Trade from May 2020 to June 2025'],
    [project, 'Training "with lead UNODC"'],
    [recommendation, 'Strengthen the host country Togo'],
    [recommendation, 'Strengthen the host country Togo due to weak institutions'],
    [recommendation, 'Strengthen the country strategy'],
    [recommendation, 'Review what is due Friday'],
    [recommendation, 'Support border theme parks'],
    [update, 'WHO set the start date 5 May for its country section'],
    [update, 'WHO held a meeting in a place of worship'],
    [update, 'WHO holds a forum. link https://un.org/x, place to be confirmed (18 Nov)'],
    [meeting, 'Meeting place of the future'],
  ]
  test.each(lines.map(([options, typed]) => ({ options, typed })))('$typed', ({ options, typed }) => {
    expect(withColons(options, typed)).toEqual({ line: typed, named: [] })
  })
})
