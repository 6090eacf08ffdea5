import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { violations } from '../../../support/slack/limits.ts'
import { object } from '../../../support/slack/payloads.ts'
import { type SlackWorld, slackWorld, users } from '../../../support/slack/world.ts'

let here: SlackWorld

beforeAll(async () => {
  here = await slackWorld()
  await here.command('/meeting', 'schedule Quarterly wg:ETCIP start:"12 Dec 14:30"', { user: users.interpol })
  await here.command('/newsletter', 'open Nov-Dec 2026 closes:"5 Jan 2027"', { user: users.secretariat })
  await here.settle()
})

beforeEach(() => here.far.clear())

afterAll(() => here.end())

const open = (user: string) => here.tell('app_home_opened', { user }, { user })

function homeOf(user: string): string {
  return JSON.stringify(here.far.homes.get(`T1:${user}`) ?? {})
}

describe('the home tab', () => {
  test('shows a chair their meetings, their groups and the open newsletter, within Slack’s limits', async () => {
    await open(users.interpol)

    const blocks = object(here.far.homes.get(`T1:${users.interpol}`))['blocks']
    expect(homeOf(users.interpol)).toContain('Quarterly')
    expect(homeOf(users.interpol)).toContain('Your working groups')
    expect(homeOf(users.interpol)).toContain('Post an update')
    expect(homeOf(users.interpol)).not.toContain('Updates to triage')
    expect(violations(Array.isArray(blocks) ? blocks : [])).toEqual([])
  })

  test('is put anew for those who look at it when something changes, once for many changes', async () => {
    await open(users.secretariat)
    here.far.clear()
    for (const text of [
      'CTED held a workshop on 3 November 2026.',
      'CTED held a course on 4 November 2026.',
    ]) {
      await here.command('/update', `post "${text}"`, { user: users.cted })
    }
    await expect.poll(() => here.far.callsOf('views.publish').length).toBe(1)
    await new Promise((resolve) => setTimeout(resolve, 1_800))

    expect(here.far.callsOf('views.publish')).toHaveLength(1)
    expect(homeOf(users.secretariat)).toContain('Updates to triage')
    expect(homeOf(users.secretariat)).toContain('CTED held a course')
  })

  test('takes a press, and says on top what it led to', async () => {
    await open(users.interpol)
    await here.press(object(here.far.homes.get(`T1:${users.interpol}`)), 'Yes', 'home', {
      user: users.interpol,
    })

    expect(homeOf(users.interpol)).toMatch(/You said .*yes.*M1 Quarterly.*My next meetings/)
  })

  test('shows what a press only reads in a view of its own', async () => {
    await open(users.interpol)
    await here.press(object(here.far.homes.get(`T1:${users.interpol}`)), 'All meetings', 'home', {
      user: users.interpol,
    })

    expect(JSON.stringify(here.far.callsOf('views.open').at(-1)?.args)).toContain('1 meeting')
  })

  test('tells a guest why there is nothing, and nobody’s business', async () => {
    await open(users.guest)

    expect(homeOf(users.guest)).toContain('guest')
    expect(homeOf(users.guest)).not.toContain('Quarterly')
  })

  test('tells somebody who is not linked how to be', async () => {
    here.far.addUser('T1', { id: 'U77', email: 'nobody@elsewhere.example', realName: 'nobody' })
    await open('U77')

    expect(homeOf('U77')).toContain('Link my account')
    expect(homeOf('U77')).not.toContain('Quarterly')
  })

  test('is not put for those who look at something else', async () => {
    await here.tell('app_home_opened', { user: users.unodc, tab: 'messages' }, { user: users.unodc })

    expect(here.far.callsOf('views.publish')).toEqual([])
  })
})
