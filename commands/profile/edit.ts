import { ownFields } from '../../db/directory/edit/ownFields.ts'
import { audiences } from '../../db/directory/visibility/audience.ts'
import { holdRow } from '../../db/store/holdRow.ts'
import { anyone } from '../../src/core/catalog.ts'
import { block, button, message } from '../../src/core/message.ts'
import { option } from '../../src/core/option.ts'
import { command } from '../define.ts'
import { orNone } from '../directory/edit/answer.ts'
import { phoneOption } from '../directory/edit/personOptions.ts'
import { nameTyped } from '../records/nameTyped.ts'
import { presentTexts } from '../records/present.ts'
import { changeOwn } from './changeOwn.ts'

export const edit = command({
  name: 'edit',
  about: 'Change what the directory says about you, and who may see your contact details',
  options: {
    name: option.text({ about: 'Your name as shown', max: 120 }),
    title: option.text({ about: 'Your title there; “none” removes it', max: 160 }),
    phone: phoneOption('Your telephone number; “none” takes it away'),
    'email-for': option.choice({ about: 'Who may see your e-mail address', choices: audiences }),
    'phone-for': option.choice({ about: 'Who may see your telephone number', choices: audiences }),
  },
  access: anyone,
  changes: true,
  examples: ['/profile edit title:"Deputy focal point"', '/profile edit phone:"+43 1 26060" phone-for:group'],
  present: async ({ db, caller }) => {
    const { name, title, phone, emailFor, phoneFor } = await ownFields(db, caller.personId)
    return presentTexts({ name, title, phone, 'email-for': emailFor, 'phone-for': phoneFor })
  },
  edits: ({ db, caller }) => ({
    ...{ subject: `person:${caller.personId}`, alsoBy: ['directory edit person', 'directory revert'] },
    hold: () => holdRow(db, 'people', caller.personId),
  }),
  async run(context, { name, title, phone, ...shown }) {
    if ([name, title, phone, ...Object.values(shown)].every((value) => value === undefined)) {
      return message(
        'Which of your details should change? Name it, such as title:"Deputy focal point".',
        block.buttons(
          { ...button('Change', 'profile edit', {}, 'primary'), ask: true },
          button('Show', 'directory person', { person: `P${context.caller.personId}` }),
        ),
      )
    }
    return changeOwn(context, {
      ...(name ? { name: nameTyped(name, 'A person') } : {}),
      ...(title ? { title: orNone(title) } : {}),
      ...(phone ? { phone: orNone(phone) } : {}),
      ...(shown['email-for'] ? { emailFor: shown['email-for'] } : {}),
      ...(shown['phone-for'] ? { phoneFor: shown['phone-for'] } : {}),
    })
  },
})
