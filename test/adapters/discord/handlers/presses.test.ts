import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { block, button, message } from '../../../../src/core/message.ts'
import type { Posted } from '../../../support/discord/far/asked.ts'
import { places } from '../../../support/discord/far/defaults.ts'
import { displayed } from '../../../support/discord/rules/limits.ts'
import { labelsIn } from '../../../support/discord/sent/presses.ts'
import { type Role, users } from '../../../support/discord/world/people.ts'
import type { Turn } from '../../../support/discord/world/speaking.ts'
import { type DiscordWorld, discordWorld } from '../../../support/discord/world/world.ts'

let here: DiscordWorld
let shared: Posted

beforeAll(async () => {
  here = await discordWorld()
  shared = await schedule('Quarterly')
})

beforeEach(() => here.far.clear())

afterAll(() => here.end())

async function schedule(title: string): Promise<Posted> {
  const options = { title, wg: 'ETCIP', start: '12 Dec 14:30' }
  return existing((await here.slash('interpol', 'meeting schedule', options)).posted)
}

function existing(posted: Posted | undefined): Posted {
  if (!posted) throw new Error('nothing was said')
  return posted
}

/** What followed the answer to a press, once it is there. */
async function followed({ interaction }: Turn): Promise<Posted> {
  const found = () => here.far.messages.find((one) => one.interaction === interaction['id'])
  await expect.poll(found).toBeDefined()
  return existing(found())
}

const shows = ({ body }: Posted) => displayed(body).text

async function answerOf(role: Role, meeting = 1): Promise<string | undefined> {
  const { rows } = await here.database.store.pool.query(
    `select response from invitations i join identities a on a.person_id = i.person_id
     where i.meeting_id = $1 and a.account = $2`,
    [meeting, users[role].id],
  )
  return rows[0]?.response
}

describe('a press on the shared card', () => {
  test('shows the counts in the card at once, and tells its presser alone what was done', async () => {
    const first = await here.press(shared, 'Yes', 'interpol')
    const counted = shows(shared)
    const second = await here.press(shared, 'No', 'cted')
    const [posted, other] = [await followed(first), await followed(second)]

    expect(first.answeredWith).toBe(7)
    expect(counted).toContain('Answers: 1 yes, 0 maybe, 0 no')
    expect(shows(shared)).toContain('Answers: 1 yes, 0 maybe, 1 no')
    expect(posted).toMatchObject({ ephemeral: true, onlyFor: users.interpol.id })
    expect(shows(posted)).toContain('You said yes to M1 Quarterly')
    expect(other.onlyFor).toBe(users.cted.id)
    expect([shared.ephemeral, shared.channel]).toEqual([false, places.channel])
    expect(here.far.problems).toEqual([])
  })

  test.each([
    ['who is not invited', 'opcw', 'not invited'],
    ['whose account is not linked', 'guest', 'I do not know you yet'],
  ] as const)('by somebody %s is refused to them alone, and the card stays as it is', async (_, by, why) => {
    const before = shows(shared)
    const refused = await here.press(shared, 'Yes', by)

    expect(existing(refused.posted)).toMatchObject({ ephemeral: true, onlyFor: users[by].id })
    expect(shows(existing(refused.posted))).toContain(why)
    expect(shows(shared)).toBe(before)
    expect(here.far.problems).toEqual([])
  })

  test('is heard as often as it says something else', async () => {
    for (const label of ['Maybe', 'No', 'Maybe']) await here.press(shared, label, 'interpol')

    expect(await answerOf('interpol')).toBe('maybe')
    expect(shows(shared)).toContain('1 maybe')
    expect(here.far.problems).toEqual([])
  })

  test('of a meeting that was cancelled says so, and the card shows it', async () => {
    const other = await schedule('Cancelled')
    await here.bot.settle({ ticks: false })
    await here.slash('interpol', 'meeting cancel', { meeting: 'M2' }).then(async ({ posted }) => {
      await here.press(posted, 'Yes, go ahead', 'interpol')
    })
    await expect.poll(() => shows(other)).toContain('cancelled')

    expect(labelsIn(other)).not.toContain('Yes')
    expect(here.far.problems).toEqual([])
  })
})

