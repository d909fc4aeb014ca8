/** What staff are told a case is called: the facts that fill the words `notification.<kind>`. */
export const toldOf = ({
  number,
  subject,
}: {
  number: number
  subject: string
}): { number: number; title: string } => ({
  number,
  title: `#${number} ${subject}`,
})
