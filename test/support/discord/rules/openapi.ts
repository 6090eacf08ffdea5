import { existsSync, readFileSync } from 'node:fs'

import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'

import { array, type Json, object, text } from '../../../../src/core/json.ts'

/** What Discord’s own description finds wrong with what is sent to it. */
export interface OpenApi {
  /** For a call as it is made, `/channels/123/messages`: what is wrong with its body, each with where it stands. */
  validatorFor(method: string, path: string): (body: unknown) => readonly string[]
  /** What is wrong with the answer to an interaction. */
  callbackProblems(body: unknown): readonly string[]
}

const file = new URL('../../../../../shared/schemas/discord-openapi.json', import.meta.url)

/** Discord’s description of its interface; undefined where ../shared/schemas is not at hand. */
export const openApi: OpenApi | undefined = existsSync(file) ? load() : undefined

function load(): OpenApi {
  const whole = object(JSON.parse(readFileSync(file, 'utf8')))
  const paths = Object.entries(object(whole['paths'])).map(([template, operations]) => ({
    template,
    pattern: patternOf(template),
    // Of two that fit the more exact one is meant: `/users/@me` before `/users/{id}`.
    open: template.split('{').length,
    operations: object(operations),
  }))
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true })
  ajv.addSchema({ $id: 'discord', components: whole['components'] })
  const known = new Map<string, (body: unknown) => readonly string[]>()

  function validatorFor(method: string, path: string) {
    const asked = path.replace(/\?.*$/, '')
    const [found] = paths.filter(({ pattern }) => pattern.test(asked)).sort((a, b) => a.open - b.open)
    const operation = found?.operations[method.toLowerCase()]
    if (!found || !operation) return () => [`Discord knows no ${method} ${asked}.`]
    const name = `${method} ${found.template}`
    const validator = known.get(name) ?? bodyValidator(ajv, object(object(operation)['requestBody']))
    known.set(name, validator)
    return validator
  }

  return {
    validatorFor,
    callbackProblems: (body) => validatorFor('POST', '/interactions/1/token/callback')(body),
  }
}

function patternOf(template: string): RegExp {
  const parts = template.split(/\{[^}]+\}/).map((part) => part.replace(/[.*+?^$()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('[^/]+')}$`)
}

/** For the body as JSON, which beside files stands in `payload_json`. */
function bodyValidator(ajv: Ajv2020, wanted: Json): (body: unknown) => readonly string[] {
  const contents = object(wanted['content'])
  const schema = object(contents['application/json'] ?? contents['multipart/form-data'])['schema']
  if (schema === undefined) return (body) => (body === undefined ? [] : ['No body is taken here.'])
  const placed = JSON.stringify(schema).replaceAll('"#/components/', '"discord#/components/')
  const validate = ajv.compile(object(JSON.parse(placed)))
  return (body) => {
    if (body === undefined) return wanted['required'] === true ? ['A body is wanted.'] : []
    return validate(body) ? [] : told(validate)
  }
}

const shownLimit = 8

/** The deepest come first: what stands above them says only that none of many ways fits. */
function told({ errors }: ValidateFunction): readonly string[] {
  const sorted = array(errors)
    .map(object)
    .map((error) => ({ at: text(error['instancePath']) ?? '/', said: `${error['message']}`, error }))
    .sort((a, b) => b.at.split('/').length - a.at.split('/').length)
  const sentences = sorted.map(({ at, said: text, error }) => {
    const more = JSON.stringify(error['params'])
    return `${at} ${text} ${more}`
  })
  return [...new Set(sentences)].slice(0, shownLimit)
}
