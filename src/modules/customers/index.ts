/**
 * Customers: who speaks.
 *
 * A *customer* is recognised by *identities* (the organisation's own id, e-mail, telephone, openid, device), each of
 * which belongs to one. Two can be *merged* and taken apart again: rows stay where they are, and whoever reads a
 * history reads those of the whole *family*. A *contact* is one touch of a customer by us.
 *
 * Owns      tables customers, identities, merges, contacts, erasures; functions customer_root, customer_family,
 *           recognise_customers
 * Announces customer.merged, customer.unmerged, customer.erased
 * Start at  identity.ts (folding), recognise_customers in the migration (who is who), customer-data.actions.ts
 *           (copy and erasure over all modules)
 */
export { contactsOf, contactsSince } from './contact.store.ts'
export { putCustomer, recogniseOne, recordContact } from './customer.actions.ts'
export { customerErased, customerMerged, customerUnmerged } from './customer.events.ts'
export { noSuchCustomer } from './customer.refusals.ts'
export { type Customer, customerByExternalId, customerOf, familyOf, recognise } from './customer.store.ts'
export { type CustomerPart, customerMails, customerSelf, marksOf } from './customer-data.actions.ts'
export { holdErasures } from './customer-data.store.ts'
export { type Identity, identitiesOf, type Misfit, type Told } from './identity.ts'
