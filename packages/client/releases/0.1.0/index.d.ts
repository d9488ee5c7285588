import { TRPCClient, TRPCLink } from "@trpc/client";
import * as _$_trpc_server0 from "@trpc/server";
import * as _$_trpc_server_unstable_core_do_not_import0 from "@trpc/server/unstable-core-do-not-import";
//#region ../domain/src/id.d.ts
/** The kinds of things that have an id. */
declare const idKinds: readonly ["user", "session", "product", "variant", "category", "image", "movement", "cart", "line", "order", "event", "payment", "refund", "invoice", "credit", "delivery", "thread", "message", "entry", "audit", "note", "address", "answer", "import", "token"];
type IdKind = (typeof idKinds)[number];
/** An id that says what it is of: `order_01j9…`. */
type Id<K extends IdKind> = `${K}_${string}`;
//#endregion
//#region ../domain/src/money.d.ts
declare const minor: unique symbol;
/** A whole number of a currency's minor units (cents for EUR). RULES 4.1. */
type Cents = number & {
  readonly [minor]: true;
};
/** The currencies the shop can count in, with the number of decimals of each. RULES 4.1. */
declare const currencies: {
  readonly EUR: 2;
  readonly CHF: 2;
  readonly GBP: 2;
  readonly USD: 2;
  readonly JPY: 0;
  readonly KWD: 3;
};
type Currency = keyof typeof currencies;
//#endregion
//#region ../domain/src/problem.d.ts
/** The two languages the shop speaks. */
type Locale = 'fr' | 'en';
/** What sort of no it is; the api maps each kind to one status. */
type ProblemKind = 'invalid' | 'unauthenticated' | 'forbidden' | 'missing' | 'conflict' | 'limited' | 'unavailable';
/** One line of the catalog: its kind, and its words in both languages, made from the facts of the case. */
interface ProblemLine<K extends ProblemKind, F> {
  kind: K;
  words: {
    en: (of: F) => string;
    fr: (of: F) => string;
  };
}
//#endregion
//#region ../domain/src/vat.d.ts
declare const vatCategories: readonly ["standard", "intermediate", "reduced", "super_reduced", "zero"];
type VatCategory = (typeof vatCategories)[number];
/** A tax as it was at the time of sale: category and rate in basis points (2000 = 20 %; the sum when several apply). */
interface Vat {
  category: VatCategory;
  rateBp: number;
}
//#endregion
//#region ../domain/src/cart/quote-types.d.ts
/** Whether prices carry their tax (French consumer shops) or not; one basis per order. RULES 4.2. */
type TaxBasis = 'inclusive' | 'exclusive';
/** A line with its frozen parts. `amountCents` = full − discount in the quote's basis; net + tax = gross. */
interface QuotedLine {
  id: string;
  unitCents: Cents;
  quantity: number;
  vat: Vat;
  fullCents: Cents;
  discountCents: Cents;
  amountCents: Cents;
  netCents: Cents;
  taxCents: Cents;
  grossCents: Cents;
}
interface TaxGroup {
  vat: Vat;
  netCents: Cents;
  taxCents: Cents;
  grossCents: Cents;
}
/** What the shopper pays, line by line; `delivery` is the last line of its group. RULES 4.3. */
interface Quote {
  currency: Currency;
  basis: TaxBasis;
  lines: QuotedLine[];
  delivery: QuotedLine | null;
  groups: TaxGroup[];
  goodsCents: Cents;
  discountCents: Cents;
  deliveryCents: Cents;
  netCents: Cents;
  taxCents: Cents;
  totalCents: Cents;
  freeDeliveryFromCents: Cents | null;
  hash: string;
}
//#endregion
//#region ../domain/src/cart/cart.d.ts
/** Something the shopper must look at; the line stays until removed or put right. RULES 4.11. */
type CartProblem = {
  lineId: Id<'line'>;
  name: string;
} & ({
  reason: 'gone';
} | {
  reason: 'withdrawn';
} | {
  reason: 'short';
  left: number;
} | {
  reason: 'price_changed';
  seenCents: Cents;
  nowCents: Cents;
});
//#endregion
//#region ../domain/src/orders/order.d.ts
declare const placements: readonly ["created", "validated", "cancelled"];
type Placement = (typeof placements)[number];
declare const paymentAxis: readonly ["unpaid", "paid", "refunded"];
type PaymentAxis = (typeof paymentAxis)[number];
declare const deliveryAxis: readonly ["none", "shipped", "delivered"];
type DeliveryAxis = (typeof deliveryAxis)[number];
declare const cancelReasons: readonly ["customer", "staff", "expired"];
type CancelReason = (typeof cancelReasons)[number];
/** The three stored axes of an order. RULES 4.6. */
interface OrderAxes {
  placement: Placement;
  payment: PaymentAxis;
  delivery: DeliveryAxis;
}
/** Where an order goes: a copy of its own, never a link to an address book. RULES 4.12. */
interface Address {
  name: string;
  line1: string;
  line2: string;
  postcode: string;
  city: string;
  country: string;
  phone: string;
}
/** A line with everything frozen at placement: words, price, rate, shares. RULES 4.12. */
interface OrderLine {
  id: Id<'line'>;
  productId: Id<'product'>;
  variantId: Id<'variant'>;
  position: number;
  sku: string | null;
  name: string;
  optionWords: string;
  imagePath: string | null;
  unitCents: Cents;
  compareAtCents: Cents | null;
  quantity: number;
  vat: Vat;
  fullCents: Cents;
  discountCents: Cents;
  amountCents: Cents;
  netCents: Cents;
  taxCents: Cents;
  grossCents: Cents;
}
/** The delivery charge of an order, frozen like a line. */
interface OrderDeliveryLine {
  code: string;
  name: string;
  vat: Vat;
  amountCents: Cents;
  netCents: Cents;
  taxCents: Cents;
  grossCents: Cents;
}
interface Order extends OrderAxes {
  id: Id<'order'>;
  reference: string;
  cartId: Id<'cart'> | null;
  userId: Id<'user'> | null;
  email: string;
  locale: Locale;
  currency: Currency;
  basis: TaxBasis;
  status: OrderStatus;
  cancelReason: CancelReason | null;
  address: Address;
  lines: OrderLine[];
  deliveryLine: OrderDeliveryLine | null;
  groups: TaxGroup[];
  goodsCents: Cents;
  discountCents: Cents;
  deliveryCents: Cents;
  netCents: Cents;
  taxCents: Cents;
  totalCents: Cents;
  termsVersion: string;
  placedAt: Date;
  /** Unpaid past this instant, the order expires and gives its stock back. RULES 4.8. */
  payBefore: Date;
  validatedAt: Date | null;
  paidAt: Date | null;
  shippedAt: Date | null;
  deliveredAt: Date | null;
  cancelledAt: Date | null;
  refundedAt: Date | null;
  carrier: string | null;
  trackingNumber: string | null;
  version: number;
}
//#endregion
//#region ../domain/src/orders/status.d.ts
/** The seed's statuses, by their identifiers (CREE, VALIDEE, PAYEE, EXPEDIEE, LIVREE, ANNULEE, REMBOURSEE). */
declare const orderStatuses: readonly ["created", "validated", "paid", "shipped", "delivered", "cancelled", "refunded"];
type OrderStatus = (typeof orderStatuses)[number];
/** The life of an order, as data: guards, allowed actions and buttons derive from this one table. RULES 4.6. */
declare const orderActions: {
  readonly validate: {
    readonly by: "staff";
    readonly from: {
      readonly placement: readonly ["created"];
      readonly payment: readonly ["unpaid"];
      readonly delivery: readonly ["none"];
    };
    readonly to: {
      readonly placement: "validated";
    };
  };
  readonly pay: {
    readonly by: "customer";
    readonly from: {
      readonly placement: readonly ["created", "validated"];
      readonly payment: readonly ["unpaid"];
      readonly delivery: readonly ["none"];
    };
    readonly to: {
      readonly payment: "paid";
    };
  };
  readonly ship: {
    readonly by: "staff";
    readonly from: {
      readonly placement: readonly ["created", "validated"];
      readonly payment: readonly ["paid"];
      readonly delivery: readonly ["none"];
    };
    readonly to: {
      readonly delivery: "shipped";
    };
  };
  readonly deliver: {
    readonly by: "staff";
    readonly from: {
      readonly placement: readonly ["created", "validated"];
      readonly payment: readonly ["paid"];
      readonly delivery: readonly ["shipped"];
    };
    readonly to: {
      readonly delivery: "delivered";
    };
  };
  readonly cancel: {
    readonly by: "either";
    readonly from: {
      readonly placement: readonly ["created", "validated"];
      readonly payment: readonly ["unpaid", "paid"];
      readonly delivery: readonly ["none"];
    };
    readonly to: {
      readonly placement: "cancelled";
    };
  };
  readonly refund: {
    readonly by: "staff";
    readonly from: {
      readonly placement: readonly ["created", "validated"];
      readonly payment: readonly ["paid"];
      readonly delivery: readonly ["none", "shipped", "delivered"];
    };
    readonly to: {
      readonly payment: "refunded";
    };
  };
  readonly expire: {
    readonly by: "system";
    readonly from: {
      readonly placement: readonly ["created", "validated"];
      readonly payment: readonly ["unpaid"];
      readonly delivery: readonly ["none"];
    };
    readonly to: {
      readonly placement: "cancelled";
    };
  };
};
type OrderAction = keyof typeof orderActions;
//#endregion
//#region ../domain/src/problems.d.ts
/** Every refusal of the house, by code. */
declare const problems: {
  thread_not_found: ProblemLine<"missing", Record<string, never>>;
  saved_answer_not_found: ProblemLine<"missing", Record<string, never>>;
  saved_answers_full: ProblemLine<"conflict", {
    most: number;
  }>;
  thread_closed: ProblemLine<"conflict", Record<string, never>>;
  sign_in_first: ProblemLine<"unauthenticated", Record<string, never>>;
  session_ended: ProblemLine<"unauthenticated", Record<string, never>>;
  not_allowed: ProblemLine<"forbidden", Record<string, never>>;
  scope_missing: ProblemLine<"forbidden", {
    scope: Scope;
  }>;
  token_refused: ProblemLine<"forbidden", Record<string, never>>;
  token_ended: ProblemLine<"unauthenticated", Record<string, never>>;
  token_not_found: ProblemLine<"missing", Record<string, never>>;
  tokens_full: ProblemLine<"conflict", {
    most: number;
  }>;
  token_end_refused: ProblemLine<"invalid", {
    from: string;
    to: string;
  }>;
  app_not_found: ProblemLine<"missing", Record<string, never>>;
  wrong_credentials: ProblemLine<"unauthenticated", Record<string, never>>;
  email_taken: ProblemLine<"conflict", Record<string, never>>;
  wrong_password: ProblemLine<"invalid", Record<string, never>>;
  address_not_found: ProblemLine<"missing", Record<string, never>>;
  address_book_full: ProblemLine<"conflict", {
    most: number;
  }>;
  customer_not_found: ProblemLine<"missing", Record<string, never>>;
  colleague_not_found: ProblemLine<"missing", Record<string, never>>;
  email_in_use: ProblemLine<"conflict", Record<string, never>>;
  own_standing: ProblemLine<"conflict", Record<string, never>>;
  link_not_found: ProblemLine<"missing", Record<string, never>>;
  password_too_common: ProblemLine<"invalid", Record<string, never>>;
  password_too_short: ProblemLine<"invalid", {
    least: number;
  }>;
  password_too_long: ProblemLine<"invalid", {
    most: number;
  }>;
  payment_in_progress: ProblemLine<"conflict", Record<string, never>>;
  payment_attempts_spent: ProblemLine<"conflict", {
    most: number;
  }>;
  payment_not_found: ProblemLine<"missing", Record<string, never>>;
  refund_in_progress: ProblemLine<"conflict", Record<string, never>>;
  refund_too_large: ProblemLine<"conflict", {
    refundableCents: number;
  }>;
  refund_line_unknown: ProblemLine<"invalid", Record<string, never>>;
  refund_failed: ProblemLine<"conflict", Record<string, never>>;
  payment_unavailable: ProblemLine<"unavailable", Record<string, never>>;
  invoice_not_found: ProblemLine<"missing", Record<string, never>>;
  credit_note_not_found: ProblemLine<"missing", Record<string, never>>;
  order_not_found: ProblemLine<"missing", Record<string, never>>;
  order_look_up_missed: ProblemLine<"missing", Record<string, never>>;
  cart_empty: ProblemLine<"conflict", Record<string, never>>;
  cart_not_orderable: ProblemLine<"conflict", {
    problems: CartProblem[];
  }>;
  quote_changed: ProblemLine<"conflict", {
    seenTotalCents: number;
    quote: Quote;
  }>;
  terms_changed: ProblemLine<"conflict", {
    current: string;
  }>;
  email_needed: ProblemLine<"invalid", Record<string, never>>;
  order_step_refused: ProblemLine<"conflict", {
    action: OrderAction;
    status: string;
  }>;
  order_not_paid: ProblemLine<"conflict", Record<string, never>>;
  order_already_shipped: ProblemLine<"conflict", Record<string, never>>;
  order_expired: ProblemLine<"conflict", Record<string, never>>;
  captured_amount_differs: ProblemLine<"conflict", {
    totalCents: number;
    capturedCents: number;
  }>;
  cart_not_found: ProblemLine<"missing", Record<string, never>>;
  cart_line_not_found: ProblemLine<"missing", Record<string, never>>;
  cart_full: ProblemLine<"conflict", {
    most: number;
  }>;
  quantity_limit: ProblemLine<"conflict", {
    most: number;
  }>;
  out_of_stock: ProblemLine<"conflict", {
    name: string;
    left: number;
  }>;
  product_not_found: ProblemLine<"missing", Record<string, never>>;
  variant_not_found: ProblemLine<"missing", Record<string, never>>;
  category_not_found: ProblemLine<"missing", Record<string, never>>;
  slug_taken: ProblemLine<"conflict", {
    slug: string;
  }>;
  sku_taken: ProblemLine<"conflict", {
    sku: string;
  }>;
  variants_unclear: ProblemLine<"invalid", {
    reason: "duplicate" | "unknown_value" | "none";
  }>;
  name_missing: ProblemLine<"invalid", Record<string, never>>;
  options_unclear: ProblemLine<"invalid", Record<string, never>>;
  compare_price_too_low: ProblemLine<"invalid", Record<string, never>>;
  stock_too_low: ProblemLine<"conflict", {
    onHand: number;
    allocated: number;
  }>;
  product_changed: ProblemLine<"conflict", Record<string, never>>;
  picture_unreadable: ProblemLine<"invalid", Record<string, never>>;
  picture_not_found: ProblemLine<"missing", Record<string, never>>;
  picture_value_unknown: ProblemLine<"invalid", Record<string, never>>;
  upload_too_large: ProblemLine<"invalid", {
    mostBytes: number;
  }>;
  upload_kind_refused: ProblemLine<"invalid", Record<string, never>>;
  preview_ended: ProblemLine<"missing", Record<string, never>>;
  import_not_found: ProblemLine<"missing", Record<string, never>>;
  import_unreadable: ProblemLine<"invalid", Record<string, never>>;
  import_unchecked: ProblemLine<"conflict", Record<string, never>>;
  import_running: ProblemLine<"conflict", Record<string, never>>;
  cursor_invalid: ProblemLine<"invalid", Record<string, never>>;
  input_invalid: ProblemLine<"invalid", {
    fields: {
      path: string;
      message: string;
    }[];
  }>;
  idempotency_key_invalid: ProblemLine<"invalid", Record<string, never>>;
  request_reused: ProblemLine<"conflict", Record<string, never>>;
  still_working: ProblemLine<"unavailable", Record<string, never>>;
  too_many_requests: ProblemLine<"limited", {
    retryAfterSeconds: number;
  }>;
  too_many_streams: ProblemLine<"unavailable", {
    most: number;
    retryAfterSeconds: number;
  }>;
  outcome_unknown: ProblemLine<"unavailable", Record<string, never>>;
  shop_busy: ProblemLine<"unavailable", Record<string, never>>;
};
type Catalog = typeof problems;
type ProblemCode = keyof Catalog;
type ProblemFacts<C extends ProblemCode> = Catalog[C] extends ProblemLine<ProblemKind, infer F> ? F : never;
/** A refusal as it travels: code, kind, words in the caller's language, and the facts, typed by code. */
type Problem = { [C in ProblemCode]: {
  code: C;
  kind: Catalog[C]['kind'];
  message: string;
  details: ProblemFacts<C>;
} }[ProblemCode];
//#endregion
//#region ../domain/src/people/user.d.ts
declare const roles: readonly ["customer", "support", "catalogue", "finance", "admin"];
type Role = (typeof roles)[number];
//#endregion
//#region ../domain/src/people/permission.d.ts
/** What each role of the staff may do: the one table behind procedures, menu and buttons. */
declare const permissions: {
  readonly 'orders:read': readonly ["support", "finance", "admin"];
  readonly 'orders:fulfil': readonly ["support", "admin"];
  readonly 'orders:cancel': readonly ["support", "finance", "admin"];
  readonly 'orders:refund': readonly ["finance", "admin"];
  readonly 'orders:note': readonly ["support", "finance", "admin"];
  readonly 'products:read': readonly ["catalogue", "support", "finance", "admin"];
  readonly 'products:write': readonly ["catalogue", "admin"];
  readonly 'support:read': readonly ["support", "admin"];
  readonly 'support:write': readonly ["support", "admin"];
  readonly 'stats:read': readonly ["finance", "admin"];
  readonly 'customers:read': readonly ["support", "finance", "admin"];
  readonly 'customers:write': readonly ["support", "admin"];
  readonly 'staff:write': readonly ["admin"];
  readonly 'apps:write': readonly ["admin"];
  readonly 'audit:read': readonly ["admin"];
  readonly 'settings:write': readonly ["admin"];
  readonly 'system:write': readonly ["admin"];
};
type Permission = keyof typeof permissions;
//#endregion
//#region ../domain/src/people/scope.d.ts
/** What an access token may be allowed at the shop's own door: the holder's things, and the shelf. */
declare const shopScopes: readonly ["catalog:read", "cart:read", "cart:write", "orders:read", "orders:write", "account:read", "account:write", "support:read", "support:write"];
type ShopScope = (typeof shopScopes)[number];
declare const reservedNames: readonly ["staff:write", "apps:write", "system:write"];
type Reserved = (typeof reservedNames)[number];
/** What a token may be allowed: at the console a scope has the name of the permission that it lends. SAFETY S-42. */
type Scope = ShopScope | Exclude<Permission, Reserved>;
//#endregion
//#region ../../apps/api/src/features/people/profile-view.d.ts
/** What a person sees of their own account. */
interface ProfileView {
  id: string;
  email: string;
  name: string;
  phone: string;
  locale: Locale;
  role: Role;
  /** What the role may do in the console; empty for customers. */
  permissions: Permission[];
}
/** Whoever calls; null for a guest. */
interface MeView {
  user: ProfileView | null;
}
interface DoneView {
  done: true;
}
//#endregion
//#region ../../apps/api/src/services/upkeep.d.ts
/** Whether the engine found its own file sound: looked at once, when the shop has opened. */
type DataState = 'unchecked' | 'checking' | 'sound' | 'damaged';
//#endregion
//#region ../../apps/api/src/features/live/follow-topics.d.ts
/** Said first, so that whoever listens knows from which position on. */
interface BegunNews {
  news: 'begun';
}
//#endregion
//#region ../domain/src/cart/merge-carts.d.ts
/** Something that did not fit when two carts became one: how many pieces were wanted and how many are in the cart now. */
interface CartNotice {
  reason: 'stock' | 'limit' | 'cart_full';
  variantId: Id<'variant'>;
  name: string;
  wanted: number;
  kept: number;
}
//#endregion
//#region ../domain/src/catalog/product.d.ts
/** A product is a draft, on the shelf, or archived: never deleted once ordered. RULES 4.11. */
declare const productStates: readonly ["draft", "published", "archived"];
type ProductState = (typeof productStates)[number];
/** What a shopper is told about stock: exact numbers are for staff. RULES 4.8. */
type StockState = 'in_stock' | 'few_left' | 'out_of_stock';
//#endregion
//#region ../domain/src/catalog/stock.d.ts
/** Why the number of pieces on the shelf changed: on hand is the sum of these movements. RULES 4.8. */
declare const movementKinds: readonly ["received", "adjustment", "sale", "return"];
type MovementKind = (typeof movementKinds)[number];
//#endregion
//#region ../domain/src/catalog/product-import.d.ts
/** A file of products: on file, looked through, on its way into the catalogue, in it, or of no use. */
declare const importStates: readonly ["uploaded", "checked", "running", "done", "failed"];
type ImportState = (typeof importStates)[number];
//#endregion
//#region ../../apps/api/src/features/catalog/product-card-view.d.ts
/** A picture of ours: `path` + `-480.webp`, `-960.webp`… */
interface ImageView {
  path: string;
  alt: string;
}
interface CategoryRefView {
  slug: string;
  name: string;
}
/** A product as a list shows it. `priceCents` is the lowest, `maxPriceCents` the highest price of its variants. */
interface ProductCardView {
  id: string;
  slug: string;
  name: string;
  line: string;
  category: CategoryRefView | null;
  priceCents: number;
  maxPriceCents: number;
  compareAtCents: number | null;
  currency: Currency;
  stock: StockState;
  image: ImageView | null;
  swatches: string[];
  hasOptions: boolean;
  /** The one variant of a product without options, to add it to the cart from a list. */
  defaultVariantId: string | null;
}
interface ProductPageView {
  items: ProductCardView[];
  nextCursor: string | null;
}
interface CategoryView {
  slug: string;
  name: string;
  description: string;
  tint: string;
  image: ImageView | null;
}
interface CategoriesView {
  items: CategoryView[];
}
//#endregion
//#region ../../apps/api/src/features/catalog/product-view.d.ts
/** What a shopper is told of a variant's stock: `left` only when few are left. RULES 4.8. */
interface VariantStockView {
  id: string;
  stock: StockState;
  left: number | null;
  maxQuantity: number;
  priceCents: number;
  compareAtCents: number | null;
}
interface StockView {
  productId: string;
  currency: Currency;
  variants: VariantStockView[];
}
/** `values` are value codes in the order of the product's options; `optionWords` says them: "Bleu · M". */
interface ProductVariantView extends VariantStockView {
  sku: string | null;
  values: string[];
  optionWords: string;
}
interface OptionValueView {
  code: string;
  name: string;
  swatch: string | null;
}
interface OptionView {
  code: string;
  name: string;
  values: OptionValueView[];
}
/** A picture of a product; `values` are the option values that it shows, none for all. */
interface ProductImageView extends ImageView {
  values: string[];
}
interface FactView {
  name: string;
  value: string;
}
interface VatView {
  category: VatCategory;
  rateBp: number;
}
/** A product page, in the caller's language (or the other one where a text is missing). */
interface ProductView {
  id: string;
  slug: string;
  name: string;
  line: string;
  description: string;
  facts: FactView[];
  category: CategoryRefView | null;
  priceCents: number;
  maxPriceCents: number;
  currency: Currency;
  stock: StockState;
  vat: VatView;
  images: ProductImageView[];
  options: OptionView[];
  variants: ProductVariantView[];
  related: ProductCardView[];
}
//#endregion
//#region ../../apps/api/src/features/catalog/stock-changes.d.ts
/** What a shared stream tells of a product on the shelf. */
interface StockNews {
  news: 'stock';
  stock: StockView;
}
//#endregion
//#region ../../apps/api/src/features/orders/order-changes.d.ts
/** A step of an order, as open pages hear of it. */
interface OrderChangeView {
  orderId: string;
  status: OrderStatus;
  kind: string;
  at: string;
}
/** What a shared stream tells of orders. */
interface OrderNews {
  news: 'order';
  order: OrderChangeView;
}
//#endregion
//#region ../domain/src/support/thread.d.ts
declare const threadStates: readonly ["open", "closed"];
type ThreadState = (typeof threadStates)[number];
type Author = 'customer' | 'staff';
//#endregion
//#region ../../apps/api/src/features/support/message-event-view.d.ts
/** A new message as subscriptions tell it; `state` is the conversation's state now. */
interface MessageEventView {
  threadId: string;
  messageId: string;
  author: Author;
  body: string;
  at: string;
  state: ThreadState;
}
//#endregion
//#region ../../apps/api/src/features/support/follow-messages.d.ts
/** What a shared stream tells of conversations. */
interface MessageNews {
  news: 'message';
  message: MessageEventView;
}
//#endregion
//#region ../../apps/api/src/features/support/follow-threads.d.ts
/** A conversation that was opened, closed or given to someone. */
interface ThreadChangeView {
  threadId: string;
  state: ThreadState;
  at: string;
}
/** What a shared stream tells of conversations that were opened, closed or given to someone. */
interface ThreadNews {
  news: 'thread';
  thread: ThreadChangeView;
}
//#endregion
//#region ../../apps/api/src/features/support/thread-view.d.ts
/** A message as both sides read it. */
interface MessageView {
  id: string;
  author: Author;
  authorName: string;
  body: string;
  at: string;
  /** Where the order that the conversation is about was when this was written. */
  orderStatus: OrderStatus | null;
}
interface ThreadFacts {
  id: string;
  subject: string;
  state: ThreadState;
  orderId: string | null;
  orderReference: string | null;
  createdAt: string;
  lastMessageAt: string;
  /** Messages of the other side that were not read yet. */
  unread: number;
}
/** A conversation in a list, with the beginning of its newest message. */
interface ThreadSummaryView extends ThreadFacts {
  lastAuthor: Author;
  lastExcerpt: string;
}
/** A conversation with its newest messages (at most 100), oldest of them first. */
interface ThreadView extends ThreadFacts {
  messages: MessageView[];
}
/** Who wrote to the shop and who looks after it, for the staff. */
interface CustomerFacts {
  /** Null for a guest, whose conversation belongs to their order. */
  customerId: string | null;
  customerName: string;
  customerEmail: string;
  assigneeId: string | null;
  assigneeName: string | null;
}
interface StaffThreadSummaryView extends ThreadSummaryView, CustomerFacts {}
interface StaffThreadView extends ThreadView, CustomerFacts {}
interface ThreadPageView {
  items: ThreadSummaryView[];
  nextCursor: string | null;
}
interface StaffThreadPageView {
  items: StaffThreadSummaryView[];
  nextCursor: string | null;
}
//#endregion
//#region ../../apps/api/src/features/cart/quote-view.d.ts
interface QuoteVatView {
  category: VatCategory;
  rateBp: number;
}
/** A line of the quote; its id is the variant's, or the delivery method's code. */
interface QuotedLineView {
  id: string;
  unitCents: number;
  quantity: number;
  vat: QuoteVatView;
  fullCents: number;
  discountCents: number;
  amountCents: number;
  netCents: number;
  taxCents: number;
  grossCents: number;
}
interface TaxGroupView$1 {
  vat: QuoteVatView;
  netCents: number;
  taxCents: number;
  grossCents: number;
}
/** What the shopper pays, with the hash that `orders.checkout` compares. RULES 4.3, 4.10. */
interface QuoteView {
  currency: Currency;
  basis: TaxBasis;
  lines: QuotedLineView[];
  delivery: QuotedLineView | null;
  groups: TaxGroupView$1[];
  goodsCents: number;
  discountCents: number;
  deliveryCents: number;
  netCents: number;
  taxCents: number;
  totalCents: number;
  freeDeliveryFromCents: number | null;
  hash: string;
}
//#endregion
//#region ../../apps/api/src/features/cart/cart-view.d.ts
declare const reasons: readonly ["gone", "withdrawn", "short", "price_changed"];
/** What the shopper must look at; all but `price_changed` stop the order. RULES 4.10, 4.11. */
interface CartProblemView {
  reason: (typeof reasons)[number];
  left: number | null;
  seenCents: number | null;
  nowCents: number | null;
}
interface CartImageView {
  path: string;
  alt: string;
}
/** A line of the cart; with `counted` false it is not in the total until it is put right. */
interface CartLineView {
  id: string;
  variantId: string;
  productId: string | null;
  slug: string | null;
  name: string;
  optionWords: string;
  image: CartImageView | null;
  quantity: number;
  unitCents: number;
  seenUnitCents: number;
  amountCents: number;
  counted: boolean;
  stock: StockState;
  left: number | null;
  maxQuantity: number;
  problem: CartProblemView | null;
}
/** How the goods travel: one flat price, free from a value of goods on. */
interface DeliveryMethodView {
  code: string;
  name: string;
  amountCents: number;
  freeFromCents: number | null;
}
/** A cart with its quote at today's prices; `id` is null while nothing was ever added. `count` sums the pieces. */
interface CartView {
  id: string | null;
  lines: CartLineView[];
  count: number;
  quote: QuoteView;
  deliveryMethod: DeliveryMethodView;
  currency: Currency;
  basis: TaxBasis;
  termsVersion: string;
}
//#endregion
//#region ../../apps/api/src/features/catalog/admin-product-view.d.ts
interface ProductTextsView {
  name: string;
  line: string;
  description: string;
  facts: FactView[];
  keywords: string;
}
/** The same words in both languages. */
interface BothView {
  fr: string;
  en: string;
}
interface AdminOptionValueView {
  code: string;
  names: BothView;
  swatch: string | null;
}
interface AdminOptionView {
  code: string;
  names: BothView;
  values: AdminOptionValueView[];
}
interface AdminVariantView {
  id: string;
  sku: string | null;
  values: string[];
  optionWords: string;
  priceCents: number;
  compareAtCents: number | null;
  onHand: number;
  allocated: number;
  available: number;
  archived: boolean;
}
/** `path` is null for a picture that was imported by its address and not fetched. */
interface AdminImageView {
  id: string;
  path: string | null;
  sourceUrl: string | null;
  alt: string;
  /** The words of each language, empty where there are none yet. */
  alts: BothView;
  values: string[];
}
/** A change of the shelf: who, why, when. */
interface MovementView {
  id: string;
  variantId: string;
  kind: MovementKind;
  quantity: number;
  reason: string;
  orderId: string | null;
  actorId: string | null;
  at: string;
}
interface BothTextsView {
  fr: ProductTextsView | null;
  en: ProductTextsView | null;
}
/** A product whole, as staff edit it: `version` goes back with the change. */
interface AdminProductView {
  id: string;
  slug: string;
  name: string;
  state: ProductState;
  category: CategoryRefView | null;
  vatCategory: VatCategory;
  popularity: number;
  currency: Currency;
  texts: BothTextsView;
  options: AdminOptionView[];
  variants: AdminVariantView[];
  images: AdminImageView[];
  movements: MovementView[];
  version: number;
  createdAt: string;
  updatedAt: string;
}
//#endregion
//#region ../../apps/api/src/features/catalog/import-view.d.ts
/** A row of the file that could not be used; `line` is where it begins, `reason` ends a sentence about it in the caller's language. */
interface ImportErrorView {
  line: number;
  reason: string;
}
/**
 * A file of products. `created`, `changed`, `unchanged` and `newVariants` are what a check says that would happen, then what the run did so
 * far; `done` of `products` is how far it came.
 */
