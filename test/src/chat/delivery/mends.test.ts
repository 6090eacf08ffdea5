import { expect, test } from 'vitest'

import { knownRefusal } from '../../../../src/chat/delivery/mends.ts'

const mends = { gone: { no_channel: 'bind another one' }, auth: { 401: 'renew the token' } }

test('a refusal is known by the word or the number of the platform', () => {
  expect(knownRefusal(mends, 'no_channel')).toEqual({ kind: 'gone', mend: 'bind another one' })
  expect(knownRefusal(mends, 401)).toEqual({ kind: 'auth', mend: 'renew the token' })
})

test('a word that is not in the table is not known, whatever every object has by that name', () => {
  expect(['constructor', 'toString', '', undefined].map((word) => knownRefusal(mends, word))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})
