import { useNavigate } from '@tanstack/react-router'
import { admin } from '../../rpc.ts'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../words.tsx'
import { ProductForm } from './product-form.tsx'
import { blankProduct, productInput } from './product-input.ts'

export function NewProductPage() {
  const { m } = useWords()
  const navigate = useNavigate()
  const utils = admin.useUtils()
  const create = admin.products.create.useMutation({
    onSuccess: async ({ id }) => {
      await utils.products.list.invalidate()
      await navigate({ to: '/admin/products/$id', params: { id } })
    },
  })
  return (
    <Page title={m('new_product')} className="console-narrow">
      <ProductForm
        initial={blankProduct}
        busy={create.isPending}
        error={create.error}
        onSave={(fields) => create.mutate(productInput(fields))}
        fresh
      />
    </Page>
  )
}