interface ImportRowView {
  id: string;
  fileName: string;
  language: Locale;
  vatCategory: VatCategory | null;
  state: ImportState;
  rows: number;
  products: number;
  done: number;
  created: number;
  changed: number;
  unchanged: number;
  newVariants: number;
  errorCount: number;
  actorName: string | null;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
}
/** With its errors, at most 200 of `errorCount`, in the order of the file. */
interface ImportView extends ImportRowView {
  errors: ImportErrorView[];
}
interface ImportPageView {
  items: ImportRowView[];
  nextCursor: string | null;
}
//#endregion
//#region ../../apps/api/src/features/catalog/facets-view.d.ts
interface CategoryCountView {
  slug: string;
  name: string;
  count: number;
}
/** `code` is what the filter takes: `couleur:bleu`. */
interface ValueCountView {
  code: string;
  name: string;
  swatch: string | null;
  count: number;
}
interface OptionCountView {
  code: string;
  name: string;
  values: ValueCountView[];
}
/** What a list holds. Each count is the number of rows that the list has with that one filter set; `more`: at least so many. */
interface FacetsView {
  total: number;
  more: boolean;
  inStock: number;
  currency: Currency;
  minCents: number | null;
  maxCents: number | null;
  categories: CategoryCountView[];
  options: OptionCountView[];
}
/** What fits the beginning of a search. */
interface SuggestionsView {
  items: ProductCardView[];
  categories: CategoryRefView[];
}
/** What the shop's front page shows. */
interface HomeView {
  news: ProductCardView[];
  wanted: ProductCardView[];
  categories: CategoryView[];
}
//#endregion
//#region ../../apps/api/src/features/catalog/movement-view.d.ts
/** A change of a variant's shelf with who did it and why; `actorName` is null where it was an order or an import. */
interface MovementRowView {
  id: string;
  variantId: string;
  sku: string | null;
  optionWords: string;
  kind: MovementKind;
  quantity: number;
  reason: string;
  orderId: string | null;
  orderReference: string | null;
  actorId: string | null;
  actorName: string | null;
  at: string;
}
interface MovementPageView {
  items: MovementRowView[];
  nextCursor: string | null;
}
//#endregion
//#region ../../apps/api/src/features/catalog/preview-view.d.ts
/** What opens a draft: the page `/{locale}/preview/{token}` of the shop, until it expires. */
interface PreviewLinkView {
  token: string;
  expiresAt: string;
}
//#endregion
//#region ../../apps/api/src/features/catalog/product-row-view.d.ts
/** A product as staff list it; the stock is summed over its variants. */
interface ProductRowView {
  id: string;
  slug: string;
  name: string;
  category: CategoryRefView | null;
  state: ProductState;
  priceCents: number;
  maxPriceCents: number;
  currency: Currency;
  variantCount: number;
  onHand: number;
  allocated: number;
  available: number;
  image: ImageView | null;
  version: number;
  updatedAt: string;
}
interface ProductRowsView {
  items: ProductRowView[];
  nextCursor: string | null;
}
/** How many products a list of staff holds, by state and by stock, each with the other filters kept; `more`: at least so many. */
interface ProductCountsView {
  total: number;
  draft: number;
  published: number;
  archived: number;
  low: number;
  out: number;
  more: boolean;
}
//#endregion
//#region ../domain/src/billing/refund.d.ts
/** A refund waits for the gateway, then is final; a failed one does not count against what remains. RULES 4.5. */
declare const refundStates: readonly ["pending", "succeeded", "failed"];
type RefundState = (typeof refundStates)[number];
//#endregion
//#region ../domain/src/billing/documents.d.ts
/** The seller's mentions as they were at issue. SAFETY 8. */
interface SellerMentions {
  name: string;
  address: string;
  siren: string;
  vatNumber: string;
  email: string;
}
/** The buyer's mentions as they were at issue: copies, never links. */
interface BuyerMentions {
  name: string;
  email: string;
  address: Address;
}
/** A line of a document; `unitNetCents` is the net of one piece after discounts, half up, for reading only. */
interface DocumentLine {
  position: number;
  name: string;
  sku: string | null;
  quantity: number;
  unitNetCents: Cents;
  vat: Vat;
  netCents: Cents;
  taxCents: Cents;
  grossCents: Cents;
}
interface IssuedDocument {
  number: string;
  year: number;
  serial: number;
  orderId: Id<'order'>;
  orderReference: string;
  issuedAt: Date;
  locale: Locale;
  currency: Currency;
  seller: SellerMentions;
  buyer: BuyerMentions;
  lines: DocumentLine[];
  groups: TaxGroup[];
  netCents: Cents;
  taxCents: Cents;
  totalCents: Cents;
}
interface Invoice extends IssuedDocument {
  id: Id<'invoice'>;
  paidAt: Date;
}
//#endregion
//#region ../domain/src/billing/payment.d.ts
/** What can happen to a payment attempt; its events are only ever added, each kind once. RULES 4.7. */
declare const paymentEventKinds: readonly ["requested", "action_required", "confirming", "captured", "declined", "failed", "voided"];
type PaymentEventKind = (typeof paymentEventKinds)[number];
/** An attempt is where its last event left it. */
type PaymentState = PaymentEventKind;
//#endregion
//#region ../../apps/api/src/features/orders/order-view.d.ts
interface AddressView extends Address {}
interface OrderLineView {
  id: string;
  productId: string;
  variantId: string;
  sku: string | null;
  name: string;
  optionWords: string;
  imagePath: string | null;
  quantity: number;
  unitCents: number;
  compareAtCents: number | null;
  discountCents: number;
  amountCents: number;
  netCents: number;
  taxCents: number;
  grossCents: number;
  vat: Vat;
}
interface TaxGroupView {
  vat: Vat;
  netCents: number;
  taxCents: number;
  grossCents: number;
}
interface TimelineStepView {
  id: string;
  kind: string;
  status: OrderStatus;
  actor: string;
  at: string;
}
/** An order as its buyer sees it; `actions` are the steps that the caller may take now. */
interface OrderView {
  id: string;
  reference: string;
  status: OrderStatus;
  placement: Order['placement'];
  payment: Order['payment'];
  delivery: Order['delivery'];
  cancelReason: Order['cancelReason'];
  actions: OrderAction[];
  email: string;
  locale: Order['locale'];
  currency: Order['currency'];
  basis: Order['basis'];
  address: AddressView;
  lines: OrderLineView[];
  deliveryName: string | null;
  deliveryCents: number;
  groups: TaxGroupView[];
  goodsCents: number;
  discountCents: number;
  netCents: number;
  taxCents: number;
  totalCents: number;
  refundedCents: number;
  refundPending: boolean;
  paymentPending: boolean;
  placedAt: string;
  payBefore: string;
  paidAt: string | null;
  shippedAt: string | null;
  deliveredAt: string | null;
  cancelledAt: string | null;
  refundedAt: string | null;
  carrier: string | null;
  trackingNumber: string | null;
  invoiceNumber: string | null;
  creditNoteNumbers: string[];
  timeline: TimelineStepView[];
}
//#endregion
//#region ../../apps/api/src/features/orders/admin-order-view.d.ts
interface AttemptView {
  id: string;
  state: PaymentState;
  card: string;
  amountCents: number;
  reason: string;
  createdAt: string;
}
interface RefundView {
  id: string;
  state: RefundState;
  intent: 'cancel' | 'refund';
  amountCents: number;
  restock: boolean;
  reason: string;
  createdAt: string;
  settledAt: string | null;
}
/** A step with the person who took it; null for guests and for the shop itself. */
interface StaffStepView extends TimelineStepView {
  actorName: string | null;
}
/** What a colleague noted for colleagues. */
interface NoteView {
  id: string;
  authorName: string;
  body: string;
  at: string;
}
/** An order as staff see it: with its buyer's account, who took each step, notes (newest first), payment attempts and refunds. */
interface AdminOrderView extends OrderView {
  userId: string | null;
  timeline: StaffStepView[];
  notes: NoteView[];
  attempts: AttemptView[];
  refunds: RefundView[];
}
//#endregion
//#region ../../apps/api/src/features/orders/invoice-view.d.ts
interface DocumentLineView {
  position: number;
  name: string;
  sku: string | null;
  quantity: number;
  unitNetCents: number;
  vat: Vat;
  netCents: number;
  taxCents: number;
  grossCents: number;
}
interface DocumentView {
  id: string;
  number: string;
  /** The invoice that a credit note corrects; null on an invoice. */
  correctsNumber: string | null;
  orderReference: string;
  issuedAt: string;
  paidAt: string | null;
  currency: Invoice['currency'];
  locale: Invoice['locale'];
  seller: {
    name: string;
    address: string;
    siren: string;
    vatNumber: string;
    email: string;
  };
  buyer: {
    name: string;
    email: string;
    address: AddressView;
  };
  lines: DocumentLineView[];
  groups: TaxGroupView[];
  netCents: number;
  taxCents: number;
  totalCents: number;
}
/** The invoice of an order with its credit notes. */
interface InvoiceView {
  invoice: DocumentView;
  creditNotes: DocumentView[];
}
//#endregion
//#region ../../apps/api/src/features/orders/order-sums-view.d.ts
/** What the orders of a list come to together. */
interface OrderSumsView {
  orders: number;
  totalCents: number;
  currency: Currency;
}
//#endregion
//#region ../../apps/api/src/features/orders/order-row-view.d.ts
/** An order as lists show it. */
interface OrderRowView {
  id: string;
  reference: string;
  status: OrderStatus;
  placement: Order['placement'];
  payment: Order['payment'];
  delivery: Order['delivery'];
  name: string;
  email: string;
  userId: string | null;
  pieces: number;
  totalCents: number;
  currency: Order['currency'];
  placedAt: string;
}
interface OrderPageView {
  items: OrderRowView[];
  nextCursor: string | null;
}
//#endregion
//#region ../../apps/api/src/features/orders/payment-view.d.ts
type PaymentOutcome = 'paid' | 'declined' | 'action_required' | 'pending';
/**
 * What came of a payment, as data: `declined` may be tried again, `action_required` waits for the second step of `paymentId`,
 * `pending` is being asked at the provider and resolves by itself.
 */
