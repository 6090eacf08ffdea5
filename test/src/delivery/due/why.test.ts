import { expect, test } from 'vitest'

import { withReason } from '../../../../src/core/feature/withReason.ts'
import { block, button, message } from '../../../../src/core/message.ts'
import { shortWhy } from '../../../../src/delivery/due/why.ts'
import { plainMessage } from '../../../support/plain.ts'

const why = { as: 'a chair of ETCIP', by: 'the secretariat set it', otherwise: 'Not yours? Hand it over.' }

test('what is said to a person tells in which role, who set it and how to hand it over, above its buttons', () => {
  const notice = withReason(message('Due.', block.buttons(button('Done', 'meeting action done'))), why, false)

  expect(notice.blocks.map(({ kind }) => kind)).toEqual(['text', 'buttons'])
  expect(plainMessage(notice)).toContain(
    'Why you: you are a chair of ETCIP; the secretariat set it. Not yours? Hand it over.',
  )
})

test('what is said in a room tells why it is that room', () => {
  const notice = withReason(message('Due.'), { as: 'the room of ETCIP', otherwise: 'Not here?' }, true)

  expect(plainMessage(notice)).toContain('Why here: this is the room of ETCIP. Not here?')
})

test('a line of a digest tells in which role', () => {
  expect(plainMessage(message(shortWhy(message('Due').summary, why)))).toBe('Due (you are a chair of ETCIP)')
  expect(plainMessage(message(shortWhy(message('It is due.').summary, why)))).toBe(
    'It is due (you are a chair of ETCIP).',
  )
})
