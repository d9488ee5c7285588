CREATE TABLE `addresses` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`place` integer NOT NULL,
	`default_of` text,
	`name` text NOT NULL,
	`line1` text NOT NULL,
	`line2` text NOT NULL,
	`postcode` text NOT NULL,
	`city` text NOT NULL,
	`country` text NOT NULL,
	`phone` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "addresses_most" CHECK("addresses"."place" between 1 and 20),
	CONSTRAINT "addresses_default" CHECK("addresses"."default_of" is null or "addresses"."default_of" = "addresses"."user_id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `addresses_defaultOf_unique` ON `addresses` (`default_of`);--> statement-breakpoint
CREATE UNIQUE INDEX `addresses_place` ON `addresses` (`user_id`,`place`);--> statement-breakpoint
CREATE TABLE `customer_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`author_id` text NOT NULL,
	`body` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `customer_notes_of_user` ON `customer_notes` (`user_id`,`id`);--> statement-breakpoint
CREATE TABLE `order_access` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `order_access_by_end` ON `order_access` (`expires_at`);--> statement-breakpoint
CREATE TABLE `order_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`author_id` text NOT NULL,
	`body` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `order_notes_of_order` ON `order_notes` (`order_id`,`id`);--> statement-breakpoint
CREATE TABLE `saved_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`locale` text NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `staff_links` (
	`user_id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`created_by_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_links_tokenHash_unique` ON `staff_links` (`token_hash`);--> statement-breakpoint
CREATE TABLE `user_words` (
	`word` text NOT NULL,
	`user_id` text NOT NULL,
	PRIMARY KEY(`word`, `user_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `user_words_of_user` ON `user_words` (`user_id`,`word`);--> statement-breakpoint
ALTER TABLE `threads` ADD `assignee_id` text;--> statement-breakpoint
ALTER TABLE `threads` ADD `unread_by_staff` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `threads` ADD `unread_by_customer` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `threads_by_assignee` ON `threads` (`assignee_id`,`last_message_at`,`id`);--> statement-breakpoint
CREATE INDEX `threads_unread` ON `threads` (`unread_by_staff`,`last_message_at`,`id`);--> statement-breakpoint
CREATE INDEX `audit_of_action` ON `audit` (`action`,`id`);--> statement-breakpoint
CREATE INDEX `users_by_role` ON `users` (`role`,`id`);--> statement-breakpoint
insert into user_words (word, user_id) select replace(replace(replace(replace(replace(lower(email), '@', ''), '.', ''), '-', ''), '_', ''), '+', ''), id from users;--> statement-breakpoint
insert into user_words (word, user_id) select lower(replace(name, ' ', '')), id from users where name <> '' on conflict do nothing;
