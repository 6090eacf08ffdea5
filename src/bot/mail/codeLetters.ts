import { randomInt } from 'node:crypto'

import { hashCode, setCode } from '../../../db/directory/linkCodes.ts'
import { isOnList } from '../../../db/newsletter/readers/subscribers.ts'
import type { Db } from '../../../db/store/db.ts'
import type { Clock } from '../../core/clock.ts'
import { codePlace, type Letter } from '../../core/feature/notice.ts'
import type { Mailer } from '../../process/mail.ts'
import { isOvertaken } from './overtaken.ts'

/**
 * Posts letters. The digits of a one-time code are made only now, so that they are in no queue and no table; a letter
 * that is tried again has other digits, and one whose code is void by now is not sent; nor is the newsletter to somebody
 * who has left its list while the letter waited, nor a calendar letter that was overtaken.
 */
export function fillingInCodes(db: Db, clock: Clock, mailer: Mailer | undefined): Mailer {
  return async (letter) => {
    if ((await hasLeft(db, letter)) || (await isOvertaken(db, letter, clock.now()))) return
    const whole = await withCode(db, clock, letter)
    if (whole) await mailer?.(whole)
  }
}

async function withCode(db: Db, clock: Clock, letter: Letter): Promise<Letter | undefined> {
  const { codeId, text } = letter
  if (codeId === undefined) return letter
  const code = String(randomInt(0, 1_000_000)).padStart(6, '0')
  const isOpen = await setCode(db, codeId, hashCode(codeId, code), clock.now())
  return isOpen ? { ...letter, text: text.replace(codePlace, code) } : undefined
}

async function hasLeft(db: Db, { unsubscribe = '' }: Letter): Promise<boolean> {
  const [, token] = /\/newsletters\/leave\/([\w-]+)$/.exec(unsubscribe) ?? []
  return token !== undefined && !(await isOnList(db, token))
}
