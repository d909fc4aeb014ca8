/**
 * Accounts: who works here, what they may do, and what they did.
 *
 * A *person* has one account by e-mail and a *membership* with a *role* in each *workspace*. An API *key* is a row
 * among the people, so that whoever acts is named the same way. Who calls is found by `authenticate`; what they may do
 * stands in shared/contracts/permissions.ts. People are *told* what is theirs (`notify`: bell and daily digest), and
 * every change of settings, people and keys, and every look at personal data, is an entry of the log (`audit`).
 *
 * Owns      tables workspaces, people, memberships, teams, team_members, sessions, recovery_codes, links, api_keys,
 *           audit_entries, notifications
 * Listens   to nothing
 * Announces workspace.created, workspace.changed, person.joined, person.left, notification.added
 * Start at  authenticate.actions.ts, sign-in.actions.ts; membership-rules.ts and password-rules.ts
 */
export { notificationAdded, personJoined, personLeft, workspaceChanged, workspaceCreated } from './account.events.ts'
export { audit } from './audit.store.ts'
export { authenticate } from './authenticate.actions.ts'
export { changesOf, isEmpty } from './changes.ts'
export { createKey, type NewKey } from './key.actions.ts'
export { join as addMember, type Membership, membership, type Named, namesOf } from './membership.store.ts'
export { notify, notifyOfMore } from './notification.actions.ts'
export { readAllBefore, untitle } from './notification.store.ts'
export { addPerson, createWorkspace, ensureFirstRun, workspaceIdOf } from './set-up.actions.ts'
export { everyMember, insertTeam, setTeamMembers, type TeamMember, teamById, teamMembers, teams } from './team.store.ts'
export { type WorkspaceShown, workspaceOf, workspaceZone } from './workspace.actions.ts'
