CREATE TABLE `audit` (
	`id` text PRIMARY KEY NOT NULL,
	`actor_id` text NOT NULL,
	`action` text NOT NULL,
	`subject_id` text NOT NULL,
	`before` text,
	`after` text,
	`address` text NOT NULL,
	`request_id` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_of_subject` ON `audit` (`subject_id`,`id`);--> statement-breakpoint
CREATE INDEX `audit_of_actor` ON `audit` (`actor_id`,`id`);--> statement-breakpoint
CREATE TABLE `cart_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`cart_id` text NOT NULL,
	`variant_id` text NOT NULL,
	`quantity` integer NOT NULL,
	`seen_unit_cents` integer NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`cart_id`) REFERENCES `carts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "cart_lines_quantity" CHECK("cart_lines"."quantity" > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cart_lines_once` ON `cart_lines` (`cart_id`,`variant_id`);--> statement-breakpoint
CREATE TABLE `carts` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text,
	`owner_key` text,
	`token_hash` text,
	`state` text NOT NULL,
	`order_id` text,
	`merged_into_id` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `carts_ownerKey_unique` ON `carts` (`owner_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `carts_tokenHash_unique` ON `carts` (`token_hash`);--> statement-breakpoint
CREATE TABLE `categories` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`tint` text NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `categories_slug_unique` ON `categories` (`slug`);--> statement-breakpoint
CREATE TABLE `category_texts` (
	`category_id` text NOT NULL,
	`language` text NOT NULL,
	`name` text NOT NULL,
	`description` text NOT NULL,
	PRIMARY KEY(`category_id`, `language`),
	FOREIGN KEY (`category_id`) REFERENCES `categories`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `counters` (
	`name` text PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `credit_note_lines` (
	`credit_note_id` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`sku` text,
	`quantity` integer NOT NULL,
	`unit_net_cents` integer NOT NULL,
	`vat_category` text NOT NULL,
	`rate_bp` integer NOT NULL,
	`net_cents` integer NOT NULL,
	`tax_cents` integer NOT NULL,
	`gross_cents` integer NOT NULL,
	PRIMARY KEY(`credit_note_id`, `position`),
	FOREIGN KEY (`credit_note_id`) REFERENCES `credit_notes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `credit_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`year` integer NOT NULL,
	`serial` integer NOT NULL,
	`order_id` text NOT NULL,
	`order_reference` text NOT NULL,
	`issued_at` integer NOT NULL,
	`locale` text NOT NULL,
	`currency` text NOT NULL,
	`seller` text NOT NULL,
	`buyer` text NOT NULL,
	`groups` text NOT NULL,
	`net_cents` integer NOT NULL,
	`tax_cents` integer NOT NULL,
	`total_cents` integer NOT NULL,
	`invoice_id` text NOT NULL,
	`invoice_number` text NOT NULL,
	`refund_id` text NOT NULL,
	FOREIGN KEY (`invoice_id`) REFERENCES `invoices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`refund_id`) REFERENCES `refunds`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `credit_notes_number_unique` ON `credit_notes` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `credit_notes_refundId_unique` ON `credit_notes` (`refund_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `credit_notes_series` ON `credit_notes` (`year`,`serial`);--> statement-breakpoint
CREATE INDEX `credit_notes_of_order` ON `credit_notes` (`order_id`);--> statement-breakpoint
CREATE TABLE `deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`carrier` text NOT NULL,
	`tracking_number` text NOT NULL,
	`shipped_at` integer NOT NULL,
	`delivered_at` integer,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_orderId_unique` ON `deliveries` (`order_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_trackingNumber_unique` ON `deliveries` (`tracking_number`);--> statement-breakpoint
CREATE TABLE `gateway_charges` (
	`key` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`card` text NOT NULL,
	`amount_cents` integer NOT NULL,
	`currency` text NOT NULL,
	`state` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `gateway_refunds` (
	`key` text PRIMARY KEY NOT NULL,
	`charge_key` text NOT NULL,
	`amount_cents` integer NOT NULL,
	`state` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `holds` (
	`cart_id` text NOT NULL,
	`variant_id` text NOT NULL,
	`quantity` integer NOT NULL,
	`expires_at` integer NOT NULL,
	PRIMARY KEY(`cart_id`, `variant_id`),
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "holds_positive" CHECK("holds"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE `idempotency` (
	`scope` text NOT NULL,
	`operation` text NOT NULL,
	`key_hash` text NOT NULL,
	`fingerprint` text NOT NULL,
	`state` text NOT NULL,
	`answer` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`scope`, `operation`, `key_hash`)
);
--> statement-breakpoint
CREATE INDEX `idempotency_by_age` ON `idempotency` (`created_at`);--> statement-breakpoint
CREATE TABLE `images` (
	`id` text PRIMARY KEY NOT NULL,
	`product_id` text NOT NULL,
	`path` text,
	`source_url` text,
	`alt` text NOT NULL,
	`values` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `images_of_product` ON `images` (`product_id`,`position`);--> statement-breakpoint
CREATE TABLE `invoice_lines` (
	`invoice_id` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`sku` text,
	`quantity` integer NOT NULL,
	`unit_net_cents` integer NOT NULL,
	`vat_category` text NOT NULL,
	`rate_bp` integer NOT NULL,
	`net_cents` integer NOT NULL,
	`tax_cents` integer NOT NULL,
	`gross_cents` integer NOT NULL,
	PRIMARY KEY(`invoice_id`, `position`),
	FOREIGN KEY (`invoice_id`) REFERENCES `invoices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `invoices` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`year` integer NOT NULL,
	`serial` integer NOT NULL,
	`order_id` text NOT NULL,
	`order_reference` text NOT NULL,
	`issued_at` integer NOT NULL,
	`locale` text NOT NULL,
	`currency` text NOT NULL,
	`seller` text NOT NULL,
	`buyer` text NOT NULL,
	`groups` text NOT NULL,
	`net_cents` integer NOT NULL,
	`tax_cents` integer NOT NULL,
	`total_cents` integer NOT NULL,
	`paid_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invoices_number_unique` ON `invoices` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `invoices_series` ON `invoices` (`year`,`serial`);--> statement-breakpoint
CREATE UNIQUE INDEX `invoices_once` ON `invoices` (`order_id`);--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`data` text NOT NULL,
	`run_at` integer NOT NULL,
	`attempts` integer NOT NULL,
	`locked_until` integer,
	`done_at` integer,
	`last_error` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`done_at`,`run_at`);--> statement-breakpoint
