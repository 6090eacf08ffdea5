import { expect, test } from 'vitest'

import { knownRefusal } from '../../../../src/chat/delivery/knownRefusals.ts'

const remedies = { gone: { no_channel: 'bind another one' }, auth: { 401: 'renew the token' } }

test('a refusal is known by the word or the number of the platform', () => {
  expect(knownRefusal(remedies, 'no_channel')).toEqual({ kind: 'gone', remedy: 'bind another one' })
  expect(knownRefusal(remedies, 401)).toEqual({ kind: 'auth', remedy: 'renew the token' })
})

test('a word that is not in the table is not known, whatever every object has by that name', () => {
  expect(['constructor', 'toString', '', undefined].map((word) => knownRefusal(remedies, word))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})
