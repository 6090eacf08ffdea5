import type { Catalog, CommandSpec, FeatureSpec } from '../../catalog.ts'
import { actionOf } from '../readAction.ts'
import { mailedAnswer } from './mailedAnswer.ts'

/** The command that a pasted mail means which answers an invitation; undefined for any other text. */
export function lineOfMail(
  catalog: Catalog,
  text: string,
):
  | {
      readonly feature: FeatureSpec
      readonly command: CommandSpec
      readonly fields: Readonly<Record<string, string>>
    }
  | undefined {
  const feature = catalog.find(({ answersMail }) => answersMail !== undefined)
  const command = feature && actionOf(feature, feature.answersMail)
  const found = command && mailedAnswer(text)
  return feature && command && found ? { feature, command, fields: { ...found } } : undefined
}
