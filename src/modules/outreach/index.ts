/**
 * Outreach: what we say to customers of our own accord.
 *
 * When a change has reached customers, everyone whose voice asked for it gets one *notice*: by mail where an address is
 * known (in their own thread when they wrote by mail), and on the status page of what they said. A *recipient* is the
 * customer, or the voice when nobody is known behind it; (improvement, recipient) is unique.
 *
 * Owns      table notices
 * Listens   improvement.shipped, improvement.linked
 * Announces notice.sent
 * Start at  notice.ts (what is written), notice.actions.ts (who gets it and how)
 */
export { customerNotices } from './customer-data.actions.ts'
export { tellVoices } from './notice.actions.ts'
export { noticeSent } from './notice.events.ts'
export { markSeen, noticesFor, type ShownNotice } from './notice.store.ts'
