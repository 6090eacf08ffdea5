import { beforeAll, describe } from 'vitest'

import { answered } from './answered.ts'
import { freshId } from './declare.ts'
import { amended } from './delivery/amended.ts'
import { delivered } from './delivery/delivered.ts'
import { forbidden } from './delivery/forbidden.ts'
import { paced } from './delivery/paced.ts'
import { reached } from './delivery/reached.ts'
import { filed } from './files.ts'
import { heard } from './heard.ts'
import { pressed } from './pressed.ts'
import { pressedTwice } from './pressedTwice.ts'
import { sentAgain } from './sentAgain.ts'
import { shown } from './shown.ts'
import { stopped } from './stopped.ts'
import { storeAway } from './storeAway.ts'
import type { Bench, Subject } from './subject.ts'

/** What every adapter must do, with the samples of one platform. */
export function adapterContract<B extends Bench>(subject: Subject<B>): void {
  describe.concurrent(`the contract of adapters, by ${subject.name}`, () => {
    // What is loaded late is loaded before anybody is in a hurry.
    beforeAll(async () => {
      const bench = await subject.open()
      for (const { bring } of Object.values(subject.events)) await bring(bench, freshId())
      await bench.end()
    })
    heard(subject)
    filed(subject)
    pressed(subject)
    pressedTwice(subject)
    sentAgain(subject)
    answered(subject)
    shown(subject)
    delivered(subject)
    amended(subject)
    reached(subject)
    forbidden(subject)
    paced(subject)
    stopped(subject)
    storeAway(subject)
  })
}