CREATE TABLE `ledger_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`event` text NOT NULL,
	`event_id` text NOT NULL,
	`order_id` text NOT NULL,
	`account` text NOT NULL,
	`amount_cents` integer NOT NULL,
	`currency` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_once` ON `ledger_entries` (`event_id`,`event`,`account`);--> statement-breakpoint
CREATE INDEX `ledger_of_order` ON `ledger_entries` (`order_id`);--> statement-breakpoint
CREATE TABLE `limits` (
	`key` text PRIMARY KEY NOT NULL,
	`window_started_at` integer NOT NULL,
	`count` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`thread_id` text NOT NULL,
	`author` text NOT NULL,
	`author_id` text NOT NULL,
	`body` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`thread_id`) REFERENCES `threads`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `messages_of_thread` ON `messages` (`thread_id`,`id`);--> statement-breakpoint
CREATE TABLE `order_events` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`seq` integer NOT NULL,
	`kind` text NOT NULL,
	`from_status` text,
	`to_status` text NOT NULL,
	`actor` text NOT NULL,
	`actor_id` text,
	`data` text NOT NULL,
	`request_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `order_events_once` ON `order_events` (`order_id`,`seq`);--> statement-breakpoint
CREATE TABLE `order_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`position` integer NOT NULL,
	`product_id` text NOT NULL,
	`variant_id` text NOT NULL,
	`sku` text,
	`name` text NOT NULL,
	`option_words` text NOT NULL,
	`image_path` text,
	`unit_cents` integer NOT NULL,
	`compare_at_cents` integer,
	`quantity` integer NOT NULL,
	`vat_category` text NOT NULL,
	`rate_bp` integer NOT NULL,
	`full_cents` integer NOT NULL,
	`discount_cents` integer NOT NULL,
	`amount_cents` integer NOT NULL,
	`net_cents` integer NOT NULL,
	`tax_cents` integer NOT NULL,
	`gross_cents` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "order_lines_amounts" CHECK("order_lines"."quantity" > 0 and "order_lines"."net_cents" + "order_lines"."tax_cents" = "order_lines"."gross_cents"),
	CONSTRAINT "order_lines_discount" CHECK("order_lines"."discount_cents" >= 0 and "order_lines"."amount_cents" = "order_lines"."full_cents" - "order_lines"."discount_cents")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `order_lines_once` ON `order_lines` (`order_id`,`position`);--> statement-breakpoint
