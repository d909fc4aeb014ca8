const BY_MACHINE = /^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)([+\-.].*)?@/i

/** An address behind which nobody reads: it is not written to by itself. @source RFC 3834, section 2 */
export const isMachineAddress = (address: string): boolean => BY_MACHINE.test(address)