interface PaymentView {
  outcome: PaymentOutcome;
  paymentId: string | null;
  /** Why it was declined, in the provider's code; empty otherwise. */
  reason: string;
  order: OrderView;
}
interface PlacedOrderView extends PaymentView {
  /** Opens the order to a guest who keeps its own tokens; null for accounts and for browsers, which got a cookie. */
  accessToken: string | null;
}
interface CheckoutView {
  order: OrderView;
  accessToken: string | null;
}
//#endregion
//#region ../../apps/api/src/features/people/session-view.d.ts
/** What did not fit when the guest's cart joined the account's. */
interface MergeNoticeView {
  reason: CartNotice['reason'];
  variantId: string;
  name: string;
  wanted: number;
  kept: number;
}
/** A session that was just opened. `token` is the secret of a token session, shown once; null where a cookie was set instead. */
interface SessionView {
  token: string | null;
  user: ProfileView;
  cartNotices: MergeNoticeView[];
}
//#endregion
//#region ../../apps/api/src/features/people/tokens-view.d.ts
/** An access token as lists show it; what it opens doors with was shown once. */
interface TokenView {
  id: string;
  name: string;
  scopes: Scope[];
  /** Its prefix and last characters, to tell one from another. */
  hint: string;
  createdAt: string;
  endsAt: string;
  /** To the minute; null when it was never used. */
  lastUsedAt: string | null;
  ended: boolean;
}
/** The caller's own tokens, and what a new one may be. */
interface TokensView {
  items: TokenView[];
  offered: Scope[];
  mostDays: number;
  most: number;
}
/** A token that was just made: its secret is in this answer only. */
interface NewTokenView {
  secret: string;
  token: TokenView;
}
/** An app with its tokens, and what a new one of it may be. */
interface AppView extends TokensView {
  id: string;
  name: string;
  role: Role;
  closed: boolean;
  createdAt: string;
}
interface AppsView {
  items: AppView[];
}
//#endregion
//#region ../../apps/api/src/features/stats/stats-view.d.ts
interface StatsView {
  from: string;
  to: string;
  currency: 'EUR' | 'CHF' | 'GBP' | 'USD' | 'JPY' | 'KWD';
  revenueCents: number;
  refundedCents: number;
  paidOrders: number;
  averageBasketCents: number;
  days: {
    day: string;
    revenueCents: number;
    refundedCents: number;
    paidOrders: number;
  }[];
  ordersByStatus: {
    status: OrderStatus;
    orders: number;
  }[];
  topProducts: {
    productId: string;
    name: string;
    quantity: number;
    grossCents: number;
  }[];
  lowStock: {
    variantId: string;
    productId: string;
    name: string;
    optionWords: string;
    available: number;
  }[];
}
//#endregion
//#region ../../apps/api/src/features/support/about-order-view.d.ts
/** Writing about an order from its page: whether the caller may, and what was written so far. */
interface AboutOrderView {
  /** False where the order is an account's, or was only looked up: these write from elsewhere. */
  open: boolean;
  thread: ThreadView | null;
}
//#endregion
//#region ../../apps/api/src/features/support/assignable-view.d.ts
/** Who a conversation may be given to: names, and nothing else of a colleague. */
interface AssignableView {
  items: {
    id: string;
    name: string;
  }[];
}
//#endregion
//#region ../../apps/api/src/features/people/address-book-view.d.ts
interface SavedAddressView {
  id: string;
  name: string;
  line1: string;
  line2: string;
  postcode: string;
  city: string;
  country: string;
  phone: string;
  isDefault: boolean;
}
/** A person's address book, whole: at most 20 addresses, one of them the default. */
interface AddressBookView {
  items: SavedAddressView[];
}
//#endregion
//#region ../../apps/api/src/features/people/audit-view.d.ts
/** One deed of a colleague; `before` and `after` are JSON texts, null where there is nothing to compare. */
interface AuditRowView {
  id: string;
  actorId: string;
  actorName: string;
  action: string;
  subjectId: string;
  before: string | null;
  after: string | null;
  address: string;
  requestId: string;
  at: string;
}
interface AuditPageView {
  items: AuditRowView[];
  nextCursor: string | null;
}
//#endregion
//#region ../../apps/api/src/features/people/customer-view.d.ts
/** A customer in a list; the totals are those of the order table, `paid…` of orders whose money the shop holds. */
interface CustomerRowView {
  id: string;
  email: string;
  name: string;
  createdAt: string;
  currency: Currency;
  orders: number;
  paidOrders: number;
  paidCents: number;
  lastOrderAt: string | null;
}
interface CustomerPageView {
  items: CustomerRowView[];
  nextCursor: string | null;
}
interface CustomerOrderView {
  id: string;
  reference: string;
  status: OrderStatus;
  totalCents: number;
  currency: Currency;
  placedAt: string;
}
interface CustomerNoteView {
  id: string;
  authorName: string;
  body: string;
  at: string;
}
/** A customer with their ten newest orders and the colleagues' notes, newest first. */
interface CustomerView extends CustomerRowView {
  phone: string;
  locale: Locale;
  recentOrders: CustomerOrderView[];
  notes: CustomerNoteView[];
}
//#endregion
//#region ../../apps/api/src/features/people/sessions-view.d.ts
/** A session as its person sees it; `id` is a name for it, no secret. */
interface OpenSessionView {
  id: string;
  kind: 'cookie' | 'token';
  /** Browser and system in words, such as "Firefox, Windows"; the first words of a program's own name otherwise. */
  device: string;
  createdAt: string;
  /** When it ends if nothing is called; a call moves it on. */
  expiresAt: string;
  /** When it ends in any case. */
  endsAt: string;
  current: boolean;
}
interface OpenSessionsView {
  items: OpenSessionView[];
}
//#endregion
//#region ../../apps/api/src/features/people/staff-view.d.ts
/** A colleague as admins see them. */
interface ColleagueView {
  id: string;
  email: string;
  name: string;
  role: Role;
  disabled: boolean;
  createdAt: string;
  /** Until when an unused link waits for them; null when there is none. */
  linkEndsAt: string | null;
  /** Whether it is the caller: nobody changes their own standing. */
  you: boolean;
}
interface StaffListView {
  items: ColleagueView[];
}
/** A link to hand over: the console's page takes the token; it is shown once. */
interface StaffLinkView {
  token: string;
  colleague: ColleagueView;
}
//#endregion
//#region ../../apps/api/src/features/system/system-view.d.ts
interface BreachView {
  /** The number of what must hold, as `INV-12`. */
  invariant: string;
  subject: string;
  words: string;
}
interface BookCheckView {
  startedAt: string;
  finishedAt: string;
  breaches: BreachView[];
}
interface BackupView {
  finishedAt: string;
  file: string;
  bytes: number;
  pictures: number;
}
/** How the shop as a whole is. */
interface SystemView {
  version: string;
  engine: 'sqlite' | 'postgres';
  databaseBytes: number;
  /** Whether the engine found its own file sound when the shop opened. */
  data: DataState;
  openedAt: string;
  now: string;
  /** Work that is due and not done, and events without a position yet. */
  jobsWaiting: number;
  eventsWaiting: number;
  /** The check under way: how many of its rules are done. */
  checking: {
    done: number;
    of: number;
  } | null;
  /** Whether the newest check could not be finished. */
  checkFailed: boolean;
  check: BookCheckView | null;
  backup: BackupView | null;
}
//#endregion
//#region ../../apps/api/src/features/settings/settings-view.d.ts
/** The delivery method, in the shop's currency; `freeFromCents` null means that it is never free. */
interface ShopDeliveryView {
  names: {
    fr: string;
    en: string;
  };
  amountCents: number;
  freeFromCents: number | null;
  vatCategory: VatCategory;
  rateBp: number;
}
interface SettingsView {
  shopName: string;
  currency: Currency;
  termsVersion: string;
  timeZone: string;
  payMinutes: number;
  seller: SellerView;
  delivery: ShopDeliveryView;
}
/** Who sells, as invoices and the legal pages print it. */
interface SellerView {
  name: string;
  legalForm: string;
  address: string[];
  country: string;
  siren: string;
  vatNumber: string;
  email: string;
}
/** What anybody may know of the shop. */
interface ShopInfoView {
  name: string;
  currency: Currency;
  termsVersion: string;
  /** Minutes in which an order may be paid. */
  payMinutes: number;
  seller: SellerView;
  delivery: ShopDeliveryView;
}
//#endregion
//#region ../../apps/api/src/features/support/support-counts-view.d.ts
/** Conversations with something unread; 100 means that many or more. */
interface UnreadView {
  unread: number;
}
/** The same for a colleague; `mine` are those that they look after. */
interface SupportCountsView extends UnreadView {
  mine: number;
}
interface SavedAnswerView {
  id: string;
  title: string;
  body: string;
  locale: Locale;
  updatedAt: string;
}
interface SavedAnswersView {
  items: SavedAnswerView[];
}
//#endregion
//#region ../../apps/api/src/client-types.d.ts
declare const shop: _$_trpc_server0.TRPCBuiltRouter<{
  ctx: object;
  meta: object;
  errorShape: {
    message: string;
    data: {
      problem: Problem | null;
      requestId: string;
      code: _$_trpc_server0.TRPC_ERROR_CODE_KEY;
      httpStatus: number;
      path?: string;
      stack?: string;
    };
    code: _$_trpc_server0.TRPC_ERROR_CODE_NUMBER;
  };
  transformer: false;
}, _$_trpc_server0.TRPCDecorateCreateRouterOptions<{
  addresses: {
    list: _$_trpc_server0.TRPCQueryProcedure<{
      input: Record<string, never> | undefined;
      output: AddressBookView;
      meta: object;
    }>;
    save: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        name: string;
        line1: string;
        postcode: string;
        city: string;
        id?: string | undefined;
        isDefault?: boolean | undefined;
        line2?: string | undefined;
        country?: string | undefined;
        phone?: string | undefined;
      };
      output: AddressBookView;
      meta: object;
    }>;
    setDefault: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        id: string;
      };
      output: AddressBookView;
      meta: object;
    }>;
    remove: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        id: string;
      };
      output: AddressBookView;
      meta: object;
    }>;
  };
  auth: {
    me: _$_trpc_server0.TRPCQueryProcedure<{
      input: Record<string, never> | undefined;
      output: MeView;
      meta: object;
    }>;
    register: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        email: string;
        password: string;
        name?: string | undefined;
        session?: "cookie" | "token" | undefined;
      };
      output: SessionView;
      meta: object;
    }>;
    keepOrder: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        orderId: string;
        password: string;
        accessToken?: string | undefined;
        session?: "cookie" | "token" | undefined;
      };
      output: SessionView;
      meta: object;
    }>;
    login: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        email: string;
        password: string;
        session?: "cookie" | "token" | undefined;
      };
      output: SessionView;
      meta: object;
    }>;
    logout: _$_trpc_server0.TRPCMutationProcedure<{
      input: Record<string, never> | undefined;
      output: DoneView;
      meta: object;
    }>;
    profile: _$_trpc_server0.TRPCQueryProcedure<{
      input: Record<string, never> | undefined;
      output: ProfileView;
      meta: object;
    }>;
    updateProfile: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        name?: string | undefined;
        phone?: string | undefined;
        locale?: "fr" | "en" | undefined;
      };
      output: ProfileView;
      meta: object;
    }>;
    changePassword: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        current: string;
        next: string;
      };
      output: SessionView;
      meta: object;
    }>;
    sessions: _$_trpc_server0.TRPCQueryProcedure<{
      input: Record<string, never> | undefined;
      output: OpenSessionsView;
      meta: object;
    }>;
    endSession: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        id: string;
      };
      output: OpenSessionsView;
      meta: object;
    }>;
    endOtherSessions: _$_trpc_server0.TRPCMutationProcedure<{
      input: Record<string, never> | undefined;
      output: OpenSessionsView;
      meta: object;
    }>;
  };
  cart: {
    get: _$_trpc_server0.TRPCQueryProcedure<{
      input: Record<string, never> | undefined;
      output: CartView;
      meta: object;
    }>;
    add: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        variantId: string;
        quantity?: number | undefined;
      };
      output: CartView;
      meta: object;
    }>;
    setQuantity: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        lineId: string;
        quantity: number;
      };
      output: CartView;
      meta: object;
    }>;
    remove: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        lineId: string;
      };
      output: CartView;
      meta: object;
    }>;
    clear: _$_trpc_server0.TRPCMutationProcedure<{
      input: Record<string, never> | undefined;
      output: CartView;
      meta: object;
    }>;
  };
  catalog: {
    list: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        sort?: "popular" | "newest" | "price_asc" | "price_desc" | undefined;
        search?: string | undefined;
        category?: string | undefined;
        minCents?: number | undefined;
        maxCents?: number | undefined;
        inStock?: boolean | undefined;
        options?: string[] | undefined;
        cursor?: string | undefined;
        limit?: number | undefined;
      };
      output: ProductPageView;
      meta: object;
    }>;
    facets: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        search?: string | undefined;
        category?: string | undefined;
        minCents?: number | undefined;
        maxCents?: number | undefined;
        inStock?: boolean | undefined;
        options?: string[] | undefined;
      };
      output: FacetsView;
      meta: object;
    }>;
    suggest: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        search: string;
      };
      output: SuggestionsView;
      meta: object;
    }>;
    home: _$_trpc_server0.TRPCQueryProcedure<{
      input: Record<string, never> | undefined;
      output: HomeView;
      meta: object;
    }>;
    get: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        id: string;
      };
      output: ProductView;
      meta: object;
    }>;
    preview: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        token?: string | undefined;
      };
      output: ProductView;
      meta: object;
    }>;
    categories: _$_trpc_server0.TRPCQueryProcedure<{
      input: Record<string, never> | undefined;
      output: CategoriesView;
      meta: object;
    }>;
    stock: _$_trpc_server0.TRPCSubscriptionProcedure<{
      input: {
        productId: string;
        lastEventId?: string | null | undefined;
      };
      output: AsyncIterable<_$_trpc_server_unstable_core_do_not_import0.TrackedData<StockView>, void, unknown>;
      meta: object;
    }>;
  };
  live: {
    follow: _$_trpc_server0.TRPCSubscriptionProcedure<{
      input: {
        topics: ({
          about: "stock";
          productId: string;
        } | {
          id: string;
          about: "order";
          accessToken?: string | undefined;
        } | {
          about: "orders";
        } | {
          id: string;
          about: "order_messages";
          accessToken?: string | undefined;
        } | {
          about: "messages";
          id?: string | undefined;
        })[];
        lastEventId?: string | null | undefined;
      };
      output: AsyncIterable<_$_trpc_server_unstable_core_do_not_import0.TrackedData<{
        of: number[];
      } & BegunNews> | _$_trpc_server_unstable_core_do_not_import0.TrackedData<(StockNews | OrderNews | MessageNews) & {
        of: number[];
      }>, void, unknown>;
      meta: object;
    }>;
  };
  orders: {
    checkout: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        address: {
          name: string;
          line1: string;
          postcode: string;
          city: string;
          line2?: string | undefined;
          country?: string | undefined;
          phone?: string | undefined;
        };
        quote: {
          hash: string;
          totalCents: number;
        };
        termsVersion: string;
        cartId?: string | undefined;
        email?: string | undefined;
      };
      output: CheckoutView;
      meta: object;
    }>;
    place: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        lines: {
          variantId: string;
          quantity: number;
        }[];
        address: {
          name: string;
          line1: string;
          postcode: string;
          city: string;
          line2?: string | undefined;
          country?: string | undefined;
          phone?: string | undefined;
        };
        expectedTotalCents: number;
        termsVersion: string;
        card: string;
        email?: string | undefined;
      };
      output: PlacedOrderView;
      meta: object;
    }>;
    pay: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        id: string;
        card: string;
        accessToken?: string | undefined;
        paymentId?: string | undefined;
        confirmation?: string | undefined;
      };
      output: PaymentView;
      meta: object;
    }>;
    cancel: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        id: string;
        accessToken?: string | undefined;
      };
      output: OrderView;
      meta: object;
    }>;
    lookUp: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        reference: string;
        email: string;
      };
      output: CheckoutView;
      meta: object;
    }>;
    list: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        cursor?: string | undefined;
        limit?: number | undefined;
      };
      output: OrderPageView;
      meta: object;
    }>;
    get: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        id: string;
        accessToken?: string | undefined;
      };
      output: OrderView;
      meta: object;
    }>;
    invoice: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        id: string;
        accessToken?: string | undefined;
      };
      output: InvoiceView;
      meta: object;
    }>;
    onChange: _$_trpc_server0.TRPCSubscriptionProcedure<{
      input: {
        lastEventId?: string | null | undefined;
        id?: string | undefined;
        accessToken?: string | undefined;
      };
      output: AsyncIterable<_$_trpc_server_unstable_core_do_not_import0.TrackedData<OrderChangeView>, void, unknown>;
      meta: object;
    }>;
  };
  shop: {
    info: _$_trpc_server0.TRPCQueryProcedure<{
      input: Record<string, never> | undefined;
      output: ShopInfoView;
      meta: object;
    }>;
  };
  support: {
    create: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        subject: string;
        body: string;
        orderId?: string | undefined;
      };
      output: ThreadView;
      meta: object;
    }>;
    list: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        cursor?: string | undefined;
        limit?: number | undefined;
      };
      output: ThreadPageView;
      meta: object;
    }>;
    get: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        id: string;
      };
      output: ThreadView;
      meta: object;
    }>;
    post: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        id: string;
        body: string;
      };
      output: ThreadView;
      meta: object;
    }>;
    read: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        id: string;
        lastMessageId?: string | undefined;
      };
      output: ThreadView;
      meta: object;
    }>;
    counts: _$_trpc_server0.TRPCQueryProcedure<{
      input: Record<string, never> | undefined;
      output: UnreadView;
      meta: object;
    }>;
    aboutOrder: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        id: string;
        accessToken?: string | undefined;
      };
      output: AboutOrderView;
      meta: object;
    }>;
    writeAboutOrder: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        body: string;
        id: string;
        accessToken?: string | undefined;
      };
      output: ThreadView;
      meta: object;
    }>;
    onOrderMessage: _$_trpc_server0.TRPCSubscriptionProcedure<{
      input: {
        id: string;
        lastEventId?: string | null | undefined;
        accessToken?: string | undefined;
      };
      output: AsyncIterable<_$_trpc_server_unstable_core_do_not_import0.TrackedData<MessageEventView>, void, unknown>;
      meta: object;
    }>;
    onChange: _$_trpc_server0.TRPCSubscriptionProcedure<{
      input: {
        lastEventId?: string | null | undefined;
        id?: string | undefined;
      };
      output: AsyncIterable<_$_trpc_server_unstable_core_do_not_import0.TrackedData<ThreadChangeView>, void, unknown>;
      meta: object;
    }>;
    onMessage: _$_trpc_server0.TRPCSubscriptionProcedure<{
      input: {
        lastEventId?: string | null | undefined;
        id?: string | undefined;
      };
      output: AsyncIterable<_$_trpc_server_unstable_core_do_not_import0.TrackedData<MessageEventView>, void, unknown>;
      meta: object;
    }>;
  };
  tokens: {
    list: _$_trpc_server0.TRPCQueryProcedure<{
      input: Record<string, never> | undefined;
      output: TokensView;
      meta: object;
    }>;
    create: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        name: string;
        scopes: ("catalog:read" | "cart:read" | "cart:write" | "orders:read" | "orders:write" | "account:read" | "account:write" | "support:read" | "support:write" | "orders:fulfil" | "orders:cancel" | "orders:refund" | "orders:note" | "products:read" | "products:write" | "stats:read" | "customers:read" | "customers:write" | "audit:read" | "settings:write")[];
        endsOn: string;
        password: string;
      };
      output: NewTokenView;
      meta: object;
    }>;
    revoke: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        id: string;
      };
      output: TokensView;
      meta: object;
    }>;
  };
}>>;
declare const admin: _$_trpc_server0.TRPCBuiltRouter<{
  ctx: object;
  meta: object;
  errorShape: {
    message: string;
    data: {
      problem: Problem | null;
      requestId: string;
      code: _$_trpc_server0.TRPC_ERROR_CODE_KEY;
      httpStatus: number;
      path?: string;
      stack?: string;
    };
    code: _$_trpc_server0.TRPC_ERROR_CODE_NUMBER;
  };
  transformer: false;
}, _$_trpc_server0.TRPCDecorateCreateRouterOptions<{
  apps: {
    list: _$_trpc_server0.TRPCQueryProcedure<{
      input: Record<string, never> | undefined;
      output: AppsView;
      meta: object;
    }>;
    create: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        name: string;
        role: "support" | "catalogue" | "finance" | "admin";
      };
      output: AppsView;
      meta: object;
    }>;
    addToken: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        name: string;
        scopes: ("catalog:read" | "cart:read" | "cart:write" | "orders:read" | "orders:write" | "account:read" | "account:write" | "support:read" | "support:write" | "orders:fulfil" | "orders:cancel" | "orders:refund" | "orders:note" | "products:read" | "products:write" | "stats:read" | "customers:read" | "customers:write" | "audit:read" | "settings:write")[];
        endsOn: string;
        password: string;
        appId: string;
      };
      output: NewTokenView;
      meta: object;
    }>;
    revokeToken: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        id: string;
      };
      output: AppsView;
      meta: object;
    }>;
    setRole: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        id: string;
        role: "support" | "catalogue" | "finance" | "admin";
      };
      output: AppsView;
      meta: object;
    }>;
    close: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        id: string;
        closed?: boolean | undefined;
      };
      output: AppsView;
      meta: object;
    }>;
  };
  audit: {
    list: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        actorId?: string | undefined;
        action?: string | undefined;
        subjectId?: string | undefined;
        from?: string | undefined;
        to?: string | undefined;
        cursor?: string | undefined;
        limit?: number | undefined;
      };
      output: AuditPageView;
      meta: object;
    }>;
  };
  auth: {
    acceptInvite: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        token: string;
        password: string;
        name?: string | undefined;
        session?: "cookie" | "token" | undefined;
      };
      output: SessionView;
      meta: object;
    }>;
    login: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        email: string;
        password: string;
        session?: "cookie" | "token" | undefined;
      };
      output: SessionView;
      meta: object;
    }>;
    logout: _$_trpc_server0.TRPCMutationProcedure<{
      input: Record<string, never> | undefined;
      output: DoneView;
      meta: object;
    }>;
    profile: _$_trpc_server0.TRPCQueryProcedure<{
      input: Record<string, never> | undefined;
      output: ProfileView;
      meta: object;
    }>;
    updateProfile: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        name?: string | undefined;
        phone?: string | undefined;
        locale?: "fr" | "en" | undefined;
      };
      output: ProfileView;
      meta: object;
    }>;
    changePassword: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        current: string;
        next: string;
      };
      output: SessionView;
      meta: object;
    }>;
    sessions: _$_trpc_server0.TRPCQueryProcedure<{
      input: Record<string, never> | undefined;
      output: OpenSessionsView;
      meta: object;
    }>;
    endSession: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        id: string;
      };
      output: OpenSessionsView;
      meta: object;
    }>;
    endOtherSessions: _$_trpc_server0.TRPCMutationProcedure<{
      input: Record<string, never> | undefined;
      output: OpenSessionsView;
      meta: object;
    }>;
  };
  customers: {
    list: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        search?: string | undefined;
        cursor?: string | undefined;
        limit?: number | undefined;
      };
      output: CustomerPageView;
      meta: object;
    }>;
    get: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        id: string;
      };
      output: CustomerView;
      meta: object;
    }>;
    addNote: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        id: string;
        body: string;
      };
      output: CustomerView;
      meta: object;
    }>;
  };
  imports: {
    list: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        cursor?: string | undefined;
        limit?: number | undefined;
      };
      output: ImportPageView;
      meta: object;
    }>;
    get: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        id: string;
      };
      output: ImportView;
      meta: object;
    }>;
    check: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        id: string;
        language?: "fr" | "en" | undefined;
        vatCategory?: "standard" | "intermediate" | "reduced" | "super_reduced" | "zero" | null | undefined;
      };
      output: ImportView;
      meta: object;
    }>;
    start: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        id: string;
      };
      output: ImportView;
      meta: object;
    }>;
  };
  live: {
    follow: _$_trpc_server0.TRPCSubscriptionProcedure<{
      input: {
        topics: ({
          about: "orders";
        } | {
          about: "messages";
        } | {
          about: "threads";
        })[];
        lastEventId?: string | null | undefined;
      };
      output: AsyncIterable<_$_trpc_server_unstable_core_do_not_import0.TrackedData<{
        of: number[];
      } & BegunNews> | _$_trpc_server_unstable_core_do_not_import0.TrackedData<(OrderNews | MessageNews | ThreadNews) & {
        of: number[];
      }>, void, unknown>;
      meta: object;
    }>;
  };
  orders: {
    list: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        status?: "created" | "validated" | "cancelled" | "paid" | "refunded" | "shipped" | "delivered" | undefined;
        placement?: "created" | "validated" | "cancelled" | undefined;
        payment?: "unpaid" | "paid" | "refunded" | undefined;
        delivery?: "none" | "shipped" | "delivered" | undefined;
        customerId?: string | undefined;
        email?: string | undefined;
        reference?: string | undefined;
        from?: string | undefined;
        to?: string | undefined;
        paidFrom?: string | undefined;
        paidTo?: string | undefined;
        refundedFrom?: string | undefined;
        refundedTo?: string | undefined;
        cursor?: string | undefined;
        limit?: number | undefined;
      };
      output: OrderPageView;
      meta: object;
    }>;
    sums: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        status?: "created" | "validated" | "cancelled" | "paid" | "refunded" | "shipped" | "delivered" | undefined;
        placement?: "created" | "validated" | "cancelled" | undefined;
        payment?: "unpaid" | "paid" | "refunded" | undefined;
        delivery?: "none" | "shipped" | "delivered" | undefined;
        customerId?: string | undefined;
        email?: string | undefined;
        reference?: string | undefined;
        from?: string | undefined;
        to?: string | undefined;
        paidFrom?: string | undefined;
        paidTo?: string | undefined;
        refundedFrom?: string | undefined;
        refundedTo?: string | undefined;
      };
      output: OrderSumsView;
      meta: object;
    }>;
    get: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        id: string;
      };
      output: AdminOrderView;
      meta: object;
    }>;
    validate: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        id: string;
      };
      output: AdminOrderView;
      meta: object;
    }>;
    ship: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        id: string;
        carrier?: string | undefined;
      };
      output: AdminOrderView;
      meta: object;
    }>;
    deliver: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        id: string;
      };
      output: AdminOrderView;
      meta: object;
    }>;
    cancel: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        id: string;
        reason?: string | undefined;
      };
      output: AdminOrderView;
      meta: object;
    }>;
    refund: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        id: string;
        reason?: string | undefined;
        restock?: boolean | undefined;
      };
      output: AdminOrderView;
      meta: object;
    }>;
    addNote: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        id: string;
        body: string;
      };
      output: AdminOrderView;
      meta: object;
    }>;
    onChange: _$_trpc_server0.TRPCSubscriptionProcedure<{
      input: {
        lastEventId?: string | null | undefined;
      };
      output: AsyncIterable<_$_trpc_server_unstable_core_do_not_import0.TrackedData<OrderChangeView>, void, unknown>;
      meta: object;
    }>;
  };
  products: {
    list: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        sort?: "popular" | "newest" | "price_asc" | "price_desc" | "stock" | undefined;
        search?: string | undefined;
        state?: "draft" | "published" | "archived" | undefined;
        category?: string | undefined;
        stock?: "out" | "low" | undefined;
        cursor?: string | undefined;
        limit?: number | undefined;
      };
      output: ProductRowsView;
      meta: object;
    }>;
    counts: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        search?: string | undefined;
        state?: "draft" | "published" | "archived" | undefined;
        category?: string | undefined;
        stock?: "out" | "low" | undefined;
      };
      output: ProductCountsView;
      meta: object;
    }>;
    movements: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        productId?: string | undefined;
        variantId?: string | undefined;
        cursor?: string | undefined;
        limit?: number | undefined;
      };
      output: MovementPageView;
      meta: object;
    }>;
    categories: _$_trpc_server0.TRPCQueryProcedure<{
      input: Record<string, never> | undefined;
      output: CategoriesView;
      meta: object;
    }>;
    get: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        id: string;
      };
      output: AdminProductView;
      meta: object;
    }>;
    create: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        slug: string;
        texts: {
          fr?: {
            name: string;
            line?: string | undefined;
            description?: string | undefined;
            facts?: {
              name: string;
              value: string;
            }[] | undefined;
            keywords?: string | undefined;
          } | undefined;
          en?: {
            name: string;
            line?: string | undefined;
            description?: string | undefined;
            facts?: {
              name: string;
              value: string;
            }[] | undefined;
            keywords?: string | undefined;
          } | undefined;
        };
        variants: {
          priceCents: number;
          id?: string | undefined;
          sku?: string | null | undefined;
          values?: string[] | undefined;
          compareAtCents?: number | null | undefined;
          stock?: number | undefined;
        }[];
        category?: string | null | undefined;
        state?: "draft" | "published" | undefined;
        vatCategory?: "standard" | "intermediate" | "reduced" | "super_reduced" | "zero" | undefined;
        popularity?: number | undefined;
        options?: {
          code: string;
          names: {
            fr: string;
            en: string;
          };
          values: {
            code: string;
            names: {
              fr: string;
              en: string;
            };
            swatch?: string | null | undefined;
          }[];
        }[] | undefined;
      };
      output: AdminProductView;
      meta: object;
    }>;
    update: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        slug: string;
        texts: {
          fr?: {
            name: string;
            line?: string | undefined;
            description?: string | undefined;
            facts?: {
              name: string;
              value: string;
            }[] | undefined;
            keywords?: string | undefined;
          } | undefined;
          en?: {
            name: string;
            line?: string | undefined;
            description?: string | undefined;
            facts?: {
              name: string;
              value: string;
            }[] | undefined;
            keywords?: string | undefined;
          } | undefined;
        };
        variants: {
          priceCents: number;
          id?: string | undefined;
          sku?: string | null | undefined;
          values?: string[] | undefined;
          compareAtCents?: number | null | undefined;
          stock?: number | undefined;
        }[];
        id: string;
        version: number;
        category?: string | null | undefined;
        state?: "draft" | "published" | undefined;
        vatCategory?: "standard" | "intermediate" | "reduced" | "super_reduced" | "zero" | undefined;
        popularity?: number | undefined;
        options?: {
          code: string;
          names: {
            fr: string;
            en: string;
          };
          values: {
            code: string;
            names: {
              fr: string;
              en: string;
            };
            swatch?: string | null | undefined;
          }[];
        }[] | undefined;
      };
      output: AdminProductView;
      meta: object;
    }>;
    archive: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        id: string;
      };
      output: AdminProductView;
      meta: object;
    }>;
    adjustStock: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        variantId: string;
        change: number;
        reason: string;
      };
      output: AdminProductView;
      meta: object;
    }>;
    setImages: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        id: string;
        version: number;
        images: {
          path: string;
          alt: {
            fr: string;
            en: string;
          };
          values?: string[] | undefined;
        }[];
      };
      output: AdminProductView;
      meta: object;
    }>;
    previewLink: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        id: string;
      };
      output: PreviewLinkView;
      meta: object;
    }>;
  };
  settings: {
    get: _$_trpc_server0.TRPCQueryProcedure<{
      input: Record<string, never> | undefined;
      output: SettingsView;
      meta: object;
    }>;
    update: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        shopName?: string | undefined;
        seller?: {
          name: string;
          legalForm: string;
          address: string[];
          country: string;
          siren: string;
          vatNumber: string;
          email: string;
        } | undefined;
        delivery?: {
          names: {
            fr: string;
            en: string;
          };
          amountCents: number;
          freeFromCents: number | null;
          vatCategory: "standard" | "intermediate" | "reduced" | "super_reduced" | "zero";
        } | undefined;
        termsVersion?: string | undefined;
      };
      output: SettingsView;
      meta: object;
    }>;
  };
  staff: {
    list: _$_trpc_server0.TRPCQueryProcedure<{
      input: Record<string, never> | undefined;
      output: StaffListView;
      meta: object;
    }>;
    invite: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        email: string;
        role: "support" | "catalogue" | "finance" | "admin";
        name?: string | undefined;
      };
      output: StaffLinkView;
      meta: object;
    }>;
    resetLink: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        id: string;
      };
      output: StaffLinkView;
      meta: object;
    }>;
    setRole: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        id: string;
        role: "support" | "catalogue" | "finance" | "admin";
      };
      output: StaffListView;
      meta: object;
    }>;
    disable: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        id: string;
        disabled?: boolean | undefined;
      };
      output: StaffListView;
      meta: object;
    }>;
  };
  stats: {
    overview: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        from?: string | undefined;
        to?: string | undefined;
      };
      output: StatsView;
      meta: object;
    }>;
  };
  support: {
    list: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        state?: "open" | "closed" | undefined;
        assigned?: "me" | "nobody" | undefined;
        unread?: boolean | undefined;
        cursor?: string | undefined;
        limit?: number | undefined;
      };
      output: StaffThreadPageView;
      meta: object;
    }>;
    get: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        id: string;
      };
      output: StaffThreadView;
      meta: object;
    }>;
    reply: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        id: string;
        body: string;
      };
      output: StaffThreadView;
      meta: object;
    }>;
    close: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        id: string;
      };
      output: StaffThreadView;
      meta: object;
    }>;
    reopen: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        id: string;
      };
      output: StaffThreadView;
      meta: object;
    }>;
    assignable: _$_trpc_server0.TRPCQueryProcedure<{
      input: Record<string, never> | undefined;
      output: AssignableView;
      meta: object;
    }>;
    assign: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        id: string;
        assigneeId: string | null;
      };
      output: StaffThreadView;
      meta: object;
    }>;
    read: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        id: string;
        lastMessageId?: string | undefined;
      };
      output: StaffThreadView;
      meta: object;
    }>;
    counts: _$_trpc_server0.TRPCQueryProcedure<{
      input: Record<string, never> | undefined;
      output: SupportCountsView;
      meta: object;
    }>;
    answers: _$_trpc_server0.TRPCQueryProcedure<{
      input: Record<string, never> | undefined;
      output: SavedAnswersView;
      meta: object;
    }>;
    saveAnswer: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        title: string;
        body: string;
        locale: "fr" | "en";
        id?: string | undefined;
      };
      output: SavedAnswersView;
      meta: object;
    }>;
    removeAnswer: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        id: string;
      };
      output: SavedAnswersView;
      meta: object;
    }>;
    onChange: _$_trpc_server0.TRPCSubscriptionProcedure<{
      input: {
        lastEventId?: string | null | undefined;
        id?: string | undefined;
      };
      output: AsyncIterable<_$_trpc_server_unstable_core_do_not_import0.TrackedData<ThreadChangeView>, void, unknown>;
      meta: object;
    }>;
    onMessage: _$_trpc_server0.TRPCSubscriptionProcedure<{
      input: {
        lastEventId?: string | null | undefined;
        id?: string | undefined;
      };
      output: AsyncIterable<_$_trpc_server_unstable_core_do_not_import0.TrackedData<MessageEventView>, void, unknown>;
      meta: object;
    }>;
  };
  system: {
    get: _$_trpc_server0.TRPCQueryProcedure<{
      input: Record<string, never> | undefined;
      output: SystemView;
      meta: object;
    }>;
    checkBooks: _$_trpc_server0.TRPCMutationProcedure<{
      input: Record<string, never> | undefined;
      output: SystemView;
      meta: object;
    }>;
  };
}>>;
type ShopRouter = typeof shop;
type AdminRouter = typeof admin;
//#endregion
//#region src/options.d.ts
/** The secrets of a program: the client sends them, keeps the cart's up to date, and lets the caller set and store them. */
interface Tokens {
  /** What `auth.login` or `auth.register` answered to `session: 'token'`; null or absent for a guest. */
  bearer?: string | null | undefined;
  /** The guest cart's token; the client writes it when the shop hands one out. */
  cart?: string | null | undefined;
}
interface Common {
  /** Where the shop lives, as `https://shop.example`; empty for the page's own origin. */
  url: string | URL;
  /** In which language the shop answers. */
  locale?: 'fr' | 'en' | (() => 'fr' | 'en');
  /** Another fetch than the global one. */
  fetch?: typeof globalThis.fetch;
}
/** A program holds `tokens`; a page of a browser lets cookies travel by `credentials`. One or the other. */
type ClientOptions = Common & ({
  tokens?: Tokens;
  credentials?: never;
} | {
  credentials: 'same-origin' | 'include';
  tokens?: never;
});
//#endregion
//#region src/links.d.ts
/** The links of a shop client, for whoever builds one itself (`createTRPCReact`). */
declare const shopLinks: (options: ClientOptions) => TRPCLink<ShopRouter>[];
/** The links of a console client. */
declare const adminLinks: (options: ClientOptions) => TRPCLink<AdminRouter>[];
//#endregion
//#region src/problem-of.d.ts
/**
 * The refusal that an error stands for, its details typed by its code; null for everything else (no network, a fault of the shop, an
 * error of the caller's own).
 */
