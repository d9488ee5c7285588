CREATE TABLE `import_pictures` (
	`import_id` text NOT NULL,
	`position` integer NOT NULL,
	`line` integer NOT NULL,
	`slug` text NOT NULL,
	`url` text NOT NULL,
	`state` text NOT NULL,
	`fault` text,
	PRIMARY KEY(`import_id`, `position`),
	FOREIGN KEY (`import_id`) REFERENCES `import_jobs`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "import_pictures_fault" CHECK(("import_pictures"."state" = 'failed') = ("import_pictures"."fault" is not null))
);
--> statement-breakpoint
CREATE INDEX `import_pictures_state` ON `import_pictures` (`import_id`,`state`,`position`);--> statement-breakpoint
ALTER TABLE `import_jobs` ADD `picture_state` text;--> statement-breakpoint
ALTER TABLE `import_jobs` ADD `picture_count` integer;