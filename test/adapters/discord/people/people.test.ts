import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createDiscord } from '../../../../adapters/discord/index.ts'
import { features } from '../../../../commands/index.ts'
import { createBot } from '../../../../src/bot/bot.ts'
import type { Letter } from '../../../../src/core/feature/notice.ts'
import { createLog } from '../../../../src/process/log.ts'
import { createServer } from '../../../../src/process/server.ts'
import type { Posted } from '../../../support/discord/far/asked.ts'
import { places } from '../../../support/discord/far/defaults.ts'
import { displayed } from '../../../support/discord/rules/limits.ts'
import { labelsIn } from '../../../support/discord/sent/presses.ts'
import { type Role, users } from '../../../support/discord/world/people.ts'
import { bringing, type Speaking } from '../../../support/discord/world/speaking.ts'
import { type DiscordWorld, discordWorld } from '../../../support/discord/world/world.ts'

let here: DiscordWorld
beforeEach(async () => {
  here = await discordWorld()
})
afterEach(() => here.end())

const shows = (posted: Posted | undefined) => displayed(posted?.body).text
const email = 'focal.iom@compact.example'

const inDirect = (role: Role) =>
  here.far.messages.filter((one) => one.channel === here.far.directOf(users[role].id)).map(shows)

async function linked(): Promise<readonly { via: string; zone: string; zone_from: string }[]> {
  const { rows } = await here.database.store.pool.query(
    `select i.via, p.zone, p.zone_from, i.tenant from identities i join people p on p.id = i.person_id
     where i.platform = 'discord' and i.account = $1`,
    [users.guest.id],
  )
  return rows
}

describe('somebody who is not linked', () => {
  test('is told how to be, privately, and can ask for nothing else', async () => {
    const turn = await here.slash('guest', 'meeting list')
    const shown = await here.slash('guest', 'profile show')
    const help = await here.slash('guest', 'help')

    for (const { posted } of [turn, shown]) {
      expect(shows(posted)).toContain('I do not know you yet')
      expect(labelsIn(posted ?? never())).toContain('Link my account')
    }
    for (const { posted } of [turn, shown, help]) expect(posted).toMatchObject({ ephemeral: true })
    expect(shows(help.posted)).toContain('/profile link')
    expect(here.far.problems).toEqual([])
  })

  test('opens the form by the button, and is linked once the secretariat confirms, and told so', async () => {
    const turn = await here.slash('guest', 'meeting list')
    const { modal } = await here.press(turn.posted, 'Link my account', 'guest')
    const asked = await here.submit(modal, { email })
    await here.settle()
    const request = here.far.messages.find((one) => labelsIn(one).includes('Confirm'))
    const wanted = shows(request)
    const before = await linked()
    await here.press(request, 'Confirm', 'secretariat')
    await here.settle()
    await expect.poll(() => inDirect('guest').join('\n')).toContain('is linked')
    const shown = await here.slash('guest', 'profile show')

    expect(shows(asked.posted)).toContain('the secretariat is asked')
    expect(wanted).toContain('GUEST')
    expect(wanted).toContain('met in the server')
    expect(before).toEqual([])
    expect(await linked()).toMatchObject([{ via: 'secretariat', tenant: '-' }])
    expect(shows(shown.posted)).toContain('IOM focal point')
    expect(here.far.problems).toEqual([])
  })

  test('is linked by the code that comes by e-mail, which works for nobody else', async () => {
    const letters: Letter[] = []
    const post = await byPost(letters)
    await post.speaking.slash('guest', 'profile link', { email })
    await expect.poll(() => letters).toHaveLength(1)
    const code = /Your code: (\d{6})/.exec(letters[0]?.text ?? '')?.[1] ?? ''
    const other = await post.speaking.slash('stranger', 'profile link', { email, code }, 'direct')
    const done = await post.speaking.slash('guest', 'profile link', { email, code })
    await post.end()

    expect(letters.map(({ to }) => to)).toEqual([email])
    expect(shows(other.posted)).toContain('wrong, used or too old')
    expect(done.posted?.ephemeral).toBe(true)
    expect(await linked()).toMatchObject([{ via: 'email-code' }])
    expect(here.far.problems).toEqual([])
  })
})

describe('a zone', () => {
  test('is chosen, and times are shown in it from then on', async () => {
    const { choices } = await here.type('unodc', 'profile timezone', { zone: 'tokyo' }, 'zone')
    await here.slash('unodc', 'profile timezone', { zone: choices[0]?.value ?? '' })
    const { posted } = await here.slash('unodc', 'profile show', {}, 'direct')

    expect(shows(posted)).toContain('Sat 21 Nov 2026, 21:00 Asia/Tokyo')
    expect(here.far.problems).toEqual([])
  })
})

describe('where only some servers may use the bot', () => {
  test('another one is refused privately, and somebody unknown in a direct message', async () => {
    const only = await here.replica({ guilds: [places.otherGuild] })
    const strict = bringing(here.far, only.base)
    const foreign = await strict.slash('interpol', 'meeting list')
    const known = await strict.slash('interpol', 'meeting list', {}, 'direct')
    const unknown = await strict.slash('guest', 'profile link', { email }, 'direct')
    const own = await strict.slash('stranger', 'help', {}, places.otherGuildChannel)

    expect(foreign.posted).toMatchObject({ ephemeral: true })
    expect(shows(foreign.posted)).toBe('This server is not among those that may use me.')
    expect(shows(known.posted)).toContain('meeting')
    expect(shows(unknown.posted)).toContain('I do not know you yet')
    expect(shows(own.posted)).toContain('Link your account with /profile link')
    expect(await linked()).toEqual([])
    expect(here.far.problems).toEqual([])
  })

  test('a room command and a press from another one leave nothing in its channel', async () => {
    const options = { title: 'Quarterly', wg: 'ETCIP', start: '12 Dec 14:30' }
    const { posted } = await here.slash('interpol', 'meeting schedule', options)
    const before = shows(posted)
    const only = await here.replica({ guilds: [places.otherGuild] })
    const strict = bringing(here.far, only.base)
    const pressed = await strict.press(posted, 'Yes', 'interpol')
    const scheduled = await strict.slash('interpol', 'meeting schedule', options)

    for (const turn of [pressed, scheduled]) expect(turn.posted).toMatchObject({ ephemeral: true })
    expect(shows(posted)).toBe(before)
    expect(here.far.problems).toEqual([])
  })
})

/** A process that has a letter box. */
async function byPost(letters: Letter[]): Promise<{ readonly speaking: Speaking; end(): Promise<void> }> {
  const { store } = here.database
  const log = createLog('silent')
  const bot = createBot({
    features,
    store,
    clock: here.clock,
    log,
    mailer: async (letter) => void letters.push(letter),
  })
  const adapter = await createDiscord({ host: bot, settings: here.far.settings(), log })
  bot.join(adapter)
  await bot.start()
  await adapter.start()
  const means = { store, queueReady: () => bot.services.jobs.ready(), platforms: [adapter] }
  const server = await createServer(means, adapter.routes ? [adapter.routes] : [], log)
  const base = await server.listen(0, '127.0.0.1')
  return {
    speaking: bringing(here.far, base),
    async end() {
      await server.stop()
      await adapter.stop()
      await bot.stop()
    },
  }
}

function never(): never {
  throw new Error('nothing was said')
}
