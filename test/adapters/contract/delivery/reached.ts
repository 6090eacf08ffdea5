import { expect } from 'vitest'

import { message } from '../../../../src/core/message.ts'
import { check, freshId, where } from '../declare.ts'
import type { Bench, Subject, Target } from '../subject.ts'
import { say } from './delivered.ts'

/** What a delivery asks for before it is sent. */
export function reached<B extends Bench>(subject: Subject<B>): void {
  where(subject.deliveries, 'deliveries ask for no more than they need', (means) => {
    for (const to of ['person', 'room'] as const) {
      where(to === 'room' ? subject.rooms : subject.people, `a delivery to a ${to}`, () =>
        readsNothing(subject, to),
      )
    }
    check(subject, 'deliveries to somebody new at the same time open one conversation', async (bench) => {
      await means.forgetChat(bench)
      const before = means.opened(bench)
      const sent = ['one', 'two', 'three'].map((text) => say(subject, bench, 'person', message(text)))
      await Promise.allSettled(sent)
      expect(means.opened(bench) - before).toBe(1)
    })
    check(subject, 'a direct conversation that was opened once is kept in the store', async (bench) => {
      await means.forgetChat(bench)
      const { keep } = bench.host
      const put = keep.put
      const kept: string[] = []
      keep.put = (key, value, options) => {
        const json = JSON.stringify(value)
        if (/"(?:channel|conversation)":/.test(json)) kept.push(json)
        return put(key, value, options)
      }
      await say(subject, bench, 'person', message('Hello.'))
      expect(kept).toHaveLength(1)
    })
  })
}

function readsNothing<B extends Bench>(subject: Subject<B>, to: Target): void {
  const sentence = `the first try of a delivery of one page to a ${to} does not look up what came of earlier ones`
  check(subject, sentence, async (bench) => {
    await say(subject, bench, to, message('Hello.'))
    const { keep } = bench.host
    const get = keep.get
    const read: string[] = []
    keep.get = (key) => {
      read.push(key.kind)
      return get(key)
    }
    await say(subject, bench, to, message('News.'), freshId(), 1, 'first')
    expect(read.filter((kind) => kind === 'progress' || kind === 'doubt')).toEqual([])
    expect(bench.seen()).toHaveLength(2)
  })
}
