import { focal, secretariat, type World, world } from '../../../support/world.ts'

/** Whom the focal point of OPCW may name as alternate. */
export const colleague = 'colleague.opcw@compact.example'

/** A world in which OPCW’s focal point has an action of M1 to do by 10 December, and a colleague. */
export async function worldWithAction(): Promise<World> {
  const here = await world()
  await here.say(secretariat, `/directory add person "OPCW colleague" email:${colleague} entity:OPCW`)
  await here.say(focal('interpol'), '/meeting schedule Quarterly wg:ETCIP start:"12 Dec 14:30"')
  await here.say(focal('interpol'), `/meeting action add M1 what:Draft owner:${focal('opcw')} due:"10 Dec"`)
  return here
}

/** Those who were reminded of their action, in order. */
export function remindedIn({ delivered }: World): readonly string[] {
  return delivered.filter(({ text }) => /^Your action (?:is|was) due/.test(text)).map(({ to }) => to)
}
