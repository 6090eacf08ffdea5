import { describe, expect, it } from 'vitest'

import { complete, type ValueCompletions } from '../../../../adapters/terminal/prompt/complete.ts'
import { type Catalog, everyone } from '../../../../src/core/catalog.ts'
import { option, required } from '../../../../src/core/option.ts'

describe('completion', () => {
  const spec = { access: everyone, audience: 'caller', examples: [], changes: false } as const
  const kind = option.choice({ about: 'Kind', choices: ['regular', 'briefing'] })
  const answer = option.choice({ about: 'Answer', choices: ['yes', 'no'], trailing: true })
  const meeting = required(option.meeting({ about: 'Which' }))
  const catalog: Catalog = [
    {
      name: 'meeting',
      about: 'Meetings',
      commands: [
        {
          ...spec,
          name: 'schedule',
          about: 'Plan',
          options: {
            title: option.text({ about: 'Title' }),
            kind,
            zone: option.zone({ about: 'Zone' }),
            section: option.section({ about: 'Section' }),
            owner: option.text({ about: 'Owner', names: ['entity', 'person'] }),
          },
        },
        {
          ...spec,
          name: 'find',
          about: 'Find',
          options: { owner: option.text({ about: 'Owner', names: ['entity', 'person'] }) },
        },
        {
          ...spec,
          name: 'rsvp',
          about: 'Answer',
          options: {
            meeting,
            answer,
            undoes: option.text({ about: 'As the button says', onlyPressed: true }),
          },
        },
        { ...spec, name: 'cancel', about: 'Cancel', options: { meeting }, confirm: 'Sure?' },
      ],
    },
    { name: 'help', about: 'Help', commands: [{ ...spec, name: '', about: 'Help', options: {} }] },
  ]

  const known: Readonly<Record<string, readonly string[]>> = {
    meeting: ['M3', 'M4'],
    zone: ['America/New_York'],
    section: ['key issues'],
    entity: ['CTED'],
    person: ['focal.cted@compact.example'],
  }
  const meant: ValueCompletions = async ({ kind, names }) => [
    ...(names ?? [kind]).flatMap((of) => (known[of] ?? []).map((value) => ({ label: value, value }))),
    ...(names ? [{ label: 'Lauren Daly, INTERPOL', value: 'focal.interpol@compact.example' }] : []),
  ]

  it.each([
    ['/me', ['/meeting '], '/me'],
    ['n', ['now '], 'n'],
    ['/n', [], '/n'],
    ['/meeting s', ['schedule '], 's'],
    ['meet sch', ['schedule '], 'sch'],
    ['/meeting schedule A title k', ['kind: '], 'k'],
    ['/meeting schedule A kind:r', ['kind:regular '], 'kind:r'],
    ['/meeting schedule A kind:regular k', [], 'k'],
    ['/meeting rsvp M3 y', ['yes '], 'y'],
    ['/meeting rsvp M3 u', [], 'u'],
    ['/meeting cancel M3 confirm:', ['confirm:yes ', 'confirm:no '], 'confirm:'],
    ['/help me', ['meeting '], 'me'],
    ['/help meeting sch', ['schedule '], 'sch'],
    ['/nothing x', [], 'x'],
    ['as foc', ['focal.cted@compact.example '], 'foc'],
    [
      '/meeting schedule A owner:',
      ['owner:CTED ', 'owner:focal.cted@compact.example ', 'owner:focal.interpol@compact.example '],
      'owner:',
    ],
    ['/meeting rsvp m', ['meeting: ', 'M3 ', 'M4 '], 'm'],
    ['/meeting rsvp M', ['M3 ', 'M4 '], 'M'],
    ['/meeting find CT', ['CTED '], 'CT'],
    ['/meeting find UN', [], 'UN'],
    ['/meeting find focal.C', ['focal.cted@compact.example '], 'focal.C'],
    ['/meeting find daly', ['focal.interpol@compact.example '], 'daly'],
    ['/meeting rsvp meeting:M', ['meeting:M3 ', 'meeting:M4 '], 'meeting:M'],
    ['/meeting schedule A zone:new', ['zone:America/New_York '], 'zone:new'],
    ['/meeting schedule A section:"key i', ['section:"key issues" '], 'section:"key i'],
    ['/meeting schedule A place:x', [], 'place:x'],
  ])('goes on from %j', async (line, hits, part) => {
    const [found, replaced] = await complete(catalog, line, meant)
    expect(found.map((hit) => (hit.endsWith(':') ? `${hit} ` : hit))).toEqual(hits)
    expect(replaced).toBe(part)
  })
})
