import { CamelCasePlugin } from 'kysely'

/** Names are snake_case in the database and camelCase here; what stands inside of JSON is left as it is. */
export const camelCase = new CamelCasePlugin({ maintainNestedObjectKeys: true })
