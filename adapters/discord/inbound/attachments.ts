import type { RemoteFile } from '../../../src/chat/asking/remoteFile.ts'
import { array, type Json, object, text } from '../../../src/core/json.ts'
import { component, optionKind } from '../api/codes.ts'

/** The files of a slash command, by option. */
export function commandFiles(options: readonly Json[], resolved: Json): readonly RemoteFile[] {
  return options
    .filter(({ type }) => type === optionKind.file)
    .flatMap(({ name, value }) => attachment(String(name), value, resolved) ?? [])
}

/** The files of a modal, by the option that each input is for. */
export function modalFiles(components: readonly Json[], resolved: Json): readonly RemoteFile[] {
  return components
    .map((label) => object(label['component']))
    .filter(({ type }) => type === component.file)
    .flatMap((input) =>
      array(input['values']).flatMap((id) => attachment(String(input['custom_id']), id, resolved) ?? []),
    )
}

function attachment(option: string, id: unknown, resolved: Json): RemoteFile | undefined {
  const found = object(object(resolved['attachments'])[String(id)])
  const [name, url, { size }] = [text(found['filename']), text(found['url']), found]
  if (name === undefined || url === undefined) return undefined
  return {
    option,
    name,
    url,
    mediaType: text(found['content_type']) ?? 'application/octet-stream',
    ...(typeof size === 'number' ? { size } : {}),
  }
}
