CREATE TABLE "import_pictures" (
	"import_id" text NOT NULL,
	"position" bigint NOT NULL,
	"line" bigint NOT NULL,
	"slug" text NOT NULL,
	"url" text NOT NULL,
	"state" text NOT NULL,
	"fault" jsonb,
	CONSTRAINT "import_pictures_import_id_position_pk" PRIMARY KEY("import_id","position"),
	CONSTRAINT "import_pictures_fault" CHECK (("import_pictures"."state" = 'failed') = ("import_pictures"."fault" is not null))
);
--> statement-breakpoint
ALTER TABLE "import_jobs" ADD COLUMN "picture_state" text;--> statement-breakpoint
ALTER TABLE "import_jobs" ADD COLUMN "picture_count" bigint;--> statement-breakpoint
ALTER TABLE "import_pictures" ADD CONSTRAINT "import_pictures_import_id_import_jobs_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."import_jobs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_pictures_state" ON "import_pictures" USING btree ("import_id","state","position");