CREATE TABLE `product_slugs` (
	`slug` text PRIMARY KEY NOT NULL,
	`product_id` text NOT NULL,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `product_slugs_of_product` ON `product_slugs` (`product_id`);--> statement-breakpoint
CREATE TABLE `search_words` (
	`language` text NOT NULL,
	`beginning` text NOT NULL,
	`whole` integer NOT NULL,
	PRIMARY KEY(`language`, `beginning`)
);
--> statement-breakpoint
ALTER TABLE `products` ADD `shown_at` integer;--> statement-breakpoint
ALTER TABLE `users` ADD `erased_at` integer;--> statement-breakpoint
INSERT INTO `product_slugs` (`slug`, `product_id`) SELECT `slug`, `id` FROM `products`;--> statement-breakpoint
UPDATE `products` SET `shown_at` = `created_at` WHERE `state` <> 'draft';--> statement-breakpoint
INSERT INTO `search_words` (`language`, `beginning`, `whole`)
WITH RECURSIVE word(language, one, rest) AS (
  SELECT language, '', words || ' ' FROM product_words
  UNION ALL
  SELECT language, substr(rest, 1, instr(rest, ' ') - 1), substr(rest, instr(rest, ' ') + 1) FROM word WHERE rest <> ''
), known(language, one) AS (
  SELECT DISTINCT language, one FROM word WHERE length(one) >= 3
), beginning(language, one, letters) AS (
  SELECT language, one, length(one) FROM known
  UNION ALL
  SELECT language, one, letters - 1 FROM beginning WHERE letters > 3
)
SELECT language, substr(one, 1, letters), max(letters = length(one)) FROM beginning GROUP BY 1, 2;