CREATE INDEX `order_lines_of_variant` ON `order_lines` (`variant_id`);--> statement-breakpoint
CREATE TABLE `order_taxes` (
	`order_id` text NOT NULL,
	`vat_category` text NOT NULL,
	`rate_bp` integer NOT NULL,
	`net_cents` integer NOT NULL,
	`tax_cents` integer NOT NULL,
	`gross_cents` integer NOT NULL,
	PRIMARY KEY(`order_id`, `vat_category`, `rate_bp`),
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `orders` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`cart_id` text,
	`user_id` text,
	`email` text NOT NULL,
	`access_token_hash` text,
	`locale` text NOT NULL,
	`currency` text NOT NULL,
	`basis` text NOT NULL,
	`placement` text NOT NULL,
	`payment` text NOT NULL,
	`delivery` text NOT NULL,
	`status` text NOT NULL,
	`cancel_reason` text,
	`address` text NOT NULL,
	`delivery_line` text,
	`goods_cents` integer NOT NULL,
	`discount_cents` integer NOT NULL,
	`delivery_cents` integer NOT NULL,
	`net_cents` integer NOT NULL,
	`tax_cents` integer NOT NULL,
	`total_cents` integer NOT NULL,
	`terms_version` text NOT NULL,
	`placed_at` integer NOT NULL,
	`pay_before` integer NOT NULL,
	`validated_at` integer,
	`paid_at` integer,
	`shipped_at` integer,
	`delivered_at` integer,
	`cancelled_at` integer,
	`refunded_at` integer,
	`version` integer NOT NULL,
	CONSTRAINT "orders_amounts" CHECK("orders"."total_cents" >= 0 and "orders"."net_cents" + "orders"."tax_cents" = "orders"."total_cents")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `orders_reference_unique` ON `orders` (`reference`);--> statement-breakpoint
CREATE UNIQUE INDEX `orders_cartId_unique` ON `orders` (`cart_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `orders_accessTokenHash_unique` ON `orders` (`access_token_hash`);--> statement-breakpoint
CREATE INDEX `orders_of_user` ON `orders` (`user_id`,`id`);--> statement-breakpoint
CREATE INDEX `orders_by_status` ON `orders` (`status`,`id`);--> statement-breakpoint
CREATE INDEX `orders_by_placement` ON `orders` (`placement`,`id`);--> statement-breakpoint
CREATE INDEX `orders_by_payment` ON `orders` (`payment`,`id`);--> statement-breakpoint
CREATE INDEX `orders_by_delivery` ON `orders` (`delivery`,`id`);--> statement-breakpoint
CREATE INDEX `orders_by_email` ON `orders` (`email`,`id`);--> statement-breakpoint
CREATE INDEX `orders_to_expire` ON `orders` (`status`,`pay_before`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer,
	`topic` text NOT NULL,
	`subject_id` text NOT NULL,
	`user_id` text,
	`data` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_position_unique` ON `outbox` (`position`);--> statement-breakpoint
CREATE INDEX `outbox_of_subject` ON `outbox` (`subject_id`,`position`);--> statement-breakpoint
CREATE TABLE `payment_events` (
	`id` text PRIMARY KEY NOT NULL,
	`payment_id` text NOT NULL,
	`kind` text NOT NULL,
	`reason` text NOT NULL,
	`amount_cents` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`payment_id`) REFERENCES `payments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `payment_events_once` ON `payment_events` (`payment_id`,`kind`);--> statement-breakpoint
CREATE TABLE `payments` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`key` text NOT NULL,
	`card` text NOT NULL,
	`amount_cents` integer NOT NULL,
	`currency` text NOT NULL,
	`state` text NOT NULL,
	`gateway_reference` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	CONSTRAINT "payments_amount" CHECK("payments"."amount_cents" >= 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `payments_key_unique` ON `payments` (`key`);--> statement-breakpoint
CREATE INDEX `payments_of_order` ON `payments` (`order_id`,`id`);--> statement-breakpoint
CREATE INDEX `payments_by_state` ON `payments` (`state`,`updated_at`);--> statement-breakpoint
CREATE TABLE `product_days` (
	`day` text NOT NULL,
	`product_id` text NOT NULL,
	`quantity` integer NOT NULL,
	`gross_cents` integer NOT NULL,
	PRIMARY KEY(`day`, `product_id`)
);
--> statement-breakpoint
CREATE TABLE `product_option_texts` (
	`product_id` text NOT NULL,
	`option_code` text NOT NULL,
	`value_code` text NOT NULL,
	`language` text NOT NULL,
	`name` text NOT NULL,
	PRIMARY KEY(`product_id`, `option_code`, `value_code`, `language`),
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `product_option_values` (
	`product_id` text NOT NULL,
	`option_code` text NOT NULL,
	`code` text NOT NULL,
	`position` integer NOT NULL,
	`swatch` text,
	PRIMARY KEY(`product_id`, `option_code`, `code`),
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `product_options` (
	`product_id` text NOT NULL,
	`code` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`product_id`, `code`),
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `product_texts` (
	`product_id` text NOT NULL,
	`language` text NOT NULL,
	`name` text NOT NULL,
	`line` text NOT NULL,
	`description` text NOT NULL,
	`facts` text NOT NULL,
	`keywords` text NOT NULL,
	PRIMARY KEY(`product_id`, `language`),
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `product_words` (
	`no` integer PRIMARY KEY NOT NULL,
	`product_id` text NOT NULL,
	`language` text NOT NULL,
	`words` text NOT NULL,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `product_words_once` ON `product_words` (`product_id`,`language`);--> statement-breakpoint
CREATE TABLE `products` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`category_id` text,
	`state` text NOT NULL,
	`vat_category` text NOT NULL,
	`popularity` integer NOT NULL,
	`search_no` integer NOT NULL,
	`min_price_cents` integer NOT NULL,
	`max_price_cents` integer NOT NULL,
	`in_stock` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`category_id`) REFERENCES `categories`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "products_prices" CHECK("products"."min_price_cents" >= 0 and "products"."max_price_cents" >= "products"."min_price_cents")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `products_slug_unique` ON `products` (`slug`);--> statement-breakpoint
CREATE UNIQUE INDEX `products_searchNo_unique` ON `products` (`search_no`);--> statement-breakpoint
CREATE INDEX `products_popular` ON `products` (`state`,`search_no`);--> statement-breakpoint
CREATE INDEX `products_newest` ON `products` (`state`,`id`);--> statement-breakpoint
CREATE INDEX `products_price` ON `products` (`state`,`min_price_cents`,`id`);--> statement-breakpoint
CREATE INDEX `products_category_popular` ON `products` (`state`,`category_id`,`search_no`);--> statement-breakpoint
CREATE INDEX `products_category_newest` ON `products` (`state`,`category_id`,`id`);--> statement-breakpoint
CREATE INDEX `products_category_price` ON `products` (`state`,`category_id`,`min_price_cents`,`id`);--> statement-breakpoint
CREATE TABLE `refunds` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`payment_id` text NOT NULL,
	`intent` text NOT NULL,
	`state` text NOT NULL,
	`amount_cents` integer NOT NULL,
	`currency` text NOT NULL,
	`restock` integer NOT NULL,
	`reason` text NOT NULL,
	`actor` text NOT NULL,
	`actor_id` text,
	`created_at` integer NOT NULL,
	`settled_at` integer,
	FOREIGN KEY (`payment_id`) REFERENCES `payments`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "refunds_amount" CHECK("refunds"."amount_cents" > 0)
);
--> statement-breakpoint
CREATE INDEX `refunds_of_order` ON `refunds` (`order_id`,`id`);--> statement-breakpoint
CREATE INDEX `refunds_by_state` ON `refunds` (`state`,`created_at`);--> statement-breakpoint
CREATE TABLE `sales_days` (
	`day` text PRIMARY KEY NOT NULL,
	`paid_orders` integer NOT NULL,
	`revenue_cents` integer NOT NULL,
	`refunded_cents` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`user_agent` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_of_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE INDEX `sessions_by_end` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `status_days` (
	`day` text NOT NULL,
	`status` text NOT NULL,
	`orders` integer NOT NULL,
	PRIMARY KEY(`day`, `status`),
	CONSTRAINT "status_days_count" CHECK("status_days"."orders" >= 0)
);
--> statement-breakpoint
CREATE TABLE `stock_movements` (
	`id` text PRIMARY KEY NOT NULL,
	`variant_id` text NOT NULL,
	`kind` text NOT NULL,
	`quantity` integer NOT NULL,
	`order_id` text,
	`reason` text NOT NULL,
	`actor_id` text,
	`request_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "stock_movements_not_zero" CHECK("stock_movements"."quantity" <> 0)
);
--> statement-breakpoint
CREATE INDEX `stock_movements_of_variant` ON `stock_movements` (`variant_id`,`id`);--> statement-breakpoint
CREATE TABLE `threads` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`order_id` text,
	`subject` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_message_at` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `threads_of_user` ON `threads` (`user_id`,`last_message_at`,`id`);--> statement-breakpoint
CREATE INDEX `threads_by_state` ON `threads` (`state`,`last_message_at`,`id`);--> statement-breakpoint
CREATE INDEX `threads_by_age` ON `threads` (`last_message_at`,`id`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`phone` text NOT NULL,
	`locale` text NOT NULL,
	`role` text NOT NULL,
	`password_hash` text NOT NULL,
	`disabled` integer NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email_unique` ON `users` (`email`);--> statement-breakpoint
CREATE TABLE `variants` (
	`id` text PRIMARY KEY NOT NULL,
	`product_id` text NOT NULL,
	`sku` text,
	`values` text NOT NULL,
	`values_key` text NOT NULL,
	`price_cents` integer NOT NULL,
	`compare_at_cents` integer,
	`on_hand` integer NOT NULL,
	`allocated` integer NOT NULL,
	`position` integer NOT NULL,
	`archived` integer NOT NULL,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "variants_price_not_negative" CHECK("variants"."price_cents" >= 0),
	CONSTRAINT "variants_stock" CHECK("variants"."on_hand" >= 0 and "variants"."allocated" >= 0 and "variants"."allocated" <= "variants"."on_hand")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `variants_sku_unique` ON `variants` (`sku`);--> statement-breakpoint
CREATE UNIQUE INDEX `variants_once` ON `variants` (`product_id`,`values_key`);