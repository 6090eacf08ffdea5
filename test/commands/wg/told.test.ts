import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { focal, secretariat, type World, world } from '../../support/world.ts'
import { type Told, toldBy } from './toldBy.ts'

describe('a change of who sits in a group', () => {
  let here: World
  beforeAll(async () => {
    here = await world({ now: '2026-11-23T09:00:00Z' })
    await here.say(secretariat, '/directory add person Cy Ode email:cy@undp.example entity:UNDP')
  })
  afterAll(() => here.end())

  const chair = focal('interpol')
  const by = ', by a change of Compact Secretariat.'

  test.each<[line: string, told: Told]>([
    [
      '/wg appoint ETCIP role:chair entity:WHO',
      [
        [
          chair,
          `You do not lead ETCIP any more from 23 Nov 2026 on${by} INTERPOL is a member of ETCIP from 23 Nov 2026 on.`,
        ],
        [focal('who'), `You lead ETCIP from 23 Nov 2026 on${by}`],
      ],
    ],
    [
      '/wg undo',
      [
        [chair, `You lead ETCIP again, as before 23 Nov 2026${by}`],
        [focal('who'), `You do not lead ETCIP any more from 23 Nov 2026 on${by}`],
      ],
    ],
    [
      '/wg appoint ETCIP role:chair entity:WHO from:2027-01-01',
      [
        [
          chair,
          `You do not lead ETCIP any more from 1 Jan 2027 on${by} INTERPOL is a member of ETCIP from 1 Jan 2027 on.`,
        ],
        [focal('who'), `You lead ETCIP from 1 Jan 2027 on${by}`],
      ],
    ],
    [
      '/wg undo',
      [
        [chair, `You go on leading ETCIP beyond 31 Dec 2026${by}`],
        [focal('who'), `You do not come to lead ETCIP on 1 Jan 2027${by}`],
      ],
    ],
    [
      '/wg appoint ETCIP role:vice-chair entity:WHO from:2027-01-01 to:2027-03-31',
      [[focal('who'), `WHO is vice-chair of ETCIP from 1 Jan 2027 to 31 Mar 2027${by}`]],
    ],
    [
      '/wg join ETCIP entity:"IOM, OPCW"',
      [
        [focal('iom'), `IOM is a member of ETCIP from 23 Nov 2026 on${by}`],
        [focal('opcw'), `OPCW is a member of ETCIP from 23 Nov 2026 on${by}`],
      ],
    ],
    [
      '/wg join ETCIP entity:IOM as:observer from:2026-12-01',
      [
        [
          focal('iom'),
          `IOM is an observer of ETCIP from 1 Dec 2026 on${by} IOM is no longer a member of ETCIP from 1 Dec 2026 on.`,
        ],
      ],
    ],
    [
      '/wg leave ETCIP entity:OPCW confirm:yes',
      [[focal('opcw'), `OPCW is no longer a member of ETCIP from 23 Nov 2026 on${by}`]],
    ],
    ['/wg undo', [[focal('opcw'), `OPCW is a member of ETCIP from 23 Nov 2026 on${by}`]]],
    [
      '/wg appoint ETCIP role:member entity:UNDP person:"Cy Ode"',
      [
        ['cy@undp.example', `You stand for UNDP as a member of ETCIP from 23 Nov 2026 on${by}`],
        [focal('undp'), `You no longer stand for UNDP as a member of ETCIP from 23 Nov 2026 on${by}`],
      ],
    ],
    [
      '/wg undo',
      [
        ['cy@undp.example', `You no longer stand for UNDP as a member of ETCIP from 23 Nov 2026 on${by}`],
        [focal('undp'), `You stand for UNDP as a member of ETCIP again, as before 23 Nov 2026${by}`],
      ],
    ],
    [
      '/wg release BMLE role:co-chair entity:WCO confirm:yes',
      [[focal('wco'), `You do not lead BMLE any more from 23 Nov 2026 on${by}`]],
    ],
  ])('is told to those whom it concerns and to nobody else: %s', async (line, expected) => {
    const { told, answer } = await toldBy(here, line)
    expect(told).toEqual([...expected].sort(([a], [b]) => a.localeCompare(b)))
    expect(answer).toContain(expected.length === 1 ? ' is told.' : ' are told.')
  })

  test('is remarked on where an entity leads the group in another role too, on the same days', async () => {
    const said =
      /INTERPOL is chair of ETCIP on some of these days too; \/wg release ETCIP role:chair entity:INTERPOL/
    const doubled = await here.say(secretariat, '/wg appoint ETCIP role:co-chair entity:INTERPOL')
    expect(doubled.text).toMatch(said)
    for (const line of [
      '/wg appoint ETCIP role:co-chair entity:WCO',
      '/wg appoint BMLE role:co-chair entity:IOM',
    ])
      expect((await toldBy(here, line)).answer, line).not.toContain('on some of these days too')
  })
})
