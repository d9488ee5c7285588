import { type ReactNode, useState } from 'react'
import { Button, LinkButton } from '../button.tsx'
import { Dialog } from '../dialog.tsx'
import { Checkbox, Field, PasswordField, Select, TextArea } from '../field.tsx'
import { Messages } from '../messages.tsx'
import { Picture } from '../picture.tsx'
import { Price } from '../price.tsx'
import { Quantity } from '../quantity.tsx'
import { Empty, State, Waiting } from '../states.tsx'
import { Timeline } from '../timeline.tsx'
import { useToast } from '../toast.tsx'

const colours = ['paper', 'paper-low', 'paper-high', 'ink', 'ink-soft', 'ink-faint', 'accent', 'good', 'few'] as const
const sizes = ['xs', 'sm', 'md', 'lg', 'xl', '2xl', '3xl', '4xl'] as const
const noon = '2026-11-22T12:00:00.000Z'

const Part = ({ name, children }: { name: string; children: ReactNode }) => (
  <section>
    <h2>{name}</h2>
    <div className="gallery-row">{children}</div>
  </section>
)

/** Every part that pages are made of, in each of its states, beside each other. */
export function Gallery() {
  const tell = useToast()
  const [open, setOpen] = useState<'dialog' | 'drawer' | null>(null)
  const [quantity, setQuantity] = useState(2)
  return (
    <main className="gallery-sheet">
      <h1>Gallery</h1>
      <Part name="Colours">
        {colours.map((name) => (
          <div key={name} className="gallery-swatch" style={{ background: `var(--${name})` }}>
            <code>{name}</code>
          </div>
        ))}
      </Part>
      <Part name="Type">
        {sizes.map((size) => (
          <span key={size} style={{ font: `420 var(--text-${size}) / 1.1 var(--serif)` }}>
            Comptoir {size}
          </span>
        ))}
      </Part>
      <Part name="Button">
        <Button kind="primary">Primary</Button>
        <Button>Plain</Button>
        <Button kind="primary" busy>
          Busy
        </Button>
        <Button disabled>Disabled</Button>
        <LinkButton>Like a link</LinkButton>
      </Part>
      <Part name="Field">
        <Field label="Name" defaultValue="Camille" hint="As on the parcel" />
        <Field label="Postcode" defaultValue="69" error="Five digits, please." />
        <Field label="Phone" optional />
        <PasswordField label="Password" defaultValue="secret" />
        <Select label="Shelf">
          <option>Stationery</option>
          <option>Kitchen</option>
        </Select>
        <TextArea label="Message" />
        <Checkbox label="I agree" />
      </Part>
      <Part name="Price and quantity">
        <Price cents={1250} currency="EUR" />
        <Price cents={1250} currency="EUR" was={1500} />
        <Price cents={123456} currency="EUR" from />
        <Quantity value={quantity} most={9} of="notebook" onChange={setQuantity} />
      </Part>
      <Part name="State">
        {(['good', 'few', 'hot', 'gone', 'quiet'] as const).map((tone) => (
          <State key={tone} tone={tone}>
            {tone}
          </State>
        ))}
      </Part>
      <Part name="Floating">
        <Button onClick={() => setOpen('dialog')}>Dialog</Button>
        <Button onClick={() => setOpen('drawer')}>Drawer</Button>
        <Button onClick={() => tell('Saved.')}>Toast</Button>
        <Dialog title="A dialog" open={open !== null} drawer={open === 'drawer'} onClose={() => setOpen(null)}>
          <p>Escape closes it; the focus returns.</p>
        </Dialog>
      </Part>
      <Part name="Picture">
        <div style={{ width: '8rem' }}>
          <Picture path="/pictures/carafe-1" alt="A carafe" sizes="8rem" />
        </div>
        <div style={{ width: '8rem' }}>
          <Picture path={null} alt="" sizes="8rem" />
        </div>
      </Part>
      <Part name="Timeline">
        <Timeline
          steps={[
            { key: 'placed', title: 'Order placed', at: noon, state: 'past' },
            { key: 'paid', title: 'Paid', at: noon, state: 'now' },
            { key: 'shipped', title: 'Shipped', at: null, state: 'ahead' },
          ]}
        />
      </Part>
      <Part name="Table">
        <table className="table">
          <thead>
            <tr>
              <th>Product</th>
              <th className="is-number">Available</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td>Notebook</td>
              <td className="is-number">1,204</td>
            </tr>
          </tbody>
        </table>
      </Part>
      <Part name="Messages">
        <Messages
          mine="customer"
          messages={[
            {
              ...{ id: '1', author: 'customer', authorName: 'Camille', body: 'Is the blue one coming back?' },
              ...{ at: noon, orderStatus: 'paid' },
            },
            {
              ...{ id: '2', author: 'staff', authorName: 'Jeanne', body: 'On Tuesday.', at: noon, orderStatus: null },
            },
          ]}
        />
      </Part>
      <Part name="Empty, and on its way">
        <Empty title="No order yet">
          <p>Your orders will be kept here.</p>
        </Empty>
        <Waiting rows={3} />
      </Part>
    </main>
  )
}
