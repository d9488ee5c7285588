CREATE TABLE `past_prices` (
	`variant_id` text NOT NULL,
	`until` integer NOT NULL,
	`price_cents` integer NOT NULL,
	`compare_at_cents` integer,
	PRIMARY KEY(`variant_id`, `until`),
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE no action
);
