import { useNavigate } from '@tanstack/react-router'
import { admin } from '../../rpc.ts'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../words.tsx'
import { ProductForm } from './product-form.tsx'
import { blankSheet } from './sheet.ts'
import { productInput } from './sheet-input.ts'

export function NewProductPage() {
  const { m } = useWords()
  const navigate = useNavigate()
  const utils = admin.useUtils()
  const create = admin.products.create.useMutation()
  return (
    <Page title={m('new_product')} className="console-product">
      <ProductForm
        initial={blankSheet}
        busy={create.isPending}
        error={create.error}
        onSave={(sheet, done) =>
          create.mutate(productInput(sheet), {
            onSuccess: ({ id }) => {
              done()
              void utils.products.list.invalidate()
              void navigate({ to: '/admin/products/$id', params: { id } })
            },
          })
        }
        fresh
      />
    </Page>
  )
}