describe('a press in a direct message', () => {
  async function invitation(role: Role): Promise<Posted> {
    await here.settle()
    const direct = here.far.directOf(users[role].id)
    const found = () =>
      here.far.messages.find((one) => one.channel === direct && shows(one).includes('Quarterly'))
    await expect.poll(found).toBeDefined()
    return existing(found())
  }

  test('puts what was done in place of the invitation', async () => {
    const posted = await invitation('unodc')
    const before = here.far.messages.length
    const pressed = await here.press(posted, 'Yes', 'unodc')

    expect(pressed.answeredWith).toBe(7)
    expect(shows(posted)).toContain('You said yes to M1 Quarterly')
    expect(here.far.messages).toHaveLength(before)
    expect(await answerOf('unodc')).toBe('yes')
    expect(here.far.problems).toEqual([])
  })

  test('that takes an answer back and gives it again is heard each time', async () => {
    const posted = await invitation('secretariat')
    await here.press(posted, 'Yes', 'secretariat')
    await here.press(posted, 'Change to no', 'secretariat')
    await here.press(posted, 'Undo: back to yes', 'secretariat')

    expect(shows(posted)).toContain('You said yes')
    expect(await answerOf('secretariat')).toBe('yes')
    expect(here.far.problems).toEqual([])
  })
})

describe('a button', () => {
  test.each([
    ['', 'This button is too old'],
    ['x', 'This button is too old'],
    ['b0~', 'This button is too old'],
    ['b0~0|what', 'This button is too old'],
    ['k0~meeting:1~1|no such', 'There is no command /no such any more'],
    ['n~x~1~~update post', 'This form is too old'],
    ['f~x~0~~update post', 'This button is too old'],
  ])('that carries “%s” is told privately: %s', async (customId, text) => {
    const row = { type: 1, components: [{ type: 2, style: 2, label: 'Old', custom_id: customId }] }
    const old = here.far.write(users.secretariat.id, places.channel, 'Before', { components: [row] })
    const pressed = await here.press(old, 'Old', 'interpol')

    expect(existing(pressed.posted).ephemeral).toBe(true)
    expect(shows(existing(pressed.posted))).toContain(text)
    expect(here.far.problems).toEqual([])
  })

  test('of a question does what was asked, and the question goes', async () => {
    await schedule('Asked')
    const asked = await here.slash('interpol', 'meeting cancel', { meeting: 'Asked' })
    const question = existing(asked.posted)
    const before = shows(question)
    const confirmed = await here.press(question, 'Yes, go ahead', 'interpol')
    const posted = await followed(confirmed)

    expect(question.ephemeral).toBe(true)
    expect(before).toContain('Nothing has been changed yet')
    expect(shows(question)).not.toContain('Nothing has been changed yet')
    expect(labelsIn(question)).toEqual([])
    expect(posted.ephemeral).toBe(false)
    expect(shows(posted)).toMatch(/Cancelled.*Asked/)
    expect(here.far.problems).toEqual([])
  })

  test('of a command that opens a form opens it', async () => {
    const listed = await here.slash('interpol', 'meeting show', { meeting: 'M1' })
    const again = await here.press(
      await here.slash('opcw', 'meeting rsvp', { meeting: 'M1', answer: 'yes' }).then(({ posted }) => posted),
      'Edit again',
      'opcw',
    )

    expect(labelsIn(existing(listed.posted)).length).toBeGreaterThan(0)
    expect(again.modal).toBeDefined()
    expect(here.far.problems).toEqual([])
  })
})

describe('a list of what may be done', () => {
  test('does what is chosen from it, as its button would', async () => {
    const { dispatch } = here.bot
    const many = Array.from({ length: 12 }, (_, at) =>
      button(`No. ${at}`, 'help', { feature: `meeting${at}` }),
    )
    Object.assign(here.bot, {
      dispatch: async () => ({
        outcome: 'done',
        audience: 'caller',
        message: message('Which one?', block.buttons(...many)),
      }),
    })
    const offered = await here.slash('cted', 'help')
    Object.assign(here.bot, { dispatch })
    const chosen = await here.press(offered.posted, 'No. 11', 'cted')

    expect(chosen.all.map(({ body }) => displayed(body).text).join()).toContain('meeting11')
  })
})
