PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_refunds` (
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
	CONSTRAINT "refunds_amount" CHECK("__new_refunds"."amount_cents" >= 0)
);
--> statement-breakpoint
INSERT INTO `__new_refunds`("id", "order_id", "payment_id", "intent", "state", "amount_cents", "currency", "restock", "reason", "actor", "actor_id", "created_at", "settled_at") SELECT "id", "order_id", "payment_id", "intent", "state", "amount_cents", "currency", "restock", "reason", "actor", "actor_id", "created_at", "settled_at" FROM `refunds`;--> statement-breakpoint
DROP TABLE `refunds`;--> statement-breakpoint
ALTER TABLE `__new_refunds` RENAME TO `refunds`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `refunds_of_order` ON `refunds` (`order_id`,`id`);--> statement-breakpoint
CREATE INDEX `refunds_by_state` ON `refunds` (`state`,`created_at`);