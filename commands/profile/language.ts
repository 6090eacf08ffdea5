import { anyone } from '../../src/core/catalog.ts'
import { option, required } from '../../src/core/option.ts'
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
  examples: ['/profile language French, Arabic'],
  run: (context, { languages }) => changeOwn(context, { languages: languageList(languages) }),
})
