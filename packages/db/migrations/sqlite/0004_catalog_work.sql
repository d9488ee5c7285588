CREATE TABLE `import_files` (
	`import_id` text PRIMARY KEY NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`import_id`) REFERENCES `import_jobs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `import_jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`file_name` text NOT NULL,
	`language` text NOT NULL,
	`vat_category` text,
	`state` text NOT NULL,
	`rows` integer NOT NULL,
	`products` integer NOT NULL,
	`done` integer NOT NULL,
	`created` integer NOT NULL,
	`changed` integer NOT NULL,
	`unchanged` integer NOT NULL,
	`new_variants` integer NOT NULL,
	`error_count` integer NOT NULL,
	`errors` text NOT NULL,
	`actor_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`started_at` integer,
	`finished_at` integer,
	CONSTRAINT "import_jobs_done" CHECK("import_jobs"."done" >= 0 and "import_jobs"."done" <= "import_jobs"."products"),
	CONSTRAINT "import_jobs_counts" CHECK("import_jobs"."created" + "import_jobs"."changed" + "import_jobs"."unchanged" <= "import_jobs"."products")
);
--> statement-breakpoint
CREATE TABLE `pictures` (
	`path` text PRIMARY KEY NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`created_by_id` text NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "pictures_size" CHECK("pictures"."width" > 0 and "pictures"."height" > 0)
);
--> statement-breakpoint
CREATE TABLE `product_previews` (
	`product_id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`created_by_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `product_previews_tokenHash_unique` ON `product_previews` (`token_hash`);