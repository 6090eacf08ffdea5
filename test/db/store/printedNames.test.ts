import { expect, test } from 'vitest'

import { printedNames } from '../../../db/migrations/0074-printed-names.ts'
import { inFreshWorld } from '../../support/lines/inFreshWorld.ts'
import { secretariat } from '../../support/world.ts'

const title = { 'wg-meetings': 'Compact working group meetings' }
const label = { key: 'entities', label: 'Compact entities', hidden: false }

test.each([
  ['nothing of its own', undefined, { titles: title, figures: [label] }],
  [
    'a title and a label of its own',
    { titles: { 'wg-meetings': 'Groups' }, figures: [{ key: 'entities', label: 'Partners', hidden: false }] },
    { titles: { 'wg-meetings': 'Groups' }, figures: [{ key: 'entities', label: 'Partners', hidden: false }] },
  ],
  [
    'an order of its figures',
    {
      framework: 'Ocean Compact',
      figures: [
        { key: 'visits', label: null, hidden: true },
        { ...label, label: null },
      ],
    },
    {
      framework: 'Ocean Compact',
      titles: title,
      figures: [{ key: 'visits', label: null, hidden: true }, label],
    },
  ],
])(
  'a newsletter in use with %s prints after the upgrade what it printed before',
  async (_, before, after) => {
    await inFreshWorld('2026-12-01T09:00:00Z', async (here) => {
      const { pool } = here.database.store
      await here.say(secretariat, '/newsletter open November-December closes:2027-01-08')
      if (before) await pool.query('update newsletter_plan set content = $1', [before])
      else await pool.query('delete from newsletter_plan')

      await pool.query(printedNames)

      const { rows } = await pool.query('select content from newsletter_plan')
      expect(rows).toEqual([{ content: after }])
    })
  },
)

test('a store that has opened no newsletter yet is given no names', async () => {
  await inFreshWorld('2026-12-01T09:00:00Z', async (here) => {
    const { pool } = here.database.store
    await pool.query('delete from newsletter_plan')
    await pool.query(printedNames)

    expect((await pool.query('select content from newsletter_plan')).rows).toEqual([])
  })
})
