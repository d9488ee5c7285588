PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`thread_id` text NOT NULL,
	`author` text NOT NULL,
	`author_id` text,
	`body` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`thread_id`) REFERENCES `threads`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "messages_written" CHECK("__new_messages"."author_id" is not null or "__new_messages"."author" = 'customer')
);
--> statement-breakpoint
INSERT INTO `__new_messages`("id", "thread_id", "author", "author_id", "body", "at") SELECT "id", "thread_id", "author", "author_id", "body", "at" FROM `messages`;--> statement-breakpoint
DROP TABLE `messages`;--> statement-breakpoint
ALTER TABLE `__new_messages` RENAME TO `messages`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `messages_of_thread` ON `messages` (`thread_id`,`id`);--> statement-breakpoint
CREATE TABLE `__new_threads` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text,
	`order_id` text,
	`subject` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_message_at` integer NOT NULL,
	`assignee_id` text,
	`unread_by_staff` integer DEFAULT 0 NOT NULL,
	`unread_by_customer` integer DEFAULT 0 NOT NULL,
	`version` integer NOT NULL,
	CONSTRAINT "threads_owned" CHECK("__new_threads"."user_id" is not null or "__new_threads"."order_id" is not null)
);
--> statement-breakpoint
INSERT INTO `__new_threads`("id", "user_id", "order_id", "subject", "state", "created_at", "last_message_at", "assignee_id", "unread_by_staff", "unread_by_customer", "version") SELECT "id", "user_id", "order_id", "subject", "state", "created_at", "last_message_at", "assignee_id", "unread_by_staff", "unread_by_customer", "version" FROM `threads`;--> statement-breakpoint
DROP TABLE `threads`;--> statement-breakpoint
ALTER TABLE `__new_threads` RENAME TO `threads`;--> statement-breakpoint
CREATE INDEX `threads_of_user` ON `threads` (`user_id`,`last_message_at`,`id`);--> statement-breakpoint
CREATE INDEX `threads_by_state` ON `threads` (`state`,`last_message_at`,`id`);--> statement-breakpoint
CREATE INDEX `threads_by_age` ON `threads` (`last_message_at`,`id`);--> statement-breakpoint
CREATE INDEX `threads_by_assignee` ON `threads` (`assignee_id`,`last_message_at`,`id`);--> statement-breakpoint
CREATE INDEX `threads_unread` ON `threads` (`unread_by_staff`,`last_message_at`,`id`);--> statement-breakpoint
CREATE INDEX `threads_of_order` ON `threads` (`order_id`,`id`);