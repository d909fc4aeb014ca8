import { createKey, createWorkspace } from '../modules/accounts/index.ts'
import { ROLES, type Role } from '../shared/contracts/permissions.ts'
import { publicIdOf } from '../shared/ids/public-id.ts'
import { type Command, print, readWords, UsageError } from './command.ts'
import { withInstallation, workspaceBySlug } from './installation.ts'

export const createWorkspaceCommand: Command = async (args) => {
  const { positionals } = readWords(args, {}, ['NAME'], 'hx workspace create NAME')
  const [name = ''] = positionals
  const { id, slug } = await withInstallation(({ database, tools }) =>
    createWorkspace(database, { name, now: tools.now() }),
  )
  print({ id: publicIdOf('ws', id), slug })
  return 0
}

export const createKeyCommand: Command = async (args) => {
  const options = { workspace: { type: 'string' }, role: { type: 'string' }, name: { type: 'string' } } as const
  const { values } = readWords(args, options, [], 'hx key create --workspace SLUG --role ROLE [--name N]')
  const role = ROLES.find((each): each is Role => each === values.role)
  if (role === undefined) throw new UsageError(`--role must be one of: ${ROLES.join(', ')}.`)
  const key = await withInstallation(async (installation) => {
    const { id } = await workspaceBySlug(installation, values.workspace)
    const { database, tools } = installation
    return (
      await createKey(database.in(id), {
        name: values.name ?? `hx ${role}`,
        role,
        by: null,
        address: null,
        now: tools.now(),
      })
    ).key
  })
  print({ key })
  return 0
}
