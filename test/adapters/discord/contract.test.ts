import { expect, test, vi } from 'vitest'

import { type Button, block, message } from '../../../src/core/message.ts'
import { press } from '../../support/discord/sent/presses.ts'
import { adapterContract } from '../contract/contract.ts'
import { freshId } from '../contract/declare.ts'
import { faultOf } from '../contract/delivery/delivered.ts'
import { byRequests, caller } from './contract/bench.ts'
import { discord } from './contract/subject.ts'

// Nearly all of them wait for nearly all of their time.
vi.setConfig({ maxConcurrency: 10 })

adapterContract(discord)

test.concurrent('a token that is not taken for a moment ends neither later deliveries nor the opening of conversations', async () => {
  const bench = await byRequests()
  try {
    const { far, adapter } = bench
    const [ana, ben] = discord.people
    far.fault('send', { kind: 'status', status: 401 })
    expect(await faultOf(adapter.post(ana, message('One.'), 'k1'))).toEqual({ kind: 'auth' })
    await adapter.post(ana, message('One.'), 'k1')
    await adapter.post(ben, message('Two.'), 'k2')
    expect(bench.seen().map(({ by, text }) => [by, text.trim()])).toEqual([
      ['caller', 'One.'],
      ['other', 'Two.'],
    ])
  } finally {
    await bench.end()
  }
})

test.concurrent('a message that was taken without an answer, and is told once more, stands there once', async () => {
  const bench = await byRequests()
  try {
    const { far, adapter } = bench
    far.fault('send', { kind: 'hang', acts: true })
    const told = () => adapter.post(discord.people[0], message('News.'), 'k1')
    expect(await faultOf(told())).toMatchObject({ kind: 'retryable' })
    await told()
    expect(far.callsOf('send')).toHaveLength(2)
    expect(bench.seen()).toHaveLength(1)
  } finally {
    await bench.end()
  }
})

test.concurrent('buttons that carry as much as there is room for, and a little less or more, are what they carry', async () => {
  const bench = await byRequests()
  try {
    const { far, adapter, host } = bench
    const buttons = Array.from({ length: 50 }, (_, at): Button => {
      const values = { meeting: 'M12', reason: 'r'.repeat(20 + at) }
      return { label: `No. ${at}.`, command: 'meeting list', values }
    })
    const pages = [buttons.slice(0, 25), buttons.slice(25)].map((some) => block.buttons(...some))
    await adapter.post(discord.people[0], message('What now?', ...pages), 'k1')
    for (const { label } of buttons) {
      const shown = far.messages.find(({ body }) => JSON.stringify(body).includes(label))
      if (!shown) throw new Error(`no button ${label} is there`)
      await bench.bring(freshId(), () => press(far, shown, label, { by: caller.id }))
    }
    const asked = host.asked.map(({ input }) => (input.kind === 'fields' ? input.fields : {}))
    expect(asked).toEqual(buttons.map(({ values }) => values))
    expect(bench.seen().flatMap(({ wrong }) => wrong)).toEqual([])
  } finally {
    await bench.end()
  }
})