declare function problemOf(error: unknown): Problem | null;
//#endregion
//#region src/index.d.ts
/** What a shopper may do, typed. Calls of the same moment travel together; mutations may be repeated safely. */
declare const createShopClient: (options: ClientOptions) => TRPCClient<ShopRouter>;
/** What staff may do, typed. */
declare const createAdminClient: (options: ClientOptions) => TRPCClient<AdminRouter>;
//#endregion
export { type AboutOrderView, type AddressBookView, type AddressView, type AdminOrderView, type AdminProductView, AdminRouter, type AppView, type AppsView, type AssignableView, type AuditPageView, type AuditRowView, type BackupView, type BookCheckView, type BreachView, type CartLineView, type CartProblemView, type CartView, type CategoriesView, type CheckoutView, type ClientOptions, type ColleagueView, type CustomerPageView, type CustomerRowView, type CustomerView, type FacetsView, type HomeView, type ImportErrorView, type ImportPageView, type ImportRowView, type ImportView, type InvoiceView, type MeView, type MessageEventView, type MovementPageView, type MovementRowView, type NewTokenView, type OpenSessionView, type OpenSessionsView, type OrderChangeView, type OrderLineView, type OrderPageView, type OrderRowView, type OrderSumsView, type OrderView, type PaymentView, type PlacedOrderView, type PreviewLinkView, type Problem, type ProblemCode, type ProblemKind, type ProductCardView, type ProductCountsView, type ProductPageView, type ProductRowView, type ProductRowsView, type ProductVariantView, type ProductView, type ProfileView, type QuoteView, type SavedAddressView, type SavedAnswerView, type SavedAnswersView, type Scope, type SellerView, type SessionView, type SettingsView, type ShopDeliveryView, type ShopInfoView, ShopRouter, type StaffLinkView, type StaffListView, type StaffThreadView, type StatsView, type StockView, type SuggestionsView, type SupportCountsView, type SystemView, type ThreadChangeView, type ThreadPageView, type ThreadView, type TokenView, type Tokens, type TokensView, type UnreadView, adminLinks, createAdminClient, createShopClient, problemOf, shopLinks };