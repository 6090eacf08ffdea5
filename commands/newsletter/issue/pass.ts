import {
  type Contribution,
  contributions,
  dropPass,
  recordPass,
} from '../../../db/newsletter/coverage/contributions.ts'
import type { NewsletterIssue } from '../../../db/newsletter/newsletters.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { DoneAlready, UserError } from '../../../src/core/errors.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { type EntityRef, option } from '../../../src/core/option.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { type Context, command } from '../../define.ts'
import { heldIssue, issueName, monthsOf, period, requireStatus } from './issue.ts'

export const pass = command({
  name: 'pass',
  about: 'Say that your entity has nothing to report for an issue; this can be undone',
  options: {
    period,
    entity: option.entity({ about: 'An entity other than yours; secretariat only' }),
    back: option.flag({ about: 'Take it back: something will come after all' }),
  },
  access: anyone,
  changes: true,
  examples: ['/newsletter pass', '/newsletter pass 2026-11..2026-12', '/newsletter pass WHO'],
  async run(context, { period: asked, entity: named, back }) {
    const { db, now, caller } = context
    const issue = await heldIssue(context, asked)
    const { entities } = await contributions(db, issue.id, now)
    const entity = entityFor(context, named, { issue, entities })
    requireStatus(issue, 'open', 'closed')
    const values = { ...monthsOf(issue), ...(named ? { entity: named.acronym } : {}) }
    if (back) {
      const was = await dropPass(db, { newsletterId: issue.id, entityId: entity.id })
      if (!was)
        throw new UserError(`${entity.acronym} had not said so for ${issueName(issue)}; nothing was changed.`)
      return message(
        rich`Taken back: ${entity.acronym} may still report for ${issueName(issue)}.`,
        block.buttons(button('Post an update', 'update post', {}, 'primary')),
      )
    }
    const sent = entities.find((one) => one.entity === entity.acronym)?.sent ?? 0
    if (sent > 0) {
      throw new UserError(
        `${entity.acronym} has sent ${counted(sent, 'update')} for ${issueName(issue)}, so it has something to report. Nothing was changed.`,
        { buttons: [button('Its updates', 'update list')] },
      )
    }
    const recorded = await recordPass(
      db,
      { newsletterId: issue.id, entityId: entity.id, by: caller.personId },
      now,
    )
    const takeBack = (label: string) => button(label, 'newsletter pass', { ...values, back: 'yes' })
    if (!recorded)
      throw new DoneAlready(
        `${entity.acronym} has said so for ${issueName(issue)} already; nothing was changed.`,
        { buttons: [takeBack('Take it back')] },
      )
    return message(
      rich`Noted: ${entity.acronym} has nothing to report for ${issueName(issue)}.`,
      block.buttons(takeBack('Undo')),
    )
  },
})

/** The entity that the caller may speak for. Raises `UserError`. */
function entityFor(
  { caller }: Context,
  named: EntityRef | undefined,
  { issue, entities }: { readonly issue: NewsletterIssue; readonly entities: readonly Contribution[] },
): { readonly id: number; readonly acronym: string } {
  const own = caller.entityAcronym
  if (named && (caller.isSecretariat || named.id === caller.entityId)) return named
  if (named) {
    const isSilent = entities.some(({ entity, sent, passed }) => entity === own && sent === 0 && !passed)
    const offers = own !== null && isSilent && (issue.status === 'open' || issue.status === 'closed')
    const values = { entity: own ?? '', ...monthsOf(issue) }
    throw new UserError(
      `Only ${named.acronym}’s own people and the secretariat say that for ${named.acronym}. Nothing was changed.`,
      offers ? { buttons: [button(`Nothing to report from ${own}`, 'newsletter pass', values)] } : {},
    )
  }
  if (caller.entityId === null || own === null) {
    throw new UserError(
      caller.isSecretariat
        ? 'Which entity has nothing to report? Name it after /newsletter pass.'
        : 'You belong to no entity, so there is none for which you can say that; the secretariat can.',
      { option: 'entity' },
    )
  }
  return { id: caller.entityId, acronym: own }
}
