import { describe } from 'vitest'

import { answered } from './contract/answered.ts'
import { delivered } from './contract/delivered.ts'
import { heard } from './contract/heard.ts'
import { paced } from './contract/paced.ts'
import { pressed } from './contract/pressed.ts'
import { shown } from './contract/shown.ts'
import { stopped } from './contract/stopped.ts'
import type { Bench, Subject } from './contract/subject.ts'

/** What every adapter must do, with the samples of one platform. */
export function adapterContract<B extends Bench>(subject: Subject<B>): void {
  describe.concurrent(`the contract of adapters, by ${subject.name}`, () => {
    heard(subject)
    pressed(subject)
    answered(subject)
    shown(subject)
    delivered(subject)
    paced(subject)
    stopped(subject)
  })
}
