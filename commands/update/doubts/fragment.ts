import type { Update } from '../../../db/newsletter/updates.ts'
import { orUserError } from '../../../src/core/errors.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { readSection, sectionTitle } from '../../../src/newsletter/sections.ts'
import type { Context, Question } from '../../define.ts'
import { sectionsHere } from '../../newsletter/plan/planHere.ts'

/** `in Lima`, `at the Office`: where, and nothing that was done there. */
const where = /^(?:in|at) (\S+(?: \S+){0,2})$/iu
/** `move to January`, `put it under regional`: what is to be done with an update. */
const order = /^(?:move|put|change|make|set|switch) (?:\S+ ){0,3}\S+$/iu
/** `because it is wrong`, `and tell everyone`: the rest of a sentence, as it is typed behind the number; a new text begins with a capital. */
const rest =
  /^(?:because|as|from|for|with|without|about|and|but|or|to|by|until|till|so|if|when|since|before|after|instead|please|which|that|then|is|was|has|needs|should|must|will)(?: \S+){1,7}$/u
/** Some scripts put no spaces between words. */
const spaced = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\p{N}\p{P}\p{M}\s]+$/u

/**
 * Asks whether words that may be a detail of an update, `Regional`, `in Lima` or `with IOM`, are meant as its whole text;
 * undefined for words that may tell what happened.
 */
export async function fragmentQuestion(
  context: Context,
  before: Pick<Update, 'id' | 'originalText' | 'section'>,
  text: string,
): Promise<Question | undefined> {
  const words = text.trim().replace(/[.!]$/, '')
  if (context.confirmed || !isFragment(words, before.originalText)) return undefined
  const sections = await sectionsHere(context.db)
  const read = orUserError(() => readSection(words, sections))
  const section = typeof read === 'string' && read !== before.section ? read : undefined
  const place = where.exec(words)?.[1]
  const update = `U${before.id}`
  const meant = [
    ...(section === undefined
      ? []
      : [button(`Section: ${sectionTitle(sections, section)}`, 'update edit', { update, section })]),
    ...(place === undefined ? [] : [button(`Place: ${place}`, 'update edit', { update, place })]),
  ]
  return {
    kind: 'question',
    message: message(
      rich`Nothing is changed yet. “${words}” would be the whole text of ${update}.`,
      meant.length > 0 ? block.buttons(...meant) : undefined,
    ),
    yes: 'It is the new text',
    values: {},
  }
}

function isFragment(words: string, before: string): boolean {
  const [count, former] = [words, before].map((text) => text.trim().split(/\s+/).length)
  if (count === undefined || former === undefined || former < 5 || !spaced.test(words)) return false
  return count <= 3 || [where, order, rest].some((detail) => detail.test(words))
}
