/**
 * The role that every request and job runs as. It owns nothing and cannot step around row-level security; connections
 * take it as they start (`-c role=huixiang_app`).
 */
import { type ClientBase, DatabaseError } from 'pg'
import { StartRefusal } from '../errors.ts'

export const APP_ROLE = 'huixiang_app'

/** Makes the role if the server has none and lets the current user take it. Inside a transaction. */
export async function ensureAppRole(client: ClientBase): Promise<void> {
  await client.query('SAVEPOINT app_role')
  try {
    await client.query(`DO $$ BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${APP_ROLE}') THEN
        CREATE ROLE ${APP_ROLE} NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
      END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      NULL; -- made for another database of this server at the same moment
    END $$`)
    await client.query(`DO $$ BEGIN
      IF NOT pg_has_role(current_user, '${APP_ROLE}', 'MEMBER') OR current_setting('server_version_num')::int >= 160000
         AND NOT pg_has_role(current_user, '${APP_ROLE}', 'SET') THEN
        EXECUTE format('GRANT ${APP_ROLE} TO %I', current_user);
      END IF;
    END $$`)
  } catch (error) {
    await client.query('ROLLBACK TO app_role')
    if (!(error instanceof DatabaseError && error.code === '42501')) throw error
    const { rows } = await client.query<{ name: string }>('SELECT quote_ident(current_user) AS name')
    throw new StartRefusal(
      `The database user may not make roles; run once as an administrator: CREATE ROLE ${APP_ROLE} NOLOGIN; GRANT ${APP_ROLE} TO ${rows[0]?.name};`,
      { cause: error },
    )
  }
}

/**
 * What the role may do with everything the migrations are about to make. By default privileges and not by a
 * grant afterwards, so that a migration can take a right away again (an audit row is never changed).
 */
export async function grantByDefault(client: ClientBase): Promise<void> {
  await client.query(`
    GRANT USAGE ON SCHEMA public TO ${APP_ROLE};
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${APP_ROLE};
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO ${APP_ROLE};
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT EXECUTE ON FUNCTIONS TO ${APP_ROLE};
    REVOKE ALL ON public.schema_migrations FROM ${APP_ROLE}`)
}

/**
 * Row-level security is the wall between workspaces, so a role that could climb it is refused.
 *
 * @throws StartRefusal when the role, or one it belongs to, is a superuser, bypasses row security or owns a table
 */
export async function requireHarmlessAppRole(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string; why: string }>(`
    SELECT r.rolname AS name,
           CASE WHEN r.rolsuper THEN 'is a superuser'
                WHEN r.rolbypassrls THEN 'bypasses row-level security'
                ELSE 'owns the table ' || owned.relname END AS why
    FROM pg_roles r
    LEFT JOIN LATERAL (
      SELECT c.relname FROM pg_class c
      WHERE c.relowner = r.oid AND c.relkind IN ('r', 'p', 'v', 'm') AND c.relnamespace = 'public'::regnamespace
      LIMIT 1
    ) owned ON true
    WHERE (r.rolsuper OR r.rolbypassrls OR owned.relname IS NOT NULL)
      AND EXISTS (SELECT FROM pg_roles a WHERE a.rolname = '${APP_ROLE}' AND pg_has_role(a.oid, r.oid, 'MEMBER'))
    LIMIT 1`)
  const found = rows[0]
  if (found === undefined) return
  const through = found.name === APP_ROLE ? '' : ` belongs to ${found.name}, which`
  throw new StartRefusal(
    `The database role ${APP_ROLE}${through} ${found.why}, so one workspace could read another: take that from it and start again.`,
  )
}
