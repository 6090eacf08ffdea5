import { anyone } from '../../src/core/catalog.ts'
import { message } from '../../src/core/message.ts'
import { option, required } from '../../src/core/option.ts'
import { shorten } from '../../src/core/text/text.ts'
import { namesLanguage } from '../../src/directory/languageNames.ts'
import { command } from '../define.ts'
import { languageList } from '../directory/edit/answer.ts'
import { changeOwn } from './changeOwn.ts'

export const language = command({
  name: 'language',
  about: 'Say which languages you speak, so that others find you by them',
  options: {
    languages: required(
      option.text({ about: 'Languages, separated by commas; “none” removes them', max: 200 }),
    ),
  },
  access: anyone,
  changes: true,
  mayAsk: true,
  examples: ['/profile language French, Arabic'],
  run(context, { languages }) {
    const listed = languageList(languages)
    const unknown = listed.filter((language) => language.includes(':') || !namesLanguage(language))
    if (unknown.length > 0 && !context.confirmed)
      return {
        kind: 'question',
        message: message(
          `I know no language called ${unknown.map((one) => `“${shorten(one)}”`).join(', ')}. Nothing has been changed yet.`,
        ),
        yes: 'Note it all the same',
        values: {},
      }
    return changeOwn(context, { languages: listed })
  },
})
