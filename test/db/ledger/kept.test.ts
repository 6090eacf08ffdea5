import { expect, test } from 'vitest'

import { readKept, writeKept } from '../../../db/ledger/kept.ts'
import { testDatabase } from '../../support/database.ts'

test('what a form holds is kept without NUL and halves of characters, and all else to the letter', async () => {
  const { store, drop } = await testDatabase()
  const key = { platform: 'slack', tenant: 'T1', kind: 'form', key: 'U1 x' }
  const now = new Date('2026-11-23T09:00:00Z')
  const given = { text: 'a\0b\ud83dc', other: ['\ude00', 'C:\\u0000', '👨‍👩‍👧 é\n'], at: 5, none: null }
  await writeKept(store.kysely, key, { given }, undefined, now)
  const kept = await readKept(store.kysely, key, now)
  await drop()

  expect(kept?.value).toEqual({
    given: { text: 'abc', other: ['', 'C:\\u0000', '👨‍👩‍👧 é\n'], at: 5, none: null },
  })
})
