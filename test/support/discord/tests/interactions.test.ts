import { describe, expect, test } from 'vitest'

import { places } from '../far/defaults.ts'
import { autocomplete } from '../sent/interactions.ts'
import { submit } from '../sent/presses.ts'
import { form, lastModal } from './answering.ts'
import { saying } from './asking.ts'
import { by, ephemeral, fakeDiscord, now } from './fakeDiscord.ts'

const refusal = (status: number, code: number) => ({ status, body: { code } })
const { clock, far, call, answer, hook, original, help } = await fakeDiscord()

describe('a first answer', () => {
  test('is taken once', async () => {
    const asked = help()

    expect(await answer(asked, { type: 4, data: saying('Hello') })).toMatchObject({ status: 204 })
    expect(far.messages).toMatchObject([{ interaction: asked['id'], ephemeral: false, loading: false }])
    expect(await answer(asked, { type: 4, data: saying('Again') })).toMatchObject(refusal(400, 40_060))
    expect(far.problems).toEqual([])
  })

  test('tells of what it made, where that is asked for', async () => {
    const response = await answer(help(), { type: 5, data: ephemeral }, '?with_response=true')

    expect(response).toMatchObject({
      status: 200,
      body: {
        interaction: { response_message_loading: true, response_message_ephemeral: true },
        resource: { type: 5, message: { flags: 64 | 128 } },
      },
    })
  })

  test('comes within three seconds of the asking', async () => {
    const asked = help()
    clock.set(new Date(now.getTime() + 3_001))

    expect(await answer(asked, { type: 4, data: saying('Late') })).toMatchObject(refusal(404, 10_062))
    expect(await answer({ id: '1', token: 'x' }, { type: 4, data: saying('To nothing') })).toMatchObject(
      refusal(404, 10_062),
    )
    expect(far.messages).toEqual([])
  })

  test('is of a kind that fits', async () => {
    const modal = { type: 9, data: form }
    expect(await answer(help(), modal)).toMatchObject({ status: 204 })
    const sent = submit(far, lastModal(far), { title: 'A plan' })
    expect(await answer(sent, modal)).toMatchObject(refusal(400, 50_035))
    expect(await answer(sent, { type: 7, data: saying('No message to change') })).toMatchObject({
      status: 400,
    })
    expect(await answer(help(), { type: 8, data: { choices: [] } })).toMatchObject({ status: 400 })
    const typing = autocomplete(far, { command: 'wg show', focused: 'wg', options: { wg: 'E' }, by })
    expect(await answer(typing, { type: 5 })).toMatchObject({ status: 400 })
    const choices = [{ name: 'ETCIP', value: 'ETCIP' }]
    expect(await answer(typing, { type: 8, data: { choices } })).toMatchObject({ status: 204 })
    expect(far.interactions.choices.get(String(typing['id']))).toEqual(choices)
  })
})

describe('what follows', () => {
  test('waits for the first answer, and ends after a quarter of an hour', async () => {
    const asked = help()
    expect(await call('POST', hook(asked), saying('Early'))).toMatchObject(refusal(404, 10_015))
    expect(await call('PATCH', original(asked), saying('Early'))).toMatchObject(refusal(404, 10_015))
    await answer(asked, { type: 5 })
    clock.set(new Date(now.getTime() + 15 * 60_000))
    expect(await call('PATCH', original(asked), saying('Just in time'))).toMatchObject({ status: 200 })
    clock.set(new Date(now.getTime() + 15 * 60_000 + 1))
    expect(await call('PATCH', original(asked), saying('Late'))).toMatchObject(refusal(401, 50_027))
    expect(await call('POST', '/webhooks/1/x', saying('Who?'))).toMatchObject(refusal(401, 50_027))
  })

  test('becomes the answer that was put off, for whom it was put off; the next is on its own', async () => {
    const asked = help()
    await answer(asked, { type: 5, data: ephemeral })
    await call('POST', hook(asked), saying('For you'))
    await call('POST', hook(asked), saying('For all'))

    expect(far.messages).toMatchObject([
      { body: { content: 'For you' }, ephemeral: true, onlyFor: by, loading: false },
      { body: { content: 'For all' }, ephemeral: false },
    ])
  })

  test('keeps who sees it when it is changed', async () => {
    const asked = help()
    await answer(asked, { type: 4, data: saying('Mine', ephemeral) })
    await call('PATCH', original(asked), saying('Still mine'))
    const [message] = far.messages

    expect(message).toMatchObject({ body: { content: 'Still mine' }, ephemeral: true })
    expect(await call('GET', `/channels/${places.channel}/messages/${message?.id}`)).toMatchObject(
      refusal(404, 10_008),
    )
    expect(await call('GET', original(asked))).toMatchObject({ body: { flags: 64 } })
  })

  test('is a message of its own once what was put off was taken away', async () => {
    const asked = help()
    await answer(asked, { type: 5, data: ephemeral })

    expect(await call('DELETE', original(asked))).toMatchObject({ status: 204 })
    expect(await call('PATCH', original(asked), saying('Gone'))).toMatchObject(refusal(404, 10_008))
    const response = await call('POST', hook(asked), saying('For all'))
    expect(far.messages).toMatchObject([{ ephemeral: false, body: { content: 'For all' } }])
    const mine = hook(asked, `/messages/${String(response.body['id'])}`)
    expect(await call('PATCH', mine, saying('Changed'))).toMatchObject({ status: 200 })
    expect(await call('DELETE', mine)).toMatchObject({ status: 204 })
  })
})
