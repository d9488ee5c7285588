PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_unmatched_money` (
	`key` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`amount_cents` integer NOT NULL,
	`currency` text NOT NULL,
	`reference` text NOT NULL,
	`at` integer NOT NULL,
	`settled_at` integer,
	`settled_by` text,
	`note` text,
	CONSTRAINT "unmatched_money_settled" CHECK(("__new_unmatched_money"."settled_at" is null) = ("__new_unmatched_money"."settled_by" is null) and ("__new_unmatched_money"."settled_at" is null) = ("__new_unmatched_money"."note" is null))
);
--> statement-breakpoint
INSERT INTO `__new_unmatched_money`("key", "order_id", "amount_cents", "currency", "reference", "at", "settled_at", "settled_by", "note") SELECT "key", "order_id", "amount_cents", "currency", "reference", "at", NULL, NULL, NULL FROM `unmatched_money`;--> statement-breakpoint
DROP TABLE `unmatched_money`;--> statement-breakpoint
ALTER TABLE `__new_unmatched_money` RENAME TO `unmatched_money`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `unmatched_money_open` ON `unmatched_money` (`settled_at`,`key`);