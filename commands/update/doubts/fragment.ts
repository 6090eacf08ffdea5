import type { Update } from '../../../db/newsletter/updates.ts'
import { orUserError } from '../../../src/core/errors.ts'
import { isFragment, where } from '../../../src/core/language/telling/fragment.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { readSection, sectionTitle } from '../../../src/newsletter/sections.ts'
import type { Context, Question } from '../../define.ts'
import { sectionsHere } from '../../newsletter/plan/planHere.ts'

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
