import { expect } from 'vitest'

import type { Posted } from '../../../../src/core/adapter.ts'
import { block, button, message } from '../../../../src/core/message.ts'
import { check, until } from '../declare.ts'
import { type Bench, isLacking, type Subject } from '../subject.ts'

const asked = message('Due today.', block.buttons(button('Mark it', 'meeting list')))
const done = message('Due today.', block.text('✓ Done by Amina Diallo.'))

/** What was said shows later what became of it, and its buttons are gone. */
export function amended<B extends Bench>(subject: Subject<B>): void {
  if (isLacking(subject.deliveries)) return
  check(subject, 'what a person was told is changed where it stands', async (bench) => {
    const [to] = subject.people
    let at: Posted | undefined
    await bench.adapter.post(to, asked, 'n1', 'first', (where) => {
      at = where
    })
    await isChanged(bench, at)
  })

  const { rooms } = subject
  if (isLacking(rooms)) return
  check(subject, 'what was said in a room is changed where it stands', async (bench) => {
    let at: Posted | undefined
    await bench.adapter.announce(rooms[0], asked, 'n1', 'first', (where) => {
      at = where
    })
    await isChanged(bench, at)
  })
}

async function isChanged(bench: Bench, at: Posted | undefined): Promise<void> {
  const standing = () => bench.seen().filter(({ text }) => text.includes('Due today'))
  await until('it stands there', () => standing().length === 1)
  expect(standing()[0]?.text).toContain('Mark it')
  if (!at || !bench.adapter.amend) throw new Error('it does not say where the message stands')
  await bench.adapter.amend(at, done)

  await until('it is changed', () => standing()[0]?.text.includes('✓ Done') === true)
  expect(standing()).toHaveLength(1)
  expect(standing()[0]?.text).not.toContain('Mark it')
  expect(standing()[0]?.wrong).toEqual([])
}
