import { block, button, message, rich } from '../../../src/core/message.ts'
import { isOnlySigns } from '../../../src/newsletter/reading/dictated/dictated.ts'
import { saysNothing } from '../../../src/newsletter/reading/nothingToReport.ts'
import type { Context, Question } from '../../define.ts'
import { monthsOf } from '../../newsletter/issue/issue.ts'
import type { UpdateReading } from '../write/reading/reading.ts'

/** Asks about what is hardly meant as an item; undefined for what is. */
export function noItemQuestion(context: Context, readings: readonly UpdateReading[]): Question | undefined {
  return nothingQuestion(context, readings) ?? addressesQuestion(readings) ?? oneWordQuestion(readings)
}

/** A mail address as address books write it: `ana@un.org`, `Ana Silva <ana@un.org>`. */
const mailbox = /(?:[^<>@,;\n]{0,80}<)?[^\s<>@,;()]{1,64}@[^\s<>@,;()]{1,190}>?/gu

/** Asks whether mail addresses and nothing else are meant as an item. */
function addressesQuestion([only, ...others]: readonly UpdateReading[]): Question | undefined {
  const text = only?.content.originalText ?? ''
  const count = text.match(mailbox)?.length ?? 0
  if (others.length > 0 || count === 0 || !/^[\s,;]*$/.test(text.replace(mailbox, ''))) return undefined
  return {
    kind: 'question',
    message: message(
      count === 1
        ? 'Nothing is posted yet. That is a mail address and does not tell what happened.'
        : 'Nothing is posted yet. Those are mail addresses and do not tell what happened.',
    ),
    yes: 'Post anyway',
    values: {},
  }
}

/** Asks whether `U3` or `test` is meant as an item; an address alone is one, since it tells what it leads to. */
function oneWordQuestion([only, ...others]: readonly UpdateReading[]): Question | undefined {
  const text = only?.content.originalText.trim() ?? ''
  if (only && others.length === 0 && isOnlySigns(text))
    return {
      kind: 'question',
      message: message(
        rich`Nothing is posted yet. “${text}” is what one dictates for a sign and does not tell what happened.`,
      ),
      yes: 'Post anyway',
      values: {},
    }
  if (!only || others.length > 0 || /\s/.test(text) || only.content.links.length > 0) return undefined
  // Some scripts put no spaces between words.
  if (!/^[\p{Script=Latin}\p{Script=Cyrillic}\p{N}\p{P}\p{M}]{1,40}$/u.test(text)) return undefined
  const number = /^#?u\p{Nd}{1,9}[.!]?$/iu.test(text)
  return {
    kind: 'question',
    message: message(
      number
        ? rich`Nothing is posted yet. “${text}” is the number of an update and not what happened.`
        : rich`Nothing is posted yet. “${text}” is one word and does not tell what happened.`,
      number ? block.buttons(button(`Open ${text}`, 'update show', { update: text })) : undefined,
    ),
    yes: 'Post anyway',
    values: {},
  }
}

/** Asks whether a text that says so means that its author's entity has nothing to report. */
function nothingQuestion(
  { caller }: Context,
  [only, ...others]: readonly UpdateReading[],
): Question | undefined {
  if (!only || others.length > 0 || caller.entityAcronym === null || !saysNothing(only.content.text))
    return undefined
  const issue = only.issue === null ? {} : monthsOf(only.issue)
  return {
    kind: 'question',
    message: message(
      rich`Nothing is posted yet. “${only.content.text}” says that ${caller.entityAcronym} has nothing to report, which is no item.`,
      block.buttons(button('Nothing to report', 'newsletter pass', issue, 'primary')),
    ),
    yes: 'Post anyway',
    values: {},
  }
}
