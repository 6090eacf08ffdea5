import { copiedSample } from './copied.ts'
import { type MadeUpPerson, madeUpPeople } from './people.ts'

export interface LinkedPerson extends MadeUpPerson {
  readonly account: string
}

/** A copy of the sample with that many more people, each with a linked account on the platform. */
export async function linkedDatabase(
  server: string,
  platform: string,
  tenant: string,
  accounts: readonly string[],
): Promise<{ readonly url: string; readonly people: readonly LinkedPerson[] }> {
  const made = madeUpPeople(accounts.length)
  const people = accounts.flatMap((account, index) => {
    const person = made[index]
    return person ? [{ ...person, account }] : []
  })
  const { url, store } = await copiedSample(server, platform)
  await store.pool.query(
    `with entered as (
       insert into people (name, email, title) select * from unnest($1::text[], $2::text[], $3::text[]) returning id, email
     )
     insert into identities (platform, tenant, account, person_id, linked_at, via)
     select $5, $6, a.account, e.id, now(), 'sample'
     from unnest($2::text[], $4::text[]) as a(email, account) join entered e on e.email = a.email`,
    [
      people.map(({ name }) => name),
      people.map(({ email }) => email),
      people.map(({ title }) => title),
      people.map(({ account }) => account),
      platform,
      tenant,
    ],
  )
  await store.pool.query('vacuum analyze')
  await store.close()
  return { url, people }
}

/** The bare side of a look-up by key, prepared once on each connection. */
export function personByKey(email: string) {
  return {
    name: 'person',
    text: 'select name, email, title, zone from people where email = $1',
    values: [email],
  }
}

export interface PersonRow {
  readonly name: string
  readonly email: string
  readonly title: string | null
  readonly zone: string
}
