import { describe, expect, test } from 'vitest'

import { app, places } from '../far/defaults.ts'
import { ping } from '../sent/common.ts'
import { messageCommand, slash } from '../sent/interactions.ts'
import { givenIn, press, submit } from '../sent/presses.ts'
import { users } from '../world/people.ts'
import { form, lastModal, row } from './answering.ts'
import { saying } from './asking.ts'
import { by, ephemeral, fakeDiscord } from './fakeDiscord.ts'

const { far, call, answer, original, help } = await fakeDiscord()

describe('what is sent', () => {
  test('is of a member in a server, and of a user in a direct message', () => {
    expect(help({ where: places.thread })).toMatchObject({
      ...{ type: 2, guild_id: places.guild, channel_id: places.thread, context: 0, locale: 'fr' },
      ...{ member: { user: { id: by, username: 'cted' }, roles: [] }, channel: { type: 11 } },
      data: { name: 'help', type: 1, options: [] },
    })
    const direct = help({ where: 'direct' })
    expect(direct).toMatchObject({ user: { id: by }, context: 1, channel: { type: 1 } })
    expect(direct['member']).toBeUndefined()
    expect(direct['guild_id']).toBeUndefined()
    expect(ping(far)).toMatchObject({ type: 1, application_id: app.id })
  })

  test('has its options as they are registered', async () => {
    const options = [
      { type: 3, name: 'title', description: 'What about', required: true },
      { type: 4, name: 'minutes', description: 'How long' },
      { type: 5, name: 'open', description: 'For all' },
    ]
    const command = {
      ...{ type: 1, name: 'meeting', description: 'Meetings' },
      options: [{ type: 1, name: 'plan', description: 'Plans one', options }],
    }
    await call('PUT', `/applications/${app.id}/commands`, [command])
    const plan = (given: Readonly<Record<string, string>>, more: object = {}) =>
      slash(far, { command: 'meeting plan', options: given, by, ...more })

    expect(plan({ title: 'A', minutes: '90', open: 'yes' })['data']).toMatchObject({
      name: 'meeting',
      options: [
        {
          ...{ type: 1, name: 'plan' },
          options: [
            { name: 'title', type: 3, value: 'A' },
            { name: 'minutes', type: 4, value: 90 },
            { name: 'open', type: 5, value: true },
          ],
        },
      ],
    })
    expect(() => plan({ minutes: '90' })).toThrow(/without title/)
    expect(() => plan({ title: 'A', other: 'B' })).toThrow(/no option other/)
    expect(() => plan({ minutes: '90' }, { loose: true })).not.toThrow()
    expect(() => slash(far, { command: 'meeting', by })).toThrow(/sub-commands/)
    expect(() => slash(far, { command: 'nothing', by })).toThrow(/registered/)
    await call('PUT', `/applications/${app.id}/commands`, [])
    far.commands.clear()
  })

  test('has the message that was meant, as it stands', async () => {
    const written = far.write(users.interpol.id, places.channel, 'Look at this')
    const asked = messageCommand(far, { label: 'Post as update', message: written, by })
    expect(asked['data']).toMatchObject({
      ...{ type: 3, name: 'Post as update', target_id: written.id },
      resolved: { messages: { [written.id]: { content: 'Look at this' } } },
    })
    await answer(asked, { type: 4, data: saying('Do you?', { ...ephemeral, components: [row] }) })
    const [, message] = far.messages
    if (!message) throw new Error('nothing was said')
    const pressed = press(far, message, 'Yes', { by })

    expect(pressed).toMatchObject({
      ...{ type: 3, data: { custom_id: '1|meeting rsvp|meeting=M1', component_type: 2 } },
      message: { id: message.id, flags: 64 },
    })
    expect(() => press(far, message, 'Yes', { by: users.interpol.id })).toThrow(/do not see/)
    expect(await answer(pressed, { type: 6 })).toMatchObject({ status: 204 })
    expect(await call('PATCH', original(pressed), saying('Done'))).toMatchObject({ status: 200 })
    expect(far.messages[1]?.body).toMatchObject({ content: 'Done', components: [] })
  })

  test('of a form is what stood in it and what was put in', async () => {
    await answer(help(), { type: 9, data: form })
    const modal = lastModal(far)

    expect(givenIn(modal)).toEqual({ title: '', kind: 'one' })
    expect(submit(far, modal, { title: 'A plan' })).toMatchObject({
      ...{ type: 5, member: { user: { id: by } } },
      data: {
        custom_id: 'f|1',
        components: [
          { type: 18, component: { type: 4, custom_id: 'title', value: 'A plan' } },
          { type: 18, component: { type: 3, custom_id: 'kind', values: ['one'] } },
        ],
      },
    })
    expect(submit(far, modal, { title: 'A', kind: [] })['data']).toMatchObject({
      components: [{}, { component: { values: [] } }],
    })
    expect(() => submit(far, modal)).toThrow(/required/)
    expect(() => submit(far, modal, { title: 'far too long for it' })).toThrow(/too long/)
    expect(() => submit(far, modal, { title: 'A', kind: 'three' })).toThrow(/offers/)
  })
})
