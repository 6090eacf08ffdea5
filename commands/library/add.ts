import { addItem, itemById, itemOfLink, type LibraryItem } from '../../db/library/items.ts'
import { lockWords } from '../../db/store/locks.ts'
import { anyone } from '../../src/core/catalog.ts'
import { UserError } from '../../src/core/errors.ts'
import { block, button, link, message, rich } from '../../src/core/message.ts'
import { option, required } from '../../src/core/option.ts'
import { addressKey, readLink } from '../../src/core/text/addresses/webAddress.ts'
import { command, found, type Question } from '../define.ts'
import { nameList, orNone } from '../directory/edit/answer.ts'
import { describing, kindInTitle } from './options.ts'
import { refuseNonMember } from './rights.ts'
import { itemCard } from './shown.ts'

export const add = command({
  name: 'add',
  about: 'Put a publication, a tool or a training into the library, with its link',
  options: {
    title: required(option.text({ about: 'What it is called', max: 300 })),
    link: required(option.text({ about: 'The address at which it is found', max: 500 })),
    ...describing,
  },
  access: anyone,
  changes: true,
  makes: 'unless confirmed',
  mayAsk: true,
  asksWhen: 'where the same link is in the library already',
  examples: [
    '/library add "Manual on open-source investigations" link:https://www.un.org/manual entity:UNODC topics:"evidence, online"',
  ],
  async refuse(context, { wg }) {
    if (wg === undefined) await refuseNonMember(context, undefined, 'add to the library')
  },
  async run(context, { title, link: typed, kind, entity, wg, date, topics, purpose, newsletter }) {
    const { db, caller, now, confirmed } = context
    await refuseNonMember(context, wg, 'add to the library')
    if (newsletter !== undefined && !caller.isSecretariat)
      throw new UserError('Only the secretariat decides what the newsletter prints. Leave it out.', {
        option: 'newsletter',
      })
    const address = readLink(typed)
    if (address === null) throw new UserError('Give the address at which it is found.', { option: 'link' })
    const linkKey = addressKey(address)
    await lockWords(db, `library:${linkKey}`)
    const twin = confirmed ? undefined : await itemOfLink(db, linkKey)
    if (twin) return askAboutTwin(twin)
    const { id, change } = await addItem(
      db,
      {
        title,
        link: address,
        linkKey,
        kind: kind ?? kindInTitle(title),
        entityId: entity?.id ?? null,
        groupId: wg?.id ?? null,
        publishedFrom: date?.from ?? null,
        publishedTo: date?.to ?? null,
        topics: nameList(topics ?? ''),
        purpose: orNone(purpose ?? 'none'),
        inNewsletter: caller.isSecretariat ? newsletter !== 'no' : null,
      },
      { by: caller.personId, now },
    )
    context.about(`library:${id}`)
    return itemCard(context, found(await itemById(db, id), 'such item'), {
      done: 'Added to the library',
      change,
    })
  },
})

function askAboutTwin(twin: LibraryItem): Question {
  const retired = twin.retiredOn === null ? '' : ', and is retired'
  return {
    kind: 'question',
    message: message(
      rich`LIB${twin.id} ${link(twin.title, twin.link)} has the same link${retired}. Nothing was added.`,
      block.buttons(button(`Open LIB${twin.id}`, 'library show', { item: `LIB${twin.id}` })),
    ),
    yes: 'Add it all the same',
    values: {},
  }
}
