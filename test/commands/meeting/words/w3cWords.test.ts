import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { focal, world } from '../../../support/world.ts'

const chair = focal('interpol')
const readme = readFileSync(new URL('../../../../commands/README.md', import.meta.url), 'utf8')

/** Each line of the W3C's table in its order of use in a meeting, and what its answer says. */
const lines: readonly (readonly [string, RegExp])[] = [
  ['/meeting agenda add M1 item:"Review conference"', /Review conference/],
  ['/meeting agenda show M1', /1\. Review conference/],
  ['/meeting rsvp M1 here', /down as present at M1/],
  ['/meeting next M1', /Now: 1\. Review conference/],
  ['/meeting queue M1', /INTERPOL asks for the floor/],
  ['/meeting queue M1', /INTERPOL no longer asks/],
  ['/meeting queue M1', /INTERPOL asks for the floor/],
  ['/meeting queue M1 call', /INTERPOL .*has the floor/],
  ['/meeting propose M1 text:…', /^Proposed \(R1\): …/],
  ['/meeting resolve M1', /^R1 is adopted: …/],
  ['/meeting action add M1 what:"Send the draft" owner:OPCW', /A1 Send the draft \(OPCW/],
  ['/meeting note M1 text:…', /Noted .*under “Review conference” \(N1\): …/],
  ['/meeting minutes M1', /Minutes of M1 Quarterly[\s\S]*Resolved: …[\s\S]*Send the draft/],
  ['/meeting rsvp M1 no', /^You said no to M1/],
]

test('each word of the W3C’s table does in a meeting what the table says', async () => {
  const here = await world({ now: '2026-11-23T09:00:00Z' })
  try {
    await here.say(chair, '/meeting schedule Quarterly wg:ETCIP start:"23 Nov 2026 10:30" confirm:yes')
    await here.say(chair, '/meeting start M1')
    for (const [line, says] of lines) {
      expect(readme).toContain(`\`${line}\``)
      const reply = await here.say(chair, line)
      expect([line, reply.outcome, reply.text]).toEqual([line, 'done', expect.stringMatching(says)])
    }
  } finally {
    await here.end()
  }
})
