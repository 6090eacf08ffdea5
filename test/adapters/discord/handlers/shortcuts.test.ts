import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'

import type { Posted } from '../../../support/discord/far/asked.ts'
import { places } from '../../../support/discord/far/defaults.ts'
import { displayed } from '../../../support/discord/rules/limits.ts'
import { messageCommand } from '../../../support/discord/sent/interactions.ts'
import { givenIn } from '../../../support/discord/sent/presses.ts'
import { type Role, users } from '../../../support/discord/world/people.ts'
import { type DiscordWorld, discordWorld } from '../../../support/discord/world/world.ts'
import { hurriedAnswerMs } from '../../../support/runner/answerWaits.ts'

let here: DiscordWorld

beforeAll(async () => {
  here = await discordWorld()
})

beforeEach(() => here.far.clear())

afterAll(() => here.end())

const label = 'Post as update'
const shows = (posted: Posted | undefined) => displayed(posted?.body).text

function wrote(words: string, channel: string = places.channel): Posted {
  return here.far.write(users.interpol.id, channel, words)
}

async function filled(words: string, by: Role = 'cted', channel?: string) {
  const { modal } = await here.shortcut(by, label, wrote(words, channel))
  if (!modal) throw new Error('no form was opened')
  return { modal, given: givenIn(modal) }
}

describe('“Post as update” in the menu of a message', () => {
  test('opens the form with what the message says and its address, and posts the update', async () => {
    const message = wrote('INTERPOL held a seminar on 3 May 2026.')
    const { modal } = await here.shortcut('cted', label, message)
    const step = await here.submit(modal)
    const done = await here.press(step.posted, 'Send it now', 'cted')

    expect(givenIn(modal ?? never())).toMatchObject({
      text: 'INTERPOL held a seminar on 3 May 2026.',
      link: `https://discord.com/channels/${places.guild}/${places.channel}/${message.id}`,
    })
    expect(shows(done.posted)).toMatch(/Posted U1\b/)
    expect(done.posted).toMatchObject({ ephemeral: true, onlyFor: users.cted.id })
    expect(here.far.problems).toEqual([])
  })

  test('used again on a message that was edited offers to change the update that came of it', async () => {
    const first = wrote('CTED opened a training centre in Doha on 4 May 2026.')
    const step = await here.submit((await here.shortcut('cted', label, first)).modal)
    await here.press(step.posted, 'Send it now', 'cted')
    const again = {
      ...first,
      body: { ...first.body, content: 'CTED opened a training centre in Doha on 5 May 2026.' },
    }
    const asked = await here.submit((await here.shortcut('cted', label, again)).modal)
    const question = await here.press(asked.posted, 'Send it now', 'cted')
    const [change = ''] = /Change U\d+ to this/.exec(JSON.stringify(question.posted)) ?? []
    const changed = await here.press(question.posted, change, 'cted')

    expect(shows(changed.posted)).toMatch(/Changed U\d+ \(version 2\)/)
    expect(here.far.problems).toEqual([])
  })

  test('takes names for those who are mentioned', async () => {
    const { given } = await filled(`<@${users.unodc.id}> met **all** of CTED, see <#${places.otherChannel}>`)

    expect(given['text']).not.toMatch(/<@|<#/)
    expect(given['text']).toContain('UNODC')
    expect(here.far.problems).toEqual([])
  })

  test('is told privately to need the account linked where it is not', async () => {
    const turn = await here.shortcut('guest', label, wrote('A seminar.'))

    expect(turn.modal).toBeUndefined()
    expect(turn.posted).toMatchObject({ ephemeral: true, onlyFor: users.guest.id })
    expect(shows(turn.posted)).toContain('I do not know you yet')
    expect(here.far.problems).toEqual([])
  })

  test('on a message without words opens the form without a text', async () => {
    const { given } = await filled('')

    expect(given['text']).toBe('')
    expect(here.far.problems).toEqual([])
  })

  test('on a message longer than an update says so when it is sent, and keeps it all', async () => {
    const words = 'A seminar. '.repeat(180).trim().slice(0, 1_999)
    const { modal } = await filled(`${words}!`)
    const longer = await here.submit(modal, { text: `${words}!` })
    const { modal: again } = await filled(words, 'cted', places.thread)

    expect(shows(longer.posted)).toContain('A seminar.')
    expect(givenIn(again)['link']).toContain(places.thread)
    expect(here.far.problems).toEqual([])
  })

  test('of which the form takes too long to open gives a button that opens it', async () => {
    const slow = await discordWorld({ timings: { answerMs: hurriedAnswerMs } })
    onTestFinished(() => slow.end())
    const { dispatch } = slow.bot
    const late: typeof dispatch = async (given) => {
      await new Promise((resolve) => setTimeout(resolve, 2 * hurriedAnswerMs))
      return dispatch(given)
    }
    Object.assign(slow.bot, { dispatch: late })
    const turn = await slow.shortcut(
      'cted',
      label,
      slow.far.write(users.interpol.id, places.channel, 'A late seminar.'),
    )
    Object.assign(slow.bot, { dispatch })
    const { modal } = await slow.press(turn.posted, 'Fill in the form', 'cted')

    expect(turn.posted).toMatchObject({ ephemeral: true })
    expect(givenIn(modal ?? never())).toMatchObject({ text: 'A late seminar.' })
    expect(slow.far.problems).toEqual([])
  })
})

test('an entry of a menu that is no more is told to be gone', async () => {
  const raw = messageCommand(here.far, { label, message: wrote('Old'), by: users.cted.id })
  const data = { ...(raw['data'] as object), name: 'Gone' }
  const turn = await here.bring({ ...raw, data })

  expect(shows(turn.posted)).toContain('This shortcut no longer exists.')
  expect(turn.posted?.ephemeral).toBe(true)
  expect(here.far.problems).toEqual([])
})

function never(): never {
  throw new Error('no form was opened')
}
