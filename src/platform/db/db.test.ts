import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { testDatabase } from '../../../tests/database.ts'
import { instant } from '../../shared/time/instant.ts'
import { newId } from '../ids.ts'
import { createLog } from '../log.ts'
import { at, type Database, openDatabase, sql } from './db.ts'

describe('database', () => {
  let database: Database
  let drop: () => Promise<void>
  const now = instant('2026-03-02T02:00:00Z')
  const [a, b] = [newId(now), newId(now)]

  before(async () => {
    const made = await testDatabase()
    drop = made.drop
    database = openDatabase(made.ownerUrl, createLog('silent'))
    for (const [id, slug] of [
      [a, 'a'],
      [b, 'b'],
    ])
      await database.owner.query(`INSERT INTO workspaces (id, slug, name) VALUES ($1, $2, $2)`, [id, slug])
  })
  after(async () => {
    await database.close()
    await drop()
  })

  const addTeam = (workspace: string, name: string) =>
    database.in(workspace).run(sql`INSERT INTO teams (id, name, created_at) VALUES (${newId(now)}, ${name}, ${at(now)})`)

  it('keeps workspaces apart, in a transaction and outside one', async () => {
    await addTeam(a, 'one')
    await addTeam(b, 'two')
    assert.deepEqual(await database.in(a).many(sql`SELECT name FROM teams`), [{ name: 'one' }])
    await database.in(b).transaction(async (tx) => {
      assert.deepEqual(await tx.many(sql`SELECT name FROM teams`), [{ name: 'two' }])
    })
  })

  it('refuses to write into another workspace', async () => {
    await assert.rejects(
      database.in(a).run(sql`INSERT INTO teams (workspace_id, id, name, created_at) VALUES (${b}, ${newId(now)}, 'x', ${at(now)})`),
      /row-level security/,
    )
  })

  it('shows nothing where no workspace is set', async () => {
    assert.deepEqual(await database.lookups.many(sql`SELECT name FROM teams`), [])
  })

  it('undoes a transaction that throws', async () => {
    await assert.rejects(
      database.in(a).transaction(async (tx) => {
        await tx.run(sql`DELETE FROM teams`)
        throw new Error('no')
      }),
      /no/,
    )
    assert.equal((await database.in(a).many(sql`SELECT FROM teams`)).length, 1)
  })

  it('asks nothing on a connection whose transaction has ended', async () => {
    const late = Promise.withResolvers<void>()
    let asked: Promise<unknown> = Promise.resolve()
    await assert.rejects(
      database.in(a).transaction(async (tx) => {
        asked = late.promise.then(() => tx.many(sql`SELECT name FROM teams`))
        await Promise.all([asked, Promise.reject(new Error('no'))])
      }),
      /no/,
    )
    late.resolve()
    await assert.rejects(asked, /after it failed/)
  })

  it('leaves a connection usable when one statement of several sent together fails', async () => {
    const failing = () => database.in(a).many(sql`SELECT 1 / ${0}::int`)
    for (let tries = 0; tries < 30; tries++) await assert.rejects(failing(), /division by zero/)
    await assert.rejects(
      database.in(a).transaction((tx) => Promise.all([tx.many(sql`SELECT 1 / ${0}::int`), tx.many(sql`SELECT 1`)])),
      /division by zero/,
    )
    assert.deepEqual(await database.in(b).many(sql`SELECT name FROM teams`), [{ name: 'two' }])
  })

  it('gives moments back as numbers', async () => {
    const row = await database.in(a).one<{ created_at: number }>(sql`SELECT created_at FROM teams`)
    assert.equal(row.created_at, now)
  })
})
