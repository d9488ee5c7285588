CREATE TABLE `unmatched_money` (
	`key` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`amount_cents` integer NOT NULL,
	`currency` text NOT NULL,
	`reference` text NOT NULL,
	`at` integer NOT NULL
);
