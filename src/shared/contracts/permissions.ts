/** Who may do what: the one table. The server asks it, and the app hides what it would refuse. */
export const ROLES = ['owner', 'admin', 'manager', 'agent', 'analyst', 'viewer'] as const
export type Role = (typeof ROLES)[number]

const everyone = ROLES
const staffing = ['owner', 'admin'] as const
const leading = ['owner', 'admin', 'manager'] as const
const serving = ['owner', 'admin', 'manager', 'agent'] as const
const reading = ['owner', 'admin', 'manager', 'agent', 'analyst'] as const

export const PERMISSIONS = {
  'feedback:read': everyone,
  'feedback:add': serving,
  'feedback:correct': reading,
  'feedback:set-aside': serving,
  'feedback:import': leading,
  'customer:read': reading,
  'customer:change': serving,
  'customer:export': staffing,
  'customer:erase': staffing,
  'survey:read': everyone,
  'survey:change': leading,
  'case:read': everyone,
  'case:answer': serving,
  'case:assign': serving,
  'case:close': serving,
  'improvement:read': everyone,
  'improvement:change': leading,
  'insight:read': everyone,
  'template:change': leading,
  'taxonomy:change': leading,
  'promise:change': leading,
  'channel:change': staffing,
  'portal:change': leading,
  'workspace:change': staffing,
  'people:read': everyone,
  'people:change': staffing,
  'key:change': staffing,
  'audit:read': staffing,
  'job:read': staffing,
  'job:change': staffing,
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof PERMISSIONS

/** True when someone in `role` has `permission`. */
export const roleMay = (role: Role, permission: Permission): boolean =>
  (PERMISSIONS[permission] as readonly Role[]).includes(role)

/** All that someone in `role` may do. */
export const permissionsOf = (role: Role): Permission[] =>
  (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => roleMay(role, permission))
