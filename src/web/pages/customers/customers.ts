import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { CustomerItem, CustomerView } from '../../../shared/contracts/customers.ts'
import { api } from '../../api.ts'

export type CustomerInList = z.input<typeof CustomerItem>
export type Customer = z.input<typeof CustomerView>

export const customerPath = (id: string) => `/api/v1/customers/${id}`

export const useCustomer = (id: string) =>
  useQuery({
    queryKey: ['customers', 'one', id],
    queryFn: ({ signal }) => api.get<Customer>(customerPath(id), {}, signal),
    // Each look at a person is audited: one visit is one look.
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  })

/** What someone types to say that they mean this customer: the name, or what else they are known by. */
export const callOf = ({ name, identities, id }: Customer): string => name || identities[0]?.value || id
