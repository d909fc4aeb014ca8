import { useWords } from '../../words.tsx'
import { HistoryList } from '../customers/HistoryList.tsx'

const SHOWN = 15

/** Everything between this customer and us, on every channel; what belongs to this case is marked. */
export function CustomerHistory({
  caseId,
  customerId,
  go,
}: {
  caseId: string
  customerId: string
  go: (id: string) => void
}) {
  const { t } = useWords()
  return (
    <section>
      <h4>{t('customers.timeline')}</h4>
      <HistoryList customer={customerId} limit={SHOWN} here={caseId} go={go} />
    </section>
  )
}
